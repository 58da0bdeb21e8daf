"""Tell on what day a document was written from which its "today" counts, and when that is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from verifier.ingest.fields import PUBLISHED
from verifier.ingest.published import dates, parse_date
from verifier.model import Postmortem
from verifier.text.joins import MONTH_NAME
from verifier.text.patterns import pattern

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEARLESS = pattern(
    rf"(?<![\d.,/-])(?:{_DAY}\.? (?:of )?{MONTH_NAME}|{MONTH_NAME} {_DAY})\b(?![.,]? ?(?:19|20)\d\d|[:.,]\d)",
    re.IGNORECASE,
)
_LATELY = timedelta(days=92)


def written_on(postmortem: Postmortem) -> date | None:
    """Return the day that a document was published on, where it was written then.

    A text that gives a day shortly before, and not this one, may have been written on that, and exported later.
    """
    day = postmortem.published
    told = set(_days(postmortem, day)) if day else set()
    late = day is not None and day not in told and any(timedelta() < day - other <= _LATELY for other in told)
    return None if late else day


def _days(postmortem: Postmortem, published: date) -> Iterator[date]:
    for field in postmortem.fields:
        if field.name != PUBLISHED:
            yield from (day for _, _, day in dates(field.value))
            for found in _YEARLESS.finditer(field.value):
                years = (parse_date(f"{found[0]} {year}") for year in (published.year, published.year - 1))
                yield from islice((day for day in years if day and day <= published), 1)

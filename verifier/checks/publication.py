"""Set a claim's date beside the days on which the articles it may lean on were published."""

from __future__ import annotations

from datetime import date, timedelta

from verifier.checks.case import Case
from verifier.checks.date_pairs import Pair
from verifier.facts.date import DateFact

_TOLERANCE = timedelta(days=1)
_NEWS = timedelta(days=180)


def in_the_news(case: Case, ours: DateFact) -> bool:
    """Say whether a month or year is the one in which an allowed article was published."""
    if ours.granularity not in {"month", "year"} or ours.first is None or ours.last is None:
        return False
    return any(ours.first <= published <= ours.last for n, published in case.index.published if case.may_use(n))


def written_before(case: Case, ours: DateFact) -> tuple[int, date] | None:
    """Return the last of the articles, with its date, where all were written before the day the claim names."""
    dated = [(published, number) for number, published in case.index.published if case.may_use(number)]
    if not dated or ours.first is None or ours.relative:
        return None
    published, number = max(dated)
    return (number, published) if ours.first > published + _TOLERANCE else None


def years_off(case: Case, ours: DateFact, pair: Pair) -> bool:
    """Say whether articles that speak of an incident as news were written long after the day claimed.

    They were where what they noticed or said of it lies half a year or more from that day, and none names its year.
    """
    if not (ours.first and ours.last and pair.other.first and pair.other.last):
        return False
    apart = max(pair.other.first - ours.last, ours.first - pair.other.last)
    usable = (p.analysis.dates for p in case.index.passages if case.may_use(p.number))
    return apart >= _NEWS and not any(d.year == ours.year for found in usable for d in found)

"""Read the text of a FAIL page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verifier.ingest.fields import PUBLISHED, TITLE, Origin, cut, distinct
from verifier.ingest.page_rows import SOURCES, TABLES, Row, chosen, is_text, rows
from verifier.ingest.published import parse_date
from verifier.model import Choice, Exclusion, Field, Postmortem
from verifier.text.patterns import pattern

BELOW = "Text under Sources"
REFERENCES = "a list of references"
_URL = pattern(r"https?://[^\s<>\[\]\"]{1,2000}")
_ID = pattern(
    r"\W{0,3}(?:articles?\s{0,3}#?\s?(?P<named>\w{1,40})|[\[(<]#?(?P<marked>\w{1,40})[\])>]|#?(?P<bare>\d{3,12})\b)",
    re.IGNORECASE,
)
_NUMBER = pattern(r"\s{0,3}(\d{1,2})[.)]\s")


class _Entry(NamedTuple):
    """Hold an entry of the list of sources: the label that text may use, what it points to, whether that is usable."""

    label: str
    target: str
    usable: bool


def read_page(text: str, origin: Origin) -> Postmortem:
    """Read a page: its title, date, rows, taxonomy and list of sources; nothing of its text is lost."""
    found = tuple(rows(text))
    listed = [row for row in found if row.section == SOURCES and not is_text(row, text)]
    fields = tuple(distinct(_field(text, row) for row in found if row.section != SOURCES or is_text(row, text)))
    entries = tuple(_entry(text[row.start : row.end].strip()) for row in listed)
    return Postmortem(
        origin.id,
        _value(fields, TITLE) or origin.id,
        parse_date(_value(fields, PUBLISHED)),
        origin.path,
        origin.sha256,
        fields,
        tuple(_choices(text, found)),
        tuple(dict.fromkeys(_cited(entries))),
        tuple(dict.fromkeys((entry.label, entry.target) for entry in entries)),
        skipped=tuple(Exclusion(row.start, row.end, REFERENCES) for row in listed),
    )


def _field(text: str, row: Row) -> Field:
    if row.section == SOURCES:
        return cut(BELOW, text, row.start, row.end)
    if row.section not in TABLES or row.name == row.section:
        return cut(row.name, text, row.start, row.end)
    rationale = row.start + chosen(text[row.start : row.end]).rationale
    return cut(f"{row.name} Rationale", text, rationale, row.end)


def _choices(text: str, found: Iterable[Row]) -> Iterator[Choice]:
    for row in found:
        if row.section in TABLES and row.name != row.section:
            options = chosen(text[row.start : row.end]).options
            if options:
                yield Choice(row.name, options, f"{row.name} Rationale")


def _value(fields: Iterable[Field], name: str) -> str:
    return next((field.value for field in fields if field.name == name), "")


def _entry(line: str) -> _Entry:
    """Read a line of the list of sources: an id, a URL, both, or a bare headline."""
    url, number, named = _URL.search(line), _NUMBER.match(line), _ID.match(line)
    target = url.group().rstrip(".,;:!?)") if url else ""
    if named and not number and (not url or named.start() < url.start()):
        label = next(filter(None, named.groups()))
        return _Entry(label, target or label, usable=True)
    return _Entry(number[1] if number else target or line, target or line, usable=bool(target))


def _cited(entries: Iterable[_Entry]) -> Iterator[str]:
    """Yield the ids of the sources; the URL of one without an id, nothing for a bare headline."""
    for entry in entries:
        if entry.usable:
            yield entry.target if _NUMBER.match(f"{entry.label}. ") else entry.label

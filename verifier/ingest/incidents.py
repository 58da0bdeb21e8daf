"""Read the FAIL database's CSV export: one postmortem a row, all at once or as many as the memory need not hold."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from verifier.data.decode import MAX_BYTES
from verifier.errors import InputError
from verifier.ingest.articles import opened
from verifier.ingest.fields import PUBLISHED, TITLE, Origin, distinct, holds_text, require_incident, whole
from verifier.ingest.published import parse_date
from verifier.ingest.tables import columns, reader
from verifier.model import Choice, Postmortem, Trouble
from verifier.text.patterns import pattern

_ID, _CITED = "Incident ID", "Related Article IDs"
_REQUIRED = (_ID, TITLE)
_OPTION, _RATIONALE = " Option", " Rationale"
_BETWEEN = pattern(r"[\s,;\[\](){}'\"]+")


class _Row(NamedTuple):
    """Hold a row of the table with the line of the file that it ends on."""

    line: int
    cells: tuple[str, ...]


def is_export(text: str) -> bool:
    """Tell whether a text's first line is the header of an export."""
    header = text[:65536].lstrip().partition("\n")[0]
    return set(_REQUIRED) <= {cell.strip(' "\r') for cell in columns(header)}


def read_incidents(text: str, origin: Origin, incident: str | None = None) -> tuple[Postmortem, ...]:
    """Read all rows of an export, or the one whose `Incident ID` is `incident`.

    Raises: InputError where it is no such table or a row does not fit its header, UsageError for an unknown id.
    """
    table = _table(text, origin.path)
    header = _header(next(table, _Row(1, ())).cells, origin.path)
    found = _by_id(table, header.index(_ID), origin.path)
    require_incident(found, incident, origin.path)
    chosen = found.values() if incident is None else (found[incident],)
    return tuple(_postmortem(_cells(header, row, origin.path), origin) for row in chosen)


def stream_incidents(path: Path) -> Iterator[Postmortem | Trouble]:
    """Yield the incidents of an export one by one; a row that cannot be used is a trouble, and the rest goes on.

    The `sha256` of each is that of its own row, so that a row added to the table changes no other incident.
    Raises: InputError, while iterating, where it is unreadable, no such table, or its quotes are broken.
    """
    try:
        with opened(path) as stream:
            yield from _streamed(_rows(stream, str(path)), path)
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8", str(path), "convert it to UTF-8, e.g. with iconv") from error


def _streamed(table: Iterator[_Row], path: Path) -> Iterator[Postmortem | Trouble]:
    header = _header(next(table, _Row(1, ())).cells, str(path))
    seen: set[str] = set()
    for row in table:
        try:
            cells = _cells(header, row, str(path))
            _unique(cells[_ID].strip(), seen, f"{path}, line {row.line}")
        except InputError as error:
            yield Trouble(error.where, error.what, error.hint)
            continue
        digest = hashlib.sha256(json.dumps(row.cells).encode()).hexdigest()
        yield _postmortem(cells, Origin(str(path), path.stem, digest))


def _unique(key: str, seen: set[str], where: str) -> None:
    """Note the id of a row.

    Raises: InputError where it has none, or an earlier one has it.
    """
    if not key:
        raise InputError(f"a row has no {_ID}", where, "give it one, or check the quotes above")
    if key in seen:
        raise InputError(f"incident {key} stands in two rows", where, "remove one of them")
    seen.add(key)


def _table(text: str, where: str) -> Iterator[_Row]:
    """Yield the rows that hold anything, the header first."""
    return _rows(io.StringIO(text, newline=""), where)


def _rows(stream: Iterable[str], where: str) -> Iterator[_Row]:
    csv.field_size_limit(max(csv.field_size_limit(), MAX_BYTES))
    table = reader(stream)
    try:
        for row in table:
            if any(cell.strip() for cell in row):
                yield _Row(table.line_num, tuple(row))
    except csv.Error as error:
        raise InputError(
            f"is no well-formed CSV ({error})", f"{where}, line {table.line_num}", "check its quotes"
        ) from error


def _header(cells: Iterable[str], where: str) -> tuple[str, ...]:
    header = tuple(cell.strip() for cell in cells)
    missing = [name for name in _REQUIRED if name not in header]
    if missing:
        has = ", ".join(filter(None, header))[:400]
        raise InputError(f"lacks the column {' and '.join(missing)}", where, f"it has: {has}")
    if twice := [name for name, count in Counter(header).items() if name and count > 1]:
        raise InputError(f"has the column {twice[0]} twice", where, "rename one of them")
    if not any(map(_is_text, header)):
        raise InputError("has no column of text", where, "add one, such as Summary")
    return header


def _is_text(column: str) -> bool:
    return column not in {"", _ID, _CITED, PUBLISHED, TITLE} and not column.endswith(_OPTION)


def _by_id(table: Iterable[_Row], column: int, where: str) -> dict[str, _Row]:
    found: dict[str, _Row] = {}
    seen: set[str] = set()
    for row in table:
        key = row.cells[column].strip() if column < len(row.cells) else ""
        _unique(key, seen, f"{where}, line {row.line}")
        found[key] = row
    if not found:
        raise InputError("holds no incidents", where, "add rows below the header")
    return found


def _cells(header: tuple[str, ...], row: _Row, where: str) -> dict[str, str]:
    if len(row.cells) != len(header):
        what = f"a row has {len(row.cells)} cells for {len(header)} columns"
        raise InputError(what, f"{where}, line {row.line}", "check its quotes and commas")
    return dict(zip(header, row.cells, strict=True))


def _postmortem(cells: dict[str, str], origin: Origin) -> Postmortem:
    named = {name: cell for name, cell in cells.items() if _is_text(name) or name in {TITLE, PUBLISHED}}
    identity = cells[_ID].strip()
    return Postmortem(
        identity,
        cells[TITLE].strip() if holds_text(cells[TITLE]) else identity,
        parse_date(cells.get(PUBLISHED, "")),
        origin.path,
        origin.sha256,
        tuple(distinct(whole(name, cell) for name, cell in named.items())),
        tuple(_choices(cells)),
        tuple(dict.fromkeys(_ids(cells.get(_CITED, "")))),
    )


def _choices(cells: dict[str, str]) -> Iterator[Choice]:
    for name, cell in cells.items():
        options = tuple(each.strip() for each in cell.split(",") if holds_text(each))
        if name.endswith(_OPTION) and options:
            category = name.removesuffix(_OPTION)
            yield Choice(category, options, category + _RATIONALE)


def _ids(cell: str) -> Iterator[str]:
    """Yield the ids of a cell such as `[104834, 106355]`; `104834.0` is how some tables write a number."""
    for each in _BETWEEN.split(cell):
        if holds_text(each):
            yield each.removesuffix(".0") if each.removesuffix(".0").isdecimal() else each

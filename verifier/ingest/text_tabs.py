"""Read rows whose columns tabs part, as wikis, trackers and spreadsheets copy tables into plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple

from verifier.ingest.markdown_lines import FENCE, Mapping
from verifier.ingest.markdown_pieces import Piece
from verifier.ingest.table_heads import TIMED, heads
from verifier.text.logs import is_log
from verifier.text.mails import is_head
from verifier.text.patterns import pattern

_LINE = pattern(r"[^\r\n]+")
_PART = pattern(r"(?:^|(?<=\t))[^\t]*")
_ITEM = pattern(r"(?:[-*+•–▪●]|\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[a-zA-Z]|[ivx]{1,4})[.)]?|#{1,6}|>)")
_COLUMN = pattern(
    r"(?:time|date|when|timestamp|event|what|what happened|description|measure|metric|figure|quantity|item|name|key"
    r"|field|property|value|unit|units|action|task|owner|who|status|state|component|service|system|number|count|impact|step"
    r"|zeit|datum|ereignis|was|kennzahl|wert|einheit|maßnahme)(?: \([^()]{1,20}\))?",
    re.IGNORECASE,
)
_ROWS = 20_000_000
"""Numbers of these rows lie beyond those of the rows of other tables."""
_MANY = 3


class _Cell(NamedTuple):
    """Hold in which column a cell stands, where its words begin, and those."""

    column: int
    start: int
    text: str


Row = tuple[_Cell, ...]


def tabled(text: str, seen: str) -> tuple[str, tuple[Piece, ...]]:
    """Return a text of the same length without its rows of columns, and the cells of those, whose heads are known.

    `seen` is the text as its parser is to see it so far.
    """
    if "\t" not in text:
        return seen, ()
    tables = list(_tables(seen))
    kept: list[str] = []
    at = 0
    for row in chain.from_iterable(tables):
        start, end = row[0].start, row[-1].start + len(row[-1].text)
        kept += (seen[at:start], " " * (end - start))
        at = end
    return "".join((*kept, seen[at:])), tuple(piece for table in tables for piece in _pieces(table))


def _tables(text: str) -> Iterator[list[Row]]:
    """Yield the rows of each table: of lines that follow each other, those with as many columns."""
    for block, run in groupby(_rows(text), key=itemgetter(0)):
        rows = [row for _, row in run] if block >= 0 else []
        close = [tuple(cell._replace(column=at) for at, cell in enumerate(row)) for row in rows]
        if len(set(map(_columns, rows))) > 1 and len(set(map(_columns, close))) == 1:
            rows = close  # several tabs part two columns
        yield from (list(table) for _, table in groupby(rows, key=_columns))


def _columns(row: Row) -> int:
    return row[-1].column


def _rows(text: str) -> Iterator[tuple[int, Row]]:
    """Yield each line as a row with the number of its block, -1 where it is none; an empty line ends a block."""
    block, fenced, behind = 0, False, 0
    for found in _LINE.finditer(text):
        block += text.count("\n", behind, found.start()) > 1 or not found[0].strip()
        behind = found.end()
        fenced ^= bool(FENCE.match(found[0]))
        cells = () if fenced else _cells(found)
        block += not cells
        yield (block if cells else -1), cells


def _cells(line: re.Match[str]) -> Row:
    """Return the cells of a line; none in a log or the head of a mail, or where no tab stands between its words."""
    words = line[0].strip()
    plain = words.replace("\t", " ")
    if plain == words or is_log(plain) or is_head(plain):
        return ()
    at = line.start() + line[0].index(words)
    found = []
    for column, part in enumerate(_PART.finditer(words)):
        if cell := part[0].strip():
            found.append(_Cell(column, at + part.start() + part[0].index(cell), cell))
    return () if _ITEM.fullmatch(found[0].text) else tuple(found)


def _pieces(table: Sequence[Row]) -> Iterator[Piece]:
    """Yield the cells of a table as pieces, those of its first row as heads where that only names its columns."""
    named = _heads([cell.text for cell in table[0]]) if len(table) > 1 else ()
    first = {cell.column: cell.text for cell in table[0]} if named else {}
    for number, row in enumerate(table):
        header = bool(named) and not number
        for at, (column, start, text) in enumerate(row):
            piece = Piece(text, Mapping(((0, start),)), (), row=_ROWS + row[0].start, header=header)
            if header:
                yield piece._replace(name=text, stated=not named[at])
            else:
                yield piece._replace(head=first.get(column, ""))


def _heads(cells: Sequence[str]) -> tuple[bool, ...]:
    """Return which cells of a first row are heads of columns; in two columns only common names of such are."""
    known = any(map(_COLUMN.fullmatch, cells))
    if any(map(TIMED.match, cells)) or (len(cells) < _MANY and not known):
        return ()
    return heads(cells, named=False)

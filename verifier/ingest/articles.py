"""Read a FAIL article table row by row, so that a few articles of a large table cost little memory."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import NamedTuple, TextIO

from verifier.data.decode import MAX_LINE, decode, open_file, unreadable
from verifier.errors import InputError
from verifier.ingest.document import markup
from verifier.ingest.published import parse_date, published_in
from verifier.ingest.quality import is_empty, notes
from verifier.ingest.tables import columns, reader
from verifier.ingest.urls import host, usable
from verifier.model import Source, Trouble
from verifier.text.patterns import pattern

COLUMNS = ("Article ID", "URL", "Published", "Headline", "Body")
_NEEDED = ("article id", "body")
_WHOLE = re.compile(r"(?<=\d)\.0\Z")
"""What spreadsheets put behind a number that is an id."""
_TAGGED = pattern(r"</(?:p|div|h[1-6]|li|blockquote|td)>|<br ?/?>", re.IGNORECASE)
"""What gives away a body that was stored as HTML."""


class Row(NamedTuple):
    """Hold a row of a table: its column names and cells, the line it ends on, and its place for `article_at`."""

    names: tuple[str, ...]
    cells: list[str]
    line: int
    place: int

    @property
    def id(self) -> str:
        """Return the article's id; empty where the row has none."""
        return _WHOLE.sub("", self._named().get("article id", "").strip())

    @property
    def url(self) -> str:
        """Return the article's address; empty where the row has none."""
        return _cell(self._named(), "url")

    def source(self, path: Path) -> Source | Trouble:
        """Return the article, or what is wrong with the row."""
        if fault := _fault(self.cells, self.id, self.names):
            return Trouble(f"{path}, line {self.line}", fault, "correct the row; the others were read")
        return _article(self._named(), self.id, path)

    def _named(self) -> dict[str, str]:
        return dict(zip(self.names, self.cells, strict=False))


def read_articles(path: Path, ids: Collection[str] | None = None) -> Iterator[Source | Trouble]:
    """Yield the articles of a table in its order, only those with the given ids where ids are given.

    Offsets count in the value of the Body cell, and `sha256` is of its UTF-8 bytes. Rows that do not fit the header or
    have no id are yielded as troubles.
    Raises: InputError, while iterating, where the table is unreadable, malformed or lacks a column.
    """
    wanted = None if ids is None else frozenset(ids)
    for row in rows(path):
        if wanted is None or row.id in wanted:
            yield row.source(path)


def rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a table that hold anything.

    Raises: InputError, while iterating, where the table is unreadable, malformed or lacks a column.
    """
    with opened(path) as stream, _telling(path):
        yield from _rows(stream, path, *_columns(stream, path))


def article_at(path: Path, place: int) -> Source | Trouble:
    """Return the article of the row at a place that `rows` gave.

    Raises: InputError where the table is unreadable, or has changed so that no row is there.
    """
    with opened(path) as stream, _telling(path):
        known = _columns(stream, path)
        stream.seek(place)
        found = next(_rows(stream, path, *known), None)
    if found is None:
        raise InputError("has changed while it was read", str(path), "run the command again")
    return found.source(path)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    csv.field_size_limit(max(csv.field_size_limit(), MAX_LINE))
    try:
        yield
    except csv.Error as error:
        hint = "quote cells as spreadsheets do, and check for a quotation mark that is never closed"
        raise InputError(f"is no well-formed CSV ({error})", str(path), hint) from error
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8", str(path), "convert it to UTF-8, e.g. with iconv") from error


def header(line: str) -> tuple[str, ...]:
    """Return the column names of a table's first line, in lower case; none where it is no CSV."""
    return tuple(name.strip().casefold() for name in columns(line))


def opened(path: Path) -> TextIO:
    """Open a table for reading its lines untranslated, after a look at its first bytes.

    Raises: InputError where it cannot be read, is empty or binary.
    """
    try:
        with open_file(path) as stream:
            head = stream.read(8192)
        decode(head[: head.rfind(b"\n") + 1] or head, str(path))
        return path.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise unreadable(path, error) from error


def _lines(stream: TextIO, path: Path) -> Iterator[str]:
    while line := stream.readline(MAX_LINE + 1):
        if len(line) > MAX_LINE:
            what = f"has a line longer than {MAX_LINE // 2**20} MiB"
            raise InputError(what, str(path), "check that it is the right file")
        yield line


def _columns(stream: TextIO, path: Path) -> tuple[tuple[str, ...], str]:
    """Return the names of a table's columns, and the sign that parts its cells."""
    table = reader(_lines(stream, path))
    return _names(next(table, []), path), table.dialect.delimiter


def _rows(stream: TextIO, path: Path, names: tuple[str, ...], sign: str) -> Iterator[Row]:
    table = csv.reader(_lines(stream, path), delimiter=sign, strict=True)
    place = stream.tell()
    for row in table:
        if row:
            yield Row(names, row, table.line_num + 1, place)
        place = stream.tell()


def _names(row: Sequence[str], path: Path) -> tuple[str, ...]:
    names = tuple(name.strip().casefold() for name in row)
    if missing := [name for name in COLUMNS if name.casefold() in _NEEDED and name.casefold() not in names]:
        what = f"is no article table: it has no column {' and no column '.join(map(repr, missing))}"
        raise InputError(what, str(path), f"the columns are {', '.join(COLUMNS)}")
    return names


def _fault(row: Sequence[str], key: str, names: Sequence[str]) -> str:
    if len(row) != len(names):
        return f"the row has {len(row)} cells, the header {len(names)}"
    return "" if key else "the row has no Article ID"


def _article(cells: dict[str, str], key: str, path: Path) -> Source:
    body = "" if is_empty(cells["body"]) else cells["body"]
    title, stated = (_cell(cells, name) for name in ("headline", "url"))
    url, remarks = usable(stated)
    source = Source(
        id=key,
        text=body,
        title=" ".join(unescape(title).split()),
        url=url,
        outlet=host(url),
        published=parse_date(_cell(cells, "published")) or published_in(body),
        path=str(path),
        sha256=hashlib.sha256(cells["body"].encode()).hexdigest(),
        notes=(*notes(body), *remarks),
    )
    if not _TAGGED.search(body):
        return source
    read = markup(source, prose=True)
    return replace(read, published=source.published or read.published, notes=(*read.notes, *remarks))


def _cell(cells: dict[str, str], name: str) -> str:
    value = cells.get(name, "").strip()
    return "" if value.casefold() == "nan" else value

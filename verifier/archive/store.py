"""Keep what an archive knows of its articles: their texts, and where each of their sentences stands."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import count, repeat
from pathlib import Path
from typing import NamedTuple

from verifier.errors import InputError
from verifier.model import Part, Source

FILE = "articles.sqlite"
_TABLES = """
create table articles (number integer primary key, id text not null, about text not null, packed blob not null);
create table sentences (number integer primary key, article integer not null, part text not null,
                        start integer not null, end integer not null, terms text not null);
"""
_SENTENCES = """
select article, part, start, end, terms from sentences join articles on articles.number = sentences.article
"""
_MAPPED = 2**30
_PARTS = {str(part.value): part for part in Part}


class Spot(NamedTuple):
    """Say where a sentence stands: the number of its article, and its span in the title or the body."""

    article: int
    part: Part
    start: int
    end: int


class Kept(NamedTuple):
    """Hold what is kept of a sentence: where it stands, and its terms in order, with spaces between."""

    spot: Spot
    terms: str


class Writer:
    """Write the store of an archive; articles and sentences count from 0 in the order they are added."""

    def __init__(self, folder: Path) -> None:
        self._base = sqlite3.connect(folder / FILE)
        self._base.executescript(f"pragma journal_mode = off; pragma synchronous = off; {_TABLES}")
        self.articles = self.sentences = 0

    def add(self, source: Source, spans: Sequence[tuple[Part, int, int]], terms: Sequence[str]) -> None:
        """Add an article with the spans of its sentences and the terms of each."""
        about = {
            "title": source.title,
            "url": source.url,
            "outlet": source.outlet,
            "published": source.published.isoformat() if source.published else None,
            "path": source.path,
            "sha256": source.sha256,
            "digest": _digest(source.text),
            "notes": list(source.notes),
        }
        packed = zlib.compress(source.text.encode("utf-8", "surrogatepass"))
        self._base.execute(
            "insert into articles values (?, ?, ?, ?)", (self.articles, source.id, _dumps(about), packed)
        )
        rows = zip(count(self.sentences), repeat(self.articles), *zip(*spans, strict=True), terms, strict=False)
        self._base.executemany("insert into sentences values (?, ?, ?, ?, ?, ?)", rows)
        self.articles += 1
        self.sentences += len(spans)

    def close(self) -> None:
        """Write everything to the disk."""
        self._base.commit()
        self._base.close()


class Store:
    """Read the store of an archive.

    Raises: InputError where it is damaged.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        with self._telling():
            self._base = sqlite3.connect(f"{self._path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            self._base.execute(f"pragma mmap_size = {_MAPPED}")
            self._base.execute("select 1 from sentences limit 1").fetchall()

    def sentences(self, numbers: Sequence[int]) -> list[Kept]:
        """Return what is kept of sentences, by the ids of their articles, and in the order they stand in."""
        marks = ", ".join("?" * len(numbers))
        query = f"{_SENTENCES} where sentences.number in ({marks}) order by id, sentences.number"
        with self._telling():
            rows = self._base.execute(query, numbers).fetchall()
            return [Kept(Spot(article, _PARTS[part], start, end), terms) for article, part, start, end, terms in rows]

    def article(self, number: int) -> Source:
        """Return an article, by its number."""
        with self._telling():
            row = self._base.execute("select id, about, packed from articles where number = ?", (number,)).fetchone()
            return self._source(*row)

    def _source(self, name: str, about: str, packed: bytes) -> Source:
        known = json.loads(about)
        text = zlib.decompress(packed).decode("utf-8", "surrogatepass")
        if _digest(text) != known.pop("digest"):
            raise ValueError(name)
        day = known.pop("published")
        notes = tuple(known.pop("notes"))
        return Source(id=name, text=text, published=date.fromisoformat(day) if day else None, notes=notes, **known)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, zlib.error, ValueError, TypeError, KeyError) as error:
            raise InputError("is damaged", str(self._path), "build it again: verifier archive build FOLDER") from error


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _dumps(value: object) -> str:
    return json.dumps(value)

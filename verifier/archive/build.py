"""Build an archive: read every article that a folder keeps, and index its sentences."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from verifier.archive import index, store
from verifier.archive.terms import terms
from verifier.audit.catalogue import Catalogue
from verifier.audit.executors import Crew
from verifier.audit.pool import Pool
from verifier.cache import Cache, document_reader, reader
from verifier.data.version import version
from verifier.data.writing import refuse_others, writing
from verifier.errors import InputError
from verifier.model import Part, Source, SourceReading, Trouble

NAME, ABOUT, INDEX = ".archive", "about.json", "index"
_OWN = frozenset({ABOUT, INDEX, store.FILE})
FORMAT = 3
_AT_ONCE = 16
Batch = tuple[int, list[Source]]


class Read(NamedTuple):
    """Hold an article as it was read: the spans of its sentences, and the terms of each, with spaces between."""

    source: Source
    spans: list[tuple[Part, int, int]]
    terms: list[str]


class Built(NamedTuple):
    """Hold what an archive was built of, and the articles that could not be used."""

    articles: int
    sentences: int
    troubles: tuple[Trouble, ...]


def build(
    folder: Path, crew: Crew, tell: Callable[[int, int], None] = lambda _done, _of: None, kept: Cache | None = None
) -> Built:
    """Index all articles of a folder; the archive that was there before is replaced when the new one is whole.

    Raises: InputError where the folder is none, or holds no article; OutputError where it cannot be written;
    UsageError where tantivy is not installed, or something that is no archive has its name.
    """
    index.tantivy()
    if not folder.is_dir():
        raise InputError("no such folder", str(folder), "name the folder that articles were fetched to")
    catalogue = Catalogue([folder], read=document_reader(kept))
    if not len(catalogue):
        trouble = next(iter(catalogue.troubles), None)
        what, where = (trouble.what, trouble.where) if trouble else ("holds no article", str(folder))
        raise InputError(what, where, "fetch some with: verifier sources fetch")
    with writing(folder, "check the folder", named=True):
        what, hint = "holds something else than an archive", "move it away, and build again"
        refuse_others(folder / NAME, partial(_is_own, folder / NAME), what, hint)
        made = Path(mkdtemp(prefix=f"{NAME}.", dir=folder))
        try:
            built = _fill(made, catalogue, Pool(partial(read, kept), crew), tell)
            _swap(made, folder / NAME)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    return built


def read(kept: Cache | None, batch: Batch) -> list[Read]:
    """Read articles, as a process of its own does."""
    return [_read(source, reader(kept)) for source in batch[1]]


def _fill(made: Path, catalogue: Catalogue, pool: Pool[Batch, list[Read]], tell: Callable[[int, int], None]) -> Built:
    (made / INDEX).mkdir()
    articles, sentences = store.Writer(made), index.Writer(made / INDEX)
    troubles = list(catalogue.troubles)
    try:
        for each in _in_order(pool, _batches(catalogue, troubles)):
            for offset, found in enumerate(each.terms):
                sentences.add(articles.sentences + offset, found)
            articles.add(each.source, each.spans, each.terms)
            tell(articles.articles, len(catalogue))
        articles.close()
    finally:
        sentences.close()  # its threads write until then, and what they write could not be removed
    about = {"format": FORMAT, "version": version(), "articles": articles.articles, "sentences": articles.sentences}
    (made / ABOUT).write_text(json.dumps(about) + "\n", encoding="utf-8")
    return Built(articles.articles, articles.sentences, tuple(troubles))


def _in_order(pool: Pool[Batch, list[Read]], batches: Iterator[Batch]) -> Iterator[Read]:
    """Yield what was read in the order of the articles, whatever process is done first."""
    done: dict[int, list[Read]] = {}
    turn = 0
    for (number, _), outcome in pool.run(batches):
        if isinstance(outcome, Exception):
            raise outcome
        done[number] = outcome
        while turn in done:
            yield from done.pop(turn)
            turn += 1


def _batches(catalogue: Catalogue, troubles: list[Trouble]) -> Iterator[Batch]:
    found = _sources(catalogue, troubles)
    number = 0
    while batch := list(islice(found, _AT_ONCE)):
        yield number, batch
        number += 1


def _sources(catalogue: Catalogue, troubles: list[Trouble]) -> Iterator[Source]:
    for name in catalogue.ids():
        for item in catalogue.article(name):
            if isinstance(item, Source):
                yield item
            else:
                troubles.append(item)


def _read(source: Source, reading: Callable[[Source], SourceReading]) -> Read:
    found = reading(source).sentences
    return Read(source, [(s.part, s.start, s.end) for s in found], [" ".join(terms(s.text)) for s in found])


def _is_own(target: Path, names: frozenset[str]) -> bool:
    """Tell whether what is to be replaced is an archive, or an empty folder."""
    return not target.is_symlink() and (not names or {ABOUT} <= names <= _OWN)


def _swap(made: Path, target: Path) -> None:
    """Put a new archive in the place of an old one."""
    old = target.with_name(f"{made.name}.old")
    if target.exists():
        target.rename(old)
    made.rename(target)
    shutil.rmtree(old, ignore_errors=True)

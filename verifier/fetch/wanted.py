"""Collect the addresses that postmortems and article tables cite."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from verifier.audit.incidents import is_table_of_incidents, stream
from verifier.audit.reach import cited_by
from verifier.data.decode import open_file
from verifier.ingest.articles import header, read_articles
from verifier.ingest.filenames import told_apart
from verifier.ingest.listed import is_table
from verifier.model import Postmortem, Source, Trouble
from verifier.text.addresses import written

_URL = re.compile(written(without=r"`|\\^{}", end="_"), re.IGNORECASE)
_LONGEST = 2000


class Wanted(NamedTuple):
    """Hold an address to be fetched: the id that the article is to have, and what is known of it already."""

    id: str
    url: str
    title: str = ""
    published: date | None = None


class Collected(NamedTuple):
    """Hold the addresses of all inputs, each once, the postmortems among the inputs, and what could not be read."""

    wanted: tuple[Wanted, ...]
    postmortems: tuple[Postmortem, ...]
    troubles: tuple[Trouble, ...]


def collect(inputs: Sequence[str]) -> Collected:
    """Collect the addresses of postmortems, article tables and addresses given as they are.

    Of a table beside postmortems only the articles that these cite are wanted.
    Raises: InputError where a table cannot be read.
    """
    addresses = [given for given in inputs if is_address(given)]
    paths = [Path(given) for given in inputs if not is_address(given)]
    tables = [path for path in paths if is_article_table(path)]
    found = list(stream([path for path in paths if path not in tables]))
    postmortems = tuple(item for item in found if isinstance(item, Postmortem))
    labels = {label.rstrip("/") for each in postmortems for label in (*cited_by(each), *targets(each))}
    rows = [item for path in tables for item in read_articles(path)]
    listed = [row for row in rows if isinstance(row, Source) and row.url]
    chosen = [row for row in listed if not postmortems or not labels.isdisjoint({row.id, row.url.rstrip("/")})]
    named = (Wanted(row.id, row.url, row.title, row.published) for row in chosen)
    loose = (Wanted(name_of(url), url) for url in (*addresses, *(u for each in postmortems for u in targets(each))))
    troubles = tuple(item for item in (*found, *rows) if isinstance(item, Trouble))
    return Collected(tuple(_once((*named, *loose))), postmortems, troubles)


def is_address(given: str) -> bool:
    """Say whether an input is an address rather than a path."""
    return given.lower().startswith(("http://", "https://"))


def is_article_table(path: Path) -> bool:
    """Say whether a file is a table of articles.

    Raises: InputError where it cannot be read.
    """
    if not is_table(path) or is_table_of_incidents(path):
        return False
    with open_file(path) as table:
        return "article id" in header(table.readline(_LONGEST).decode("utf-8", "replace"))


def targets(postmortem: Postmortem) -> Iterator[str]:
    """Yield the addresses that a postmortem links, lists or writes out."""
    yield from (target for _, target in postmortem.references if is_address(target))
    for field in postmortem.fields:
        yield from (label for link in field.links for label in link.labels if is_address(label))
        yield from (match[0] for match in _URL.finditer(field.text, field.start, field.end))


def name_of(url: str) -> str:
    """Return an id for the article at an address: its host and the end of its path, told apart by a digest."""
    site, *path = _page(url).partition("?")[0].partition("://")[2].split("/")
    tail = next((part for part in reversed(path) if part), "")
    return told_apart(f"{site.rpartition('@')[2]}_{tail[:40]}", url)


def _page(url: str) -> str:
    """Return an address without the place within its page; unlike `urldefrag`, without an error for any address."""
    return url.partition("#")[0]


def _once(wanted: Iterable[Wanted]) -> Iterator[Wanted]:
    seen: set[str] = set()
    for each in wanted:
        url = _page(each.url)
        if url.rstrip("/") not in seen and len(url) < _LONGEST:
            seen.add(url.rstrip("/"))
            yield each._replace(url=url)

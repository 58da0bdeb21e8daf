"""Read the sources that a manifest lists."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path

from verifier.data.decode import open_file, unreadable
from verifier.errors import InputError
from verifier.ingest.articles import read_articles
from verifier.ingest.document import first_headline, read_document
from verifier.ingest.manifest import Entry, Manifest
from verifier.ingest.tables import TABLES
from verifier.ingest.urls import host, usable
from verifier.model import Role, Source, Trouble

CHANGED = "changed since the manifest was written"
REWRITE = 'write the manifest anew with "verifier sources init --force"'


def listed_sources(
    manifest: Manifest, ids: Collection[str] | None = None, skip: Callable[[Path], bool] = lambda _: False
) -> Iterator[Source | Trouble]:
    """Yield the sources of a manifest in its order, those with the role `exclude` and those to skip left out.

    `ids` limits what is read of article tables. A file whose hash differs is yielded with a note, and a trouble.
    """
    for entry in manifest.entries:
        path = manifest.locate(entry)
        if entry.role is Role.EXCLUDE or skip(path):
            continue
        try:
            yield from _table(path, entry, ids) if is_table(path) else _document(path, entry)
        except InputError as error:
            yield Trouble(error.where, error.what, error.hint)


def is_table(path: Path) -> bool:
    """Tell whether a file is a table of articles rather than one article."""
    return path.suffix.lower() in TABLES


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal.

    Raises: InputError where it is missing, no regular file or unreadable.
    """
    with open_file(path) as stream:
        try:
            return hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise unreadable(path, error) from error


def change(path: Path, expected: str, found: str) -> Trouble | None:
    """Return the trouble of a file whose hash is not the one expected; none is expected where it is empty."""
    if expected in {"", found}:
        return None
    what = f"{CHANGED}: its sha256 was {expected}, and is {found}"
    return Trouble(str(path), what, f"restore the file, or {REWRITE}")


def _document(path: Path, entry: Entry) -> Iterator[Source | Trouble]:
    source = read_document(path)
    trouble = change(path, entry.sha256, source.sha256)
    yield _described(source, entry, changed=trouble is not None)
    if trouble:
        yield trouble


def _table(path: Path, entry: Entry, ids: Collection[str] | None) -> Iterator[Source | Trouble]:
    trouble = change(path, entry.sha256, file_digest(path)) if entry.sha256 else None
    for item in read_articles(path, ids):
        if isinstance(item, Source):
            yield replace(item, role=entry.role, notes=(*item.notes, *([CHANGED] if trouble else [])))
        else:
            yield item
    if trouble:
        yield trouble


def _described(source: Source, entry: Entry, *, changed: bool) -> Source:
    """Add what the manifest says; a title that the body opens with stays in the body alone."""
    title = entry.title or source.title
    stated, remarks = usable(entry.url)
    return replace(
        source,
        id=entry.id,
        title="" if title == first_headline(source.text) else title,
        url=stated or source.url,
        outlet=entry.outlet or (host(stated) if stated else source.outlet),
        published=entry.published or source.published,
        role=entry.role,
        notes=(*source.notes, *remarks, *((CHANGED,) if changed else ())),
    )

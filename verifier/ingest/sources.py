"""Read the sources that a user names: files, folders, manifests and article tables."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from verifier.errors import InputError, VerifierError
from verifier.ingest.articles import read_articles
from verifier.ingest.document import headline, read_document
from verifier.ingest.folder import MANIFEST, PUT_ARTICLES, article_files, is_folder, unread_files
from verifier.ingest.foreign import is_report
from verifier.ingest.listed import is_table, listed_sources
from verifier.ingest.manifest import read_manifest
from verifier.ingest.namesakes import namesakes, of_rows
from verifier.model import Source, Trouble

__all__ = ["SourceSet", "headline", "read_sources"]

_SHOWN = 3


class SourceSet(NamedTuple):
    """Hold the sources that were read, in the order they were named, and the inputs that could not be."""

    sources: tuple[Source, ...]
    troubles: tuple[Trouble, ...]


def read_sources(
    paths: Sequence[Path], exclude: Collection[Path] = (), ids: Collection[str] | None = None
) -> SourceSet:
    """Read every source under the paths: article files, folders of them, manifests, article tables.

    `exclude` are the postmortems under audit, which are no sources of their own; `ids` limits what is read of article
    tables. Raises: ConfigError where a manifest is wrong or two sources have one id; InputError where no source with
    any text is left (with `ids`, only where something could not be read).
    """
    skip = _matcher(exclude)
    found = [item for path in paths for item in _safely(path, _named(path, skip, ids))]
    unique = [*_unique(item for item in found if isinstance(item, Source))]
    sources = tuple(item for item in unique if isinstance(item, Source))
    troubles = tuple(item for item in (*found, *unique) if isinstance(item, Trouble))
    if not any(source.text for source in sources) and (ids is None or troubles):
        raise _nothing(paths, sources, troubles)
    return SourceSet(sources, troubles)


def _named(path: Path, skip: Callable[[Path], bool], ids: Collection[str] | None) -> Iterator[Source | Trouble]:
    """Yield the sources of one path that a user named."""
    if is_folder(path):
        yield from _folder(path, skip, ids)
    elif skip(path):
        yield Trouble(str(path), "is the postmortem under audit, and no source of its own", "name its articles")
    elif is_report(path):
        yield Trouble(str(path), "is a report of verifier, and no source", "name the articles themselves")
    else:
        yield from _file(path, skip, ids)


def _folder(folder: Path, skip: Callable[[Path], bool], ids: Collection[str] | None) -> Iterator[Source | Trouble]:
    found = [path for path in article_files(folder) if not skip(path)]
    reports = {path for path in found if is_report(path)}
    files = [path for path in found if path not in reports]
    for path in sorted(reports):
        yield Trouble(str(path), "is a report of verifier, and no source", "write reports elsewhere", slight=True)
    yield from _unread(folder, skip)
    if not files:
        raise InputError("holds no article", str(folder), f"{PUT_ARTICLES}, or name another folder")
    for path in files:
        yield from _safely(path, _file(path, skip, ids))


def _unread(folder: Path, skip: Callable[[Path], bool]) -> Iterator[Trouble]:
    """Yield one trouble for all documents of a folder that are not read."""
    names = [str(path.relative_to(folder)) for path in unread_files(folder) if not (skip(path) or is_report(path))]
    if names:
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        what = f"holds documents that are not read: {', '.join(names[:_SHOWN])}{more}"
        yield Trouble(str(folder), what, "convert them to text, Markdown, HTML, PDF or .docx", slight=True)


def _file(path: Path, skip: Callable[[Path], bool], ids: Collection[str] | None) -> Iterator[Source | Trouble]:
    if _is_manifest(path):
        yield from listed_sources(read_manifest(path), ids, skip)
    elif is_table(path):
        yield from read_articles(path, ids)
    else:
        yield read_document(path)


def _safely(path: Path, items: Iterable[Source | Trouble]) -> Iterator[Source | Trouble]:
    """Yield items until one cannot be read, and then the trouble; wrong manifests are still raised."""
    try:
        yield from items
    except InputError as error:
        yield Trouble(error.where or str(path), error.what, error.hint)


def stands_for(path: Path) -> Iterator[Path]:
    """Yield the files that are read where a path is named: itself, the articles of a folder, those of a manifest."""
    yield path
    with suppress(VerifierError):
        if is_folder(path):
            yield from (file for each in article_files(path) for file in stands_for(each))
        elif _is_manifest(path):
            found = read_manifest(path)
            yield from (path.parent / file for entry in found.entries for file in (entry.file, entry.page) if file)


def _is_manifest(path: Path) -> bool:
    return path.name == MANIFEST or path.suffix.lower() == ".json"


def _matcher(paths: Collection[Path]) -> Callable[[Path], bool]:
    """Return a test whether a path leads to one of the given files, however it is spelled or linked."""
    known = {key for path in paths for key in keys(path)}
    return lambda path: not known.isdisjoint(keys(path))


def keys(path: Path) -> set[object]:
    """Return what a file can be known by: its path after all links, and its place on the disk where it is a file."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return {os.path.realpath(path)}
    return {os.path.realpath(path), (status.st_dev, status.st_ino)}


def _unique(sources: Iterable[Source]) -> Iterator[Source | Trouble]:
    """Yield the sources, each once though its file was named twice; of rows of a table with one id the one meant.

    Raises: ConfigError where two of them have one id, and are no rows of one table.
    """
    seen: dict[str, dict[str, Source]] = {}
    for source in sources:
        alike = seen.setdefault(source.id, {})
        first = next(iter(alike.values()), source)
        same_file = os.path.realpath(first.path) == os.path.realpath(source.path)
        if not same_file or (first.sha256 != source.sha256 and not is_table(Path(source.path))):
            raise namesakes(source.id, Path(first.path), Path(source.path))
        alike.setdefault(source.sha256, source)
    for alike in seen.values():
        found = [*alike.values()]
        if len(found) == 1:
            yield found[0]
            continue
        meant, trouble = of_rows(found)
        yield from (trouble,) if meant is None else (meant, trouble)


def _nothing(paths: Sequence[Path], sources: Sequence[Source], troubles: Sequence[Trouble]) -> InputError:
    """Return the error for a set of sources without any text."""
    if len(troubles) == 1 and not sources:
        return InputError(troubles[0].what, troubles[0].where, troubles[0].hint)
    if not troubles:
        where = ", ".join(map(str, paths[:_SHOWN]))
        return InputError("no source holds any text" if sources else "no source is named", where, "name some articles")
    shown = "; ".join(f"{trouble.where} {trouble.what}" for trouble in troubles[:_SHOWN])
    more = f"; and {len(troubles) - _SHOWN} more" if len(troubles) > _SHOWN else ""
    return InputError(f"no source could be read: {shown}{more}", hint="name articles that can be read")

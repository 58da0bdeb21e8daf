"""Yield the postmortems of files and folders one by one, so that a whole database need not fit into memory."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from verifier.data.decode import first_bytes
from verifier.errors import InputError
from verifier.ingest.articles import opened
from verifier.ingest.folder import MANIFEST, has_article_name, is_folder, visible_files
from verifier.ingest.incidents import is_export, stream_incidents
from verifier.ingest.listed import is_table
from verifier.ingest.postmortems import read_postmortems
from verifier.ingest.tables import TABLES, reader
from verifier.model import Postmortem, Trouble

_HEAD = 65_536
_ENDINGS = TABLES | {".txt", ".md", ".markdown", ".json"}


def postmortem_files(paths: Sequence[Path], is_source: Callable[[Path], bool]) -> tuple[Path, ...]:
    """Return the files to be audited: those named, and of folders all that look like postmortems and are no source.

    Raises: InputError where a folder holds none.
    """
    return tuple(dict.fromkeys(chain.from_iterable(_files(path, is_source) for path in paths)))


def stream(paths: Sequence[Path]) -> Iterator[Postmortem | Trouble]:
    """Yield the postmortems of files; what cannot be read is a trouble, and an id that was there before as well."""
    seen: dict[str, str] = {}
    for path in paths:
        for found in _safely(path):
            if isinstance(found, Postmortem) and (first := seen.setdefault(found.id, found.path)) != found.path:
                yield Trouble(found.path, f"the incident {found.id} stands in {first}, too", "rename one of them")
            else:
                yield found


def is_table_of_incidents(path: Path) -> bool:
    """Say whether a file is a table with an incident in each row."""
    return is_export(first_bytes(path, _HEAD).decode("utf-8-sig", errors="replace"))


def counted(paths: Sequence[Path]) -> int:
    """Return how many postmortems files hold, as far as can be told without reading them in full."""
    return sum(max(1, _rows(path)) for path in paths)


def _rows(path: Path) -> int:
    if not is_table_of_incidents(path):
        return 1
    try:
        with opened(path) as stream:
            return sum(1 for _ in reader(stream)) - 1
    except (InputError, UnicodeDecodeError, csv.Error):
        return 1


def _files(path: Path, is_source: Callable[[Path], bool]) -> tuple[Path, ...]:
    if not is_folder(path):
        return (path,)
    listed = (file for file in _candidates(path) if not is_source(file))
    found = tuple(file for file in listed if not is_table(file) or is_table_of_incidents(file))
    if not found:
        raise InputError("holds no postmortem", str(path), "name a folder of postmortems, or a table of incidents")
    return found


def _candidates(folder: Path) -> list[Path]:
    return sorted(path for path in visible_files(folder) if _may_be_one(path))


def _may_be_one(path: Path) -> bool:
    """Tell whether a file is named as a postmortem may be, or as a record of one in JSON."""
    named = has_article_name(path) or (path.suffix == ".json" and path.name != MANIFEST)
    return named and path.suffix.lower() in _ENDINGS


def _safely(path: Path) -> Iterator[Postmortem | Trouble]:
    try:
        yield from stream_incidents(path) if is_table_of_incidents(path) else read_postmortems(path)
    except InputError as error:
        yield Trouble(error.where or str(path), error.what, error.hint)

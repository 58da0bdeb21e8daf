"""Find the article files of a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from verifier.data.decode import first_bytes
from verifier.data.walking import walk
from verifier.ingest.articles import header
from verifier.ingest.document import SUFFIXES
from verifier.ingest.foreign import is_markup

MANIFEST = "manifest.json"
_PAPERS = frozenset(
    {"readme", "license", "licence", "copying", "notice", "authors", "changelog", "contributing", "security"}
)
_DOCUMENTS = frozenset(".doc .odt .rtf .epub .pages .eml .msg .mht .mhtml .ppt .pptx .xls .xlsx .ods .gz .zip".split())
_HEAD = 65_536


def is_folder(path: Path) -> bool:
    """Tell whether a path leads to a folder; unlike `Path.is_dir`, without an error for any path."""
    return os.path.isdir(path)  # noqa: PTH112


def article_files(folder: Path) -> Iterator[Path]:
    """Yield the article files of a folder and its folders, sorted; where a manifest lies, only the manifest.

    Raises: InputError, while iterating, where a folder cannot be listed.
    """
    return (path for path in _walk(folder, stop_at_manifests=True) if path.name == MANIFEST or not is_postmortem(path))


def unread_files(folder: Path) -> Iterator[Path]:
    """Yield the documents of a folder without manifests whose kind is not read.

    Raises: InputError, while iterating, where a folder cannot be listed.
    """
    for here, folders, files in walk(folder):
        if MANIFEST in files:
            folders.clear()
            continue
        folders[:] = sorted(entry for entry in folders if not entry.startswith("."))
        paths = (here / file for file in sorted(files) if not file.startswith("."))
        yield from (path for path in paths if path.suffix.lower() in _DOCUMENTS or is_markup(path))


def candidate_files(folder: Path) -> Iterator[Path]:
    """Yield every file of a folder and its folders that has an article's name, postmortems too, sorted.

    Raises: InputError, while iterating, where a folder cannot be listed.
    """
    return _walk(folder, stop_at_manifests=False)


def visible_files(folder: Path) -> Iterator[Path]:
    """Yield every file of a folder and its folders, hidden ones left out, sorted.

    Raises: InputError, while iterating, where a folder cannot be listed.
    """
    for here, folders, files in walk(folder):
        folders[:] = sorted(entry for entry in folders if not entry.startswith("."))
        yield from (here / file for file in sorted(files) if not file.startswith("."))


def _walk(folder: Path, *, stop_at_manifests: bool) -> Iterator[Path]:
    """Walk a folder; hidden files and folders, and folders that are symbolic links, are left out."""
    for here, folders, files in walk(folder):
        if stop_at_manifests and MANIFEST in files:
            folders.clear()
            yield here / MANIFEST
            continue
        folders[:] = sorted(entry for entry in folders if not entry.startswith("."))
        yield from (here / file for file in sorted(files) if _has_article_name(here / file))


def _has_article_name(path: Path) -> bool:
    named = path.suffix.lower() in SUFFIXES | {".csv"} and path.stem.casefold() not in _PAPERS
    return named and not path.name.startswith(".")


def is_postmortem(path: Path) -> bool:
    """Tell whether a file is FAIL page text or a FAIL table of incidents."""
    head = _head(path)
    if path.suffix.lower() == ".csv":
        return "incident id" in header(head.partition("\n")[0])
    return head.startswith("Incident:") and "Postmortem Analysis" in head


def _head(path: Path) -> str:
    """Return a file's first lines; none where it cannot be read, which is said when it is read in full."""
    return first_bytes(path, _HEAD).decode("utf-8-sig", errors="replace").lstrip()

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
from verifier.ingest.tables import TABLES

MANIFEST = "manifest.json"
_PAPERS = frozenset(
    {"readme", "license", "licence", "copying", "notice", "authors", "changelog", "contributing", "security"}
)
_DOCUMENTS = frozenset(
    ".doc .odt .rtf .epub .pages .eml .msg .mht .mhtml .ppt .pptx .xls .xlsx .ods .gz .zip .json .jsonl".split()
)
_HEAD = 65_536
PUT_ARTICLES = f"put articles there (.txt, .md, .html, .pdf, {', '.join(sorted(TABLES))})"
"""What to do with a folder that holds none."""


def is_folder(path: Path) -> bool:
    """Tell whether a path leads to a folder; unlike `Path.is_dir`, without an error for any path."""
    return os.path.isdir(path)  # noqa: PTH112


def article_files(folder: Path) -> Iterator[Path]:
    """Yield the article files of a folder and its folders, sorted; where a manifest lies, only the manifest.

    Raises: InputError, while iterating, where a folder cannot be listed.
    """
    for path in visible_files(folder, stop_at_manifests=True):
        if path.name == MANIFEST or (has_article_name(path) and not is_postmortem(path)):
            yield path


def unread_files(folder: Path) -> Iterator[Path]:
    """Yield the documents of a folder without manifests whose kind is not read.

    Raises: InputError, while iterating, where a folder cannot be listed.
    """
    found = (path for path in visible_files(folder, stop_at_manifests=True) if path.name != MANIFEST)
    return (path for path in found if path.suffix.lower() in _DOCUMENTS or is_markup(path))


def candidate_files(folder: Path) -> Iterator[Path]:
    """Yield every file of a folder and its folders that has an article's name, postmortems too, sorted.

    Raises: InputError, while iterating, where a folder cannot be listed.
    """
    return filter(has_article_name, visible_files(folder))


def visible_files(folder: Path, *, stop_at_manifests: bool = False) -> Iterator[Path]:
    """Yield every file of a folder and its folders, sorted; hidden ones and folders that are links are left out.

    `stop_at_manifests` says that a folder with a manifest is that one file.
    Raises: InputError, while iterating, where a folder cannot be listed.
    """
    for here, folders, files in walk(folder):
        if stop_at_manifests and MANIFEST in files:
            folders.clear()
            yield here / MANIFEST
            continue
        folders[:] = sorted(entry for entry in folders if not entry.startswith("."))
        yield from (here / file for file in sorted(files) if not file.startswith("."))


def has_article_name(path: Path) -> bool:
    """Tell whether a file is named as articles and postmortems are."""
    return path.suffix.lower() in SUFFIXES | TABLES and path.stem.casefold() not in _PAPERS


def is_postmortem(path: Path) -> bool:
    """Tell whether a file is FAIL page text or a FAIL table of incidents."""
    head = _head(path)
    if path.suffix.lower() in TABLES:
        return "incident id" in header(head.partition("\n")[0])
    return head.startswith("Incident:") and "Postmortem Analysis" in head


def _head(path: Path) -> str:
    """Return a file's first lines; none where it cannot be read, which is said when it is read in full."""
    return first_bytes(path, _HEAD).decode("utf-8-sig", errors="replace").lstrip()

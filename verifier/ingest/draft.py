"""Draft a manifest's entries from what the files of a folder tell about themselves."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Sequence
from pathlib import Path

from verifier.errors import InputError
from verifier.ingest.document import headline, read_document
from verifier.ingest.folder import PUT_ARTICLES, candidate_files, is_folder, is_postmortem
from verifier.ingest.listed import file_digest, is_table
from verifier.ingest.manifest import Entry, Manifest
from verifier.model import Role, Trouble
from verifier.text.patterns import pattern

_CONTROL = pattern(r"[\x00-\x1f\x7f\ud800-\udfff]")
_LINE = 2000


def draft(folder: Path, old: Manifest | None = None) -> tuple[tuple[Entry, ...], tuple[Trouble, ...]]:
    """Return an entry for each article file of a folder, with what its text tells, and the files that raised doubts.

    Postmortems are entered to be excluded. What an old manifest says of a file is kept, but for its hash.
    Raises: InputError where the folder cannot be listed or holds no such file.
    """
    if not is_folder(folder):
        raise InputError("is no folder" if os.path.lexists(folder) else "no such folder", str(folder), "check the path")
    paths = list(candidate_files(folder))
    files = [path.relative_to(folder).as_posix() for path in paths]
    if not paths:
        raise InputError("holds no article", str(folder), PUT_ARTICLES)
    known = {os.path.normpath(entry.file): entry for entry in (old.entries if old else ())}
    names = _ids([file for file in files if file not in known], {entry.id for entry in known.values()})
    found = [_entry(path, file, known.get(file) or names[file]) for path, file in zip(paths, files, strict=True)]
    return (
        tuple(item for pair in found for item in pair if isinstance(item, Entry)),
        tuple(item for pair in found for item in pair if isinstance(item, Trouble)),
    )


def _entry(path: Path, file: str, given: Entry | str) -> tuple[Entry | Trouble, ...]:
    """Return a file's entry, or the trouble with it; both where only its text cannot be read."""
    if _CONTROL.search(file) or len(file) > _LINE:
        shown = file.encode("unicode_escape", "backslashreplace").decode()
        return (Trouble(shown, "has a name that a manifest cannot hold", "rename it"),)
    try:
        digest = file_digest(path)
    except InputError as error:
        return (Trouble(error.where, error.what, error.hint),)
    if isinstance(given, Entry):
        return (given._replace(sha256=digest),)
    entry = Entry(given, file, sha256=digest, role=Role.EXCLUDE if is_postmortem(path) else Role.CITED)
    if entry.role is Role.EXCLUDE or is_table(path):
        return (entry,)
    try:
        return (_described(path, entry),)
    except InputError as error:
        return (entry, Trouble(error.where, error.what, error.hint))


def _described(path: Path, entry: Entry) -> Entry:
    """Add what an article's own text tells about it."""
    source = read_document(path)
    return entry._replace(
        title=_line(headline(source)),
        url=_line(source.url) if re.match(r"https?://", source.url) else "",
        outlet=_line(source.outlet),
        published=source.published,
    )


def _line(text: str) -> str:
    return _CONTROL.sub(" ", text)[:_LINE]


def _ids(files: Sequence[str], taken: Collection[str]) -> dict[str, str]:
    """Return an id for each file: its stem, its path without ending, or its path, the first that tells all apart."""
    stems = [Path(file).stem.strip() or file for file in files]
    for ids in (stems, [str(Path(file).with_suffix("")) for file in files], files):
        if len({*ids, *taken}) == len(files) + len(taken):
            break
    return dict(zip(files, ids, strict=True))

"""Write a manifest, and check that the files are still those it names."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from verifier.data.writing import replaced, writing
from verifier.errors import InputError
from verifier.ingest.folder import candidate_files, is_postmortem
from verifier.ingest.listed import CHANGED, REWRITE, change, file_digest
from verifier.ingest.manifest import Entry, Manifest, Missing
from verifier.model import Trouble

_OF_PAGES = frozenset({"page", "page_sha256", "fetched", "final_url"})


def write_manifest(path: Path, entries: Sequence[Entry], missing: Sequence[Missing] = ()) -> None:
    """Write a manifest in one step: a reader sees the old file or the new one, never a part.

    Raises: OutputError where it cannot be written.
    """
    data: dict[str, object] = {"version": 1, "sources": [_record(entry) for entry in entries]}
    if missing:
        data["missing"] = [each._asdict() for each in missing]
    text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    with writing(path, "check the folder's permissions"):
        replaced(path, [text.encode()])


def _record(entry: Entry) -> dict[str, object]:
    """Return an entry as JSON; what is known of a fetched page only where it was fetched."""
    record = {**entry._asdict(), "published": entry.published and entry.published.isoformat()}
    return {key: value for key, value in record.items() if value or key not in _OF_PAGES}


def check_manifest(manifest: Manifest) -> tuple[Trouble, ...]:
    """Return every file that changed, is missing, has no hash, or is an article that the manifest does not name.

    Raises: InputError where the manifest's folder cannot be listed.
    """
    return (*_changed(manifest), *_unlisted(manifest))


def _changed(manifest: Manifest) -> Iterator[Trouble]:
    for entry in manifest.entries:
        path = manifest.locate(entry)
        try:
            trouble = change(path, entry.sha256, file_digest(path))
        except InputError as error:
            trouble = Trouble(error.where, error.what, error.hint)
        if trouble or not entry.sha256:
            yield trouble or Trouble(str(path), "has no sha256 in the manifest", REWRITE)
        if entry.page:
            yield from _changed_page(manifest.path.parent / entry.page, entry)


def _changed_page(path: Path, entry: Entry) -> Iterator[Trouble]:
    try:
        if entry.page_sha256 != (found := file_digest(path)):
            what = f"{CHANGED}: its sha256 was {entry.page_sha256}, and is {found}"
            yield Trouble(str(path), what, 'restore the file, or fetch it anew with "verifier sources fetch"')
    except InputError as error:
        yield Trouble(error.where, error.what, error.hint)


def _unlisted(manifest: Manifest) -> Iterator[Trouble]:
    named = {os.path.normpath(entry.file) for entry in manifest.entries}
    folder = manifest.path.parent
    for path in candidate_files(folder):
        if str(path.relative_to(folder)) not in named and not is_postmortem(path):
            yield Trouble(str(path), "is not named in the manifest", f"{REWRITE}, or move the file away")

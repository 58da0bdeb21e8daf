"""Read a manifest: which files are the sources, what is known of them, and the hashes that they had."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, NamedTuple

from verifier.data import folders as assets
from verifier.data.decode import read_text
from verifier.data.fitting import surely_fits
from verifier.data.json_text import parse_json
from verifier.errors import ConfigError
from verifier.model import Role

SCHEMA = "manifest.schema.json"


class Entry(NamedTuple):
    """Hold what a manifest says of a source; files are relative to the manifest, empty values are unknown.

    `page` is the WARC file with the page as it came, `fetched` when that was (ISO 8601), `final_url` where it was.
    """

    id: str
    file: str
    title: str = ""
    url: str = ""
    outlet: str = ""
    published: date | None = None
    sha256: str = ""
    role: Role = Role.CITED
    page: str = ""
    page_sha256: str = ""
    fetched: str = ""
    final_url: str = ""


class Missing(NamedTuple):
    """Hold what a manifest says of a page that could not be fetched: why, what to do, and when it was tried."""

    id: str
    url: str
    reason: str
    hint: str = ""
    tried: str = ""


class Manifest(NamedTuple):
    """Hold a manifest; every file of its entries lies in its folder."""

    path: Path
    entries: tuple[Entry, ...]
    missing: tuple[Missing, ...] = ()

    def locate(self, entry: Entry) -> Path:
        """Return the path of an entry's file."""
        return self.path.parent / entry.file


def read_manifest(path: Path) -> Manifest:
    """Read and check a manifest.

    Raises: InputError where it is unreadable; ConfigError where it is malformed, names two sources alike, or names a
    file outside its folder.
    """
    data: Any = parse_json(read_text(path).text, str(path), ConfigError, strict=True)
    _validate(data, path)
    missing = tuple(Missing(**record) for record in data.get("missing", ()))
    manifest = Manifest(path, tuple(_entry(record) for record in data["sources"]), missing)
    _refuse_twins(manifest)
    for number, entry in enumerate(manifest.entries):
        for key, file in (("file", entry.file), ("page", entry.page)):
            if not file or _is_inside(path.parent, file):
                continue
            what = f"$.sources[{number}].{key} leaves the manifest's folder: {file}"
            raise ConfigError(what, str(path), "name a file in the folder, relative to the manifest")
    return manifest


def _validate(data: object, path: Path) -> None:
    """Check a manifest against its schema.

    Raises: ConfigError that names the worst place.
    """
    schema = json.loads((assets.folder("reports") / SCHEMA).read_text(encoding="utf-8"))
    if surely_fits(data, schema):
        return
    import jsonschema  # which takes a tenth of a small check to load

    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker(["date"]))
    if error := jsonschema.exceptions.best_match(checker.iter_errors(data)):
        what = error.message if len(error.message) <= 200 else f"{error.message[:200]} ..."
        raise ConfigError(f"{error.json_path}: {what}", str(path), f"see reports/{SCHEMA}")


def _entry(record: dict[str, str]) -> Entry:
    day = record.get("published")
    known = {key: value for key, value in record.items() if key not in {"published", "role"}}
    return Entry(**known, published=date.fromisoformat(day) if day else None, role=Role(record.get("role", Role.CITED)))


def _refuse_twins(manifest: Manifest) -> None:
    seen: dict[str, Entry] = {}
    for entry in manifest.entries:
        first = seen.setdefault(entry.id, entry)
        if first is not entry:
            what = f'two sources have the id "{entry.id}": {first.file} and {entry.file}'
            raise ConfigError(what, str(manifest.path), "give each its own id")


def _is_inside(folder: Path, file: str) -> bool:
    """Tell whether a file stays in a folder as it is written, on any system, and after its links are followed."""
    for path in (PurePosixPath(file), PureWindowsPath(file)):
        if path.is_absolute() or path.root or ".." in path.parts:
            return False
    root = os.path.realpath(folder)
    return os.path.realpath(folder / file).startswith(root.rstrip(os.sep) + os.sep)

"""Keep what was read, so that it need not be read again: by content and version, for several processes at once."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from verifier.data.decode import MAX_BYTES, read_bytes
from verifier.data.folders import folder
from verifier.data.version import version
from verifier.ingest.document import PAGES, read_document
from verifier.ingest.published import parse_date
from verifier.model import Exclusion, Part, Sentence, Source, SourceReading
from verifier.text.reading import read_source

MOST_BYTES = 2**30
_LEAST_SHARE = 0.8
_COSTLY = PAGES | {".pdf"}
_READERS = ("trafilatura", "pypdf", "nltk")


class Cache:
    """Hold values by what they were made of, in files named by its hash.

    A file is written whole or not at all, and holds the hash of its content: one that is damaged counts as absent. A
    folder that cannot be written is no error: then nothing is kept.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def get(self, kind: str, key: str) -> Any:  # noqa: ANN401  any JSON value
        """Return a value; None where there is none, or it is damaged."""
        try:
            digest, _, body = self._path(kind, key).read_bytes().partition(b"\n")
            return json.loads(body) if digest == _hash(body).encode() else None
        except (OSError, ValueError):
            return None

    def put(self, kind: str, key: str, value: Any) -> None:  # noqa: ANN401
        """Keep a value."""
        body = json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode()
        path = self._path(kind, key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".", dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(_hash(body).encode() + b"\n" + body)
                Path(name).replace(path)
            finally:
                Path(name).unlink(missing_ok=True)

    def prune(self, most: int = MOST_BYTES) -> None:
        """Remove what was kept longest ago where all is larger than so many bytes."""
        files = []
        for path in self.root.rglob("*"):
            with suppress(OSError):
                status = path.stat()
                files += [(status.st_mtime, status.st_size, path)] if path.is_file() else []
        held = sum(size for _, size, _ in files)
        for _, size, path in sorted(files) if held > most else ():
            if held <= _LEAST_SHARE * most:
                break
            with suppress(OSError):
                path.unlink()
                held -= size

    def _path(self, kind: str, key: str) -> Path:
        return self.root / kind / key[:2] / key


def standard() -> Cache:
    """Return the cache of this user: in the folder VERIFIER_CACHE, or where caches are kept."""
    named = os.environ.get("VERIFIER_CACHE")
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Cache(Path(named) if named else Path(home) / "verifier")


def reader(kept: Cache | None) -> Callable[[Source], SourceReading]:
    """Return what reads the sentences of a source, by the cache where there is one."""
    if kept is None:
        return read_source
    return lambda source: _reading(source, kept)


def document_reader(kept: Cache | None) -> Callable[[Path], Source]:
    """Return what reads an article file, by the cache where there is one and reading costs time."""
    if kept is None:
        return read_document
    return lambda path: _document(path, kept) if path.suffix.lower() in _COSTLY else read_document(path)


def _reading(source: Source, kept: Cache) -> SourceReading:
    key = _key(source.text, source.title, source.url, source.outlet)
    found = kept.get("readings", key)
    try:
        return _unpacked(source, found)
    except (TypeError, ValueError, LookupError):
        made = read_source(source)
        kept.put("readings", key, _packed(made))
        return made


def _packed(reading: SourceReading) -> list[list[list[Any]]]:
    return [
        [[s.part.value, s.start, s.end, s.paragraph] for s in reading.sentences],
        [[e.start, e.end, e.reason] for e in reading.excluded],
    ]


def _unpacked(source: Source, found: Any) -> SourceReading:  # noqa: ANN401
    """Return a reading from what was kept.

    Raises: TypeError, ValueError or LookupError where it is none of this source.
    """
    spans, excluded = found
    sentences = tuple(_sentence(source, Part(part), start, end, number) for part, start, end, number in spans)
    left_out = tuple(Exclusion(int(start), int(end), str(reason)) for start, end, reason in excluded)
    return SourceReading(source, sentences, left_out, source.notes)


def _sentence(source: Source, part: Part, start: int, end: int, number: int) -> Sentence:
    text = source.title if part is Part.TITLE else source.text
    if not 0 <= start < end <= len(text):
        raise ValueError(part)
    return Sentence(source.id, part, start, end, text[start:end], number)


def _document(path: Path, kept: Cache) -> Source:
    data = read_bytes(path, MAX_BYTES)
    key = _key(path.suffix.lower(), _hash(data))
    found = kept.get("documents", key)
    if isinstance(found, dict) and found.keys() == {"text", "title", "url", "outlet", "published", "sha256", "notes"}:
        known = {**found, "published": parse_date(found["published"] or ""), "notes": tuple(found["notes"])}
        return Source(id=path.stem, path=str(path), **known)
    made = read_document(path)
    day = made.published.isoformat() if made.published else None
    value = {"text": made.text, "title": made.title, "url": made.url, "outlet": made.outlet, "published": day}
    kept.put("documents", key, {**value, "sha256": made.sha256, "notes": list(made.notes)})
    return replace(made, path=str(path))


def _key(*parts: str) -> str:
    return _hash("\0".join((made_by(), *parts)).encode("utf-8", "surrogatepass"))


@cache
def made_by() -> str:
    """Return a digest of all that readings depend on beside the text: this program, its word lists, its libraries."""
    package = Path(__file__).parent
    code = (path for name in ("text", "ingest", "data") for path in (package / name).glob("*.py"))
    listed = sorted([*code, *folder("rules").rglob("*.toml")])
    whole = hashlib.sha256(repr([version(), *map(_installed, _READERS)]).encode())
    for path in listed:
        whole.update(path.read_bytes())
    return whole.hexdigest()


def _installed(name: str) -> str:
    try:
        return version_of(name)
    except PackageNotFoundError:
        return ""


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

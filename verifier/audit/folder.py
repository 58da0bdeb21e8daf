"""Keep the reports of an audit in a folder, and what was done already, so that a killed run goes on where it was."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from filelock import FileLock, Timeout

from verifier.audit.entries import STATES, Entry
from verifier.errors import OutputError, UsageError

SUMMARY, JOURNAL, INDEX, REPORTS = "summary.jsonl", "journal.jsonl", "index.html", "reports"
LOCK = ".audit.lock"
_WAIT = 5.0
"""So many seconds the processes of a run that was killed may still need to end."""


class Folder:
    """Hold the folder of an audit; every file in it is written whole or not at all, and the journal line by line.

    What tells the folder of an audit from others is the lock that lies there, or a line that an audit has written.
    Raises: UsageError for a folder that holds something else; OutputError where it cannot be written, or another run
    is writing to it.
    """

    def __init__(self, path: Path) -> None:
        self.path, self.reports = path, path / REPORTS
        try:
            path.mkdir(parents=True, exist_ok=True)
            if any(path.iterdir()) and not (path / LOCK).exists() and not any(self._lines()):
                raise UsageError("is not empty, and holds no audit", str(path), "name a new folder")
            self._lock = FileLock(path / LOCK, timeout=_WAIT)
            self._lock.acquire()
            self.reports.mkdir(exist_ok=True)
            self._before = {e["id"]: e for e in self._lines() if "key" in e}
            self._journal: BinaryIO = (path / JOURNAL).open("ab")
            self._journal.write(b"\n" if self._journal.tell() else b"")  # ends a line that was cut
        except Timeout as error:
            what, hint = "another run is writing here", "wait for it, or name another folder"
            raise OutputError(what, str(path), hint) from error
        except OSError as error:
            raise _unwritable(path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._journal.close()
        self._lock.release()

    def done(self, name: str, key: str) -> Entry | None:
        """Return the entry of a postmortem that was judged before on the same terms and whose reports are whole."""
        entry = self._before.get(name)
        if entry is None or entry["key"] != key:
            return None
        return entry if all(self._whole(*file) for file in entry["files"].items()) else None

    def keep(self, entry: Entry, files: dict[str, str]) -> None:
        """Write the reports of a postmortem, then its line of the journal."""
        try:
            for name, text in files.items():
                replaced(self.reports / name, text)
            self._journal.write(_line(entry))
            self._journal.flush()
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def finish(self, entries: Sequence[Entry], index: Iterable[str]) -> None:
        """Write summary and index, and remove the journal and the reports of postmortems that are gone."""
        try:
            replaced(self.path / SUMMARY, (_line(entry).decode() for entry in entries))
            replaced(self.path / INDEX, index)
            self._journal.close()
            (self.path / JOURNAL).unlink()
            named = {name for entry in entries for name in entry.get("files", ())}
            for name in {name for entry in self._before.values() for name in entry["files"]} - named:
                (self.reports / name).unlink(missing_ok=True)
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def _whole(self, name: str, digest: str) -> bool:
        try:
            with (self.reports / name).open("rb") as stream:
                return sha256(stream.read()).hexdigest() == digest
        except OSError:
            return False

    def _lines(self) -> Iterator[Entry]:
        """Yield the entries of earlier runs, the latest last; a line that is cut or altered counts as not written."""
        for name in (SUMMARY, JOURNAL):
            if (self.path / name).exists():
                yield from filter(None, map(_entry, (self.path / name).read_bytes().splitlines()))


def replaced(path: Path, text: str | Iterable[str]) -> None:
    """Write a file beside its place, piece by piece, and move it there."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with part.open("wb") as stream:
            for piece in [text] if isinstance(text, str) else text:
                stream.write(piece.encode("utf-8", "backslashreplace"))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _line(entry: Entry) -> bytes:
    return json.dumps(entry, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _entry(line: bytes) -> Entry | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.get("state") not in STATES:
        return None
    files = found.get("files")
    whole = isinstance(found.get("id"), str) and isinstance(files, dict) and all(map(_is_name, files))
    return found if whole or "key" not in found else None


def _is_name(name: str) -> bool:
    """Say whether a name stays in its folder."""
    return name == Path(name).name and not name.startswith(".")


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot be written ({error.strerror or error})", str(error.filename or path), "check the folder"
    )

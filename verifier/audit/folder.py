"""Keep the reports of an audit in a folder, and what was done already, so that a killed run goes on where it was."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from verifier.audit.entries import STATES, Entry
from verifier.data.json_text import parse_json
from verifier.data.writing import locked_folder, refuse_others, replaced, writing
from verifier.errors import InputError

SUMMARY, JOURNAL, INDEX, REPORTS = "summary.jsonl", "journal.jsonl", "index.html", "reports"
LOCK = ".audit.lock"


class Folder:
    """Hold the folder of an audit; every file in it is written whole or not at all, and the journal line by line.

    What tells the folder of an audit from others is the lock that lies there, or a line that an audit has written.
    Raises: UsageError for a folder that holds something else; OutputError where it cannot be written, or another run
    is writing to it.
    """

    def __init__(self, path: Path) -> None:
        self.path, self.reports, self._lock = path, path / REPORTS, ExitStack()
        with _writing(path):
            path.mkdir(parents=True, exist_ok=True)
            refuse_others(path, self._is_own, "is not empty, and holds no audit", "name a new folder")
            self._lock.enter_context(locked_folder(path, LOCK))
            self.reports.mkdir(exist_ok=True)
            self._before = {e["id"]: e for e in self._lines() if "key" in e}
            self._journal: BinaryIO = (path / JOURNAL).open("ab")
            self._journal.write(b"\n" if self._journal.tell() else b"")  # ends a line that was cut

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._journal.close()
        self._lock.close()

    def done(self, name: str, key: str) -> Entry | None:
        """Return the entry of a postmortem that was judged before on the same terms and whose reports are whole."""
        entry = self._before.get(name)
        if entry is None or entry["key"] != key:
            return None
        return entry if all(self._whole(*file) for file in entry["files"].items()) else None

    def keep(self, entry: Entry, files: dict[str, str]) -> None:
        """Write the reports of a postmortem, then its line of the journal."""
        with _writing(self.path):
            for name, text in files.items():
                replaced(self.reports / name, [_encoded(text)])
            self._journal.write(_line(entry))
            self._journal.flush()

    def finish(self, entries: Sequence[Entry], index: Iterable[str]) -> None:
        """Write summary and index, and remove the journal and the reports of postmortems that are gone."""
        with _writing(self.path):
            replaced(self.path / SUMMARY, map(_line, entries))
            replaced(self.path / INDEX, map(_encoded, index))
            self._journal.close()
            (self.path / JOURNAL).unlink()
            named = {name for entry in entries for name in entry.get("files", ())}
            for name in {name for entry in self._before.values() for name in entry["files"]} - named:
                (self.reports / name).unlink(missing_ok=True)

    def _is_own(self, names: frozenset[str]) -> bool:
        return not names or LOCK in names or any(self._lines())

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


def _line(entry: Entry) -> bytes:
    return _encoded(json.dumps(entry, ensure_ascii=False)) + b"\n"


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _entry(line: bytes) -> Entry | None:
    try:
        found: Any = parse_json(line.decode(), "")
    except (InputError, UnicodeDecodeError):
        return None
    if not isinstance(found, dict) or found.get("state") not in STATES:
        return None
    files = found.get("files")
    whole = isinstance(found.get("id"), str) and isinstance(files, dict) and all(map(_is_name, files))
    return found if whole or "key" not in found else None


def _is_name(name: str) -> bool:
    """Say whether a name stays in its folder."""
    return name == Path(name).name and not name.startswith(".")


def _writing(path: Path) -> AbstractContextManager[None]:
    return writing(path, "check the folder", named=True)

"""Change a baseline: one program at a time, through links, with its comments kept and every decision written down."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from verifier.config import baseline
from verifier.data.json_text import parse_json
from verifier.data.writing import locked, writing
from verifier.errors import ConfigError, InputError, OutputError
from verifier.formats import records
from verifier.model import Waiver

_WAIT = 10.0
_OTHER = "name another file"


class Entry(NamedTuple):
    """Hold a decision as it is kept: when, who, what, why, on which findings, and the waivers that it took out."""

    at: str
    author: str
    decision: str
    reason: str
    postmortem: str
    title: str
    findings: tuple[str, ...]
    removed: tuple[str, ...] = ()


class Ledger(NamedTuple):
    """Name a baseline; its history and its lock lie beside the file itself, also where `path` is a link to it."""

    path: Path

    @property
    def place(self) -> Path:
        """Return the file that the path leads to."""
        return Path(os.path.realpath(self.path))

    @property
    def history_path(self) -> Path:
        """Return the file of the decisions."""
        return self.place.with_name(f"{self.place.name}.history")

    def waivers(self) -> tuple[Waiver, ...]:
        """Return the waivers; none where there is no file yet."""
        return baseline.read(self.path) if self.place.exists() else ()

    def history(self) -> tuple[Entry, ...]:
        """Return all decisions, the oldest first.

        Raises: ConfigError that names the line.
        """
        if not self.history_path.exists():
            return ()
        lines = self.history_path.read_text(encoding="utf-8").split("\n")
        whole = lines[:-1]  # what no line feed ends was cut off when somebody was stopped
        return tuple(_entry(line, f"{self.history_path}, line {n}") for n, line in enumerate(whole, 1) if line.strip())

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other programs out, and sweep up what a killed one has left.

        Raises: OutputError where another program holds the file for long.
        """
        refused = OutputError("is locked by another program", str(self.path), "try again")
        with locked(self.place.with_name(f"{self.place.name}.lock"), refused, _WAIT):
            for left in self.place.parent.glob(f".{_literal(self.place.name)}.*.tmp"):
                left.unlink(missing_ok=True)
            yield

    def change(self, edit: Callable[[tuple[Waiver, ...]], Iterable[Waiver]], entry: Entry | None = None) -> None:
        """Write the waivers that `edit` makes of those there are, and the decision before them; call it `locked`.

        Raises: OutputError where it cannot be written.
        """
        known = self.waivers()
        kept = tuple(edit(known))
        if entry is not None:
            lines = {baseline.line_of(waiver) for waiver in kept}
            gone = (line for waiver in known if (line := baseline.line_of(waiver)) not in lines)
            self._note(entry._replace(removed=tuple(gone)))
        before = self.place.read_text(encoding="utf-8") if self.place.exists() else ""
        if kept or before:
            _write(self.place, baseline.text_of(kept, before))

    def _note(self, entry: Entry) -> None:
        line = records.dumps(entry._asdict()) + "\n"
        with writing(self.history_path, _OTHER), self.history_path.open("a+b") as stream:
            stream.seek(0)
            stream.truncate(stream.read().rfind(b"\n") + 1)  # what was cut off when somebody was stopped
            stream.write(line.encode("utf-8", "backslashreplace"))
            stream.flush()
            os.fsync(stream.fileno())


def _entry(line: str, where: str) -> Entry:
    baseline.refuse_conflict(line, where)
    try:
        record: Any = parse_json(line, where)
        entry = Entry(**record)
        texts = all(isinstance(value, str) for value in entry[:6])
        lists = all(isinstance(item, str) for value in entry[6:] for item in value)
    except (InputError, TypeError) as error:
        raise ConfigError("is no entry of the history of decisions", where, "take the line out") from error
    if not (texts and lists):
        raise ConfigError("is no entry of the history of decisions", where, "take the line out")
    return entry._replace(findings=tuple(entry.findings), removed=tuple(entry.removed))


def _write(path: Path, text: str) -> None:
    """Write a file beside its place, wait until the disk has it, and move it there."""
    with writing(path, _OTHER):
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(text.encode("utf-8", "backslashreplace"))
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)


def _literal(name: str) -> str:
    """Return a file's name so that a pattern takes it as it is."""
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)

"""Keep an editor's decisions: dismissals in a baseline as the gate reads it, other marks in a file beside it."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from verifier.config import baseline
from verifier.errors import ConfigError, OutputError, UsageError
from verifier.formats.visible import visible
from verifier.gate.fingerprint import fingerprint
from verifier.model import Finding, Waiver

DISMISSED, ACCEPTED, FIXED, OPEN = "dismissed", "accepted", "fixed", "open"
DECISIONS = (DISMISSED, ACCEPTED, FIXED, OPEN)
_WAIT = 10.0
_EXCERPT = 120


class Mark(NamedTuple):
    """Hold what was decided of a finding without waiving it."""

    postmortem: str
    fingerprint: str
    decision: str
    author: str


class Decision(NamedTuple):
    """Hold a decision on a problem: its postmortem, its findings with the claims' texts, and who says so why."""

    postmortem: str
    findings: tuple[tuple[Finding, str], ...]
    decision: str
    reason: str
    author: str


class Store(NamedTuple):
    """Name the baseline; its lock and the marks lie beside it."""

    path: Path

    @property
    def marks_path(self) -> Path:
        """Return the file of the marks."""
        return self.path.with_name(f"{self.path.name}.marks")

    def waivers(self) -> tuple[Waiver, ...]:
        """Return the waivers; none where there is no file yet."""
        return baseline.read(self.path) if self.path.exists() else ()

    def marks(self) -> tuple[Mark, ...]:
        """Return the marks.

        Raises: ConfigError that names the line.
        """
        if not self.marks_path.exists():
            return ()
        lines = self.marks_path.read_text(encoding="utf-8").splitlines()
        return tuple(_mark(line, f"{self.marks_path}, line {n}") for n, line in enumerate(lines, 1) if line.strip())

    def decide(self, decision: Decision) -> None:
        """Write a decision down; one process and tab at a time, each file whole or as it was.

        Raises: UsageError for a dismissal without a reason; OutputError where it cannot be written.
        """
        if decision.decision == DISMISSED and not decision.reason.strip():
            raise UsageError("a dismissal needs a reason", hint="say why the problem is none")
        mine = {fingerprint(finding) for finding, _ in decision.findings}
        with self._locked():
            kept = [w for w in self.waivers() if (w.postmortem, w.fingerprint in mine) != (decision.postmortem, True)]
            marks = [m for m in self.marks() if (m.postmortem, m.fingerprint in mine) != (decision.postmortem, True)]
            if decision.decision == DISMISSED:
                kept += [_waiver(decision, finding, text) for finding, text in decision.findings]
            elif decision.decision != OPEN:
                marks += [Mark(decision.postmortem, f, decision.decision, decision.author) for f in sorted(mine)]
            _write(self.path, baseline.text_of(kept))
            _write(self.marks_path, _text(marks))

    @contextmanager
    def _locked(self) -> Iterator[None]:
        from filelock import FileLock, Timeout

        try:
            with FileLock(self.path.with_name(f"{self.path.name}.lock"), timeout=_WAIT):
                yield
        except Timeout as error:
            raise OutputError("is locked by another program", str(self.path), "try again") from error


def _waiver(decision: Decision, finding: Finding, text: str) -> Waiver:
    excerpt = visible(text or finding.message)[:_EXCERPT]
    reason = visible(decision.reason)
    return Waiver(fingerprint(finding), finding.rule, decision.postmortem, excerpt, reason, decision.author)


def _text(marks: Iterable[Mark]) -> str:
    return "".join(f"{line}\n" for line in sorted({json.dumps(mark._asdict()) for mark in marks}))


def _mark(line: str, where: str) -> Mark:
    try:
        record = json.loads(line)
        mark = Mark(**record)
    except (ValueError, TypeError, RecursionError) as error:
        raise ConfigError("is no mark", where, "take the line out") from error
    if not all(isinstance(value, str) for value in mark) or mark.decision not in {ACCEPTED, FIXED}:
        raise ConfigError("is no mark", where, "take the line out")
    return mark


def _write(path: Path, text: str) -> None:
    """Write a file beside its place, wait until the disk has it, and move it there."""
    if not text and not path.exists():
        return
    name = ""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(name).replace(path)
    except OSError as error:
        if name:
            Path(name).unlink(missing_ok=True)
        raise OutputError(f"cannot be written ({error.strerror or error})", str(path), "name another file") from error

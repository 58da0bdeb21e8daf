"""Keep an editor's decisions: dismissals in a baseline as the gate reads it, all of them in the history beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import NamedTuple

from verifier.config import baseline
from verifier.config.ledger import Entry, Ledger
from verifier.errors import UsageError
from verifier.formats.visible import visible
from verifier.formats.words import day as spelled_day
from verifier.gate.fingerprint import fingerprint
from verifier.model import Finding, Waiver

DISMISSED, CONFIRMED, FIXED, OPEN = "dismissed", "confirmed", "fixed", "open"
DECISIONS = (DISMISSED, CONFIRMED, FIXED, OPEN)
_EXCERPT = 120


class Subject(NamedTuple):
    """Hold what is decided on: a problem's title and postmortem, and its findings with the texts of their claims."""

    postmortem: str
    title: str
    findings: tuple[tuple[Finding, str], ...]

    @property
    def fingerprints(self) -> frozenset[str]:
        """Return what names its findings."""
        return frozenset(fingerprint(finding) for finding, _ in self.findings)


class Decision(NamedTuple):
    """Hold a decision, who says so, why, and the state that it was made on (`seen`; None for any)."""

    subject: Subject
    decision: str
    reason: str
    author: str
    seen: str | None = None


class State(NamedTuple):
    """Hold how a problem stands: what was decided, what was said of it (the latest first), and a name for all that."""

    decision: str
    said: tuple[str, ...]
    seen: str


class StaleError(UsageError):
    """Say that somebody decided meanwhile."""


class Store(NamedTuple):
    """Hold where decisions go, and the day that waivers are counted on."""

    ledger: Ledger
    today: date
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def states(self, subjects: Iterable[Subject]) -> list[State]:
        """Return how problems stand now."""
        waivers, history = self.ledger.waivers(), self.ledger.history()
        by_name: dict[tuple[str, str], list[tuple[int, Entry]]] = {}
        for number, entry in enumerate(history):
            for name in entry.findings:
                by_name.setdefault((entry.postmortem, name), []).append((number, entry))
        living = {(w.postmortem, w.fingerprint): w for w in waivers if w.expires is None or w.expires >= self.today}
        return [_state(subject, living, by_name) for subject in subjects]

    def decide(self, decision: Decision) -> None:
        """Write a decision down; one process and tab at a time.

        Raises: UsageError for a dismissal without a reason, StaleError where it was made on another state than there
        is, OutputError where it cannot be written.
        """
        subject, reason = decision.subject, visible(decision.reason)
        if decision.decision == DISMISSED and not reason:
            raise UsageError("a dismissal needs a reason", hint="say why the problem is none")
        names = subject.fingerprints
        with self.ledger.locked():
            now = self.states([subject])[0]
            if decision.seen not in {None, now.seen}:
                last = now.said[0] if now.said else "its waiver was taken out of the baseline"
                raise StaleError(f"somebody decided meanwhile: {last}", hint="look again, and decide anew if need be")
            new = [_waiver(decision, f, text) for f, text in subject.findings if decision.decision == DISMISSED]
            self.ledger.change(
                lambda known: [*(w for w in known if not _concerns(w, subject, names)), *new],
                Entry(
                    self.clock().isoformat(timespec="seconds"),
                    decision.author,
                    decision.decision,
                    reason,
                    subject.postmortem,
                    visible(subject.title),
                    tuple(sorted(names)),
                ),
            )


def _concerns(waiver: Waiver, subject: Subject, names: Iterable[str]) -> bool:
    return waiver.postmortem == subject.postmortem and waiver.fingerprint in names


def _state(
    subject: Subject, living: dict[tuple[str, str], Waiver], history: dict[tuple[str, str], list[tuple[int, Entry]]]
) -> State:
    keys = [(subject.postmortem, name) for name in sorted(subject.fingerprints)]
    waived = [living[key] for key in keys if key in living]
    entries = [entry for _, entry in sorted({found for key in keys for found in history.get(key, ())})]
    last = entries[-1].decision if entries else OPEN
    decision = OPEN if last == DISMISSED else last
    if waived:
        decision = DISMISSED if len(waived) == len(keys) else "partly dismissed"
    said = [_told(entry) for entry in reversed(entries)]
    said += [f"waived by {visible(w.author)}: {visible(w.reason)}" for w in waived if not _kept(w, entries)]
    named = [baseline.line_of(w) for w in waived] + ["\x1f".join(map(str, entry)) for entry in entries]
    return State(
        decision,
        tuple(dict.fromkeys(said)),
        hashlib.sha256("\n".join(named).encode("utf-8", "surrogatepass")).hexdigest()[:16],
    )


def _kept(waiver: Waiver, entries: Iterable[Entry]) -> bool:
    return any(e.decision == DISMISSED and (e.reason, e.author) == (waiver.reason, waiver.author) for e in entries)


def _told(entry: Entry) -> str:
    """Return a decision in words."""
    try:
        when = datetime.fromisoformat(entry.at)
        at = f"{spelled_day(when.date())}, {when:%H:%M} UTC"
    except ValueError:
        at = visible(entry.at)
    what = "opened again" if entry.decision == OPEN else visible(entry.decision)
    why = f": {visible(entry.reason)}" if entry.reason else ""
    return f"{what} by {visible(entry.author)} on {at}{why}"


def _waiver(decision: Decision, finding: Finding, text: str) -> Waiver:
    excerpt = visible(text or finding.message)[:_EXCERPT]
    reason = visible(decision.reason)
    return Waiver(fingerprint(finding), finding.rule, decision.subject.postmortem, excerpt, reason, decision.author)

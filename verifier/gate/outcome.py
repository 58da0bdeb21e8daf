"""Say how a run ends: clean, with findings, or broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from verifier.model import Finding, Gate, Problem, Report, Severity, Trouble, Verdict

CLEAN, FOUND, BROKEN = 0, 1, 3
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def status(report: Report) -> int:
    """Return the exit status: a run that could not see everything is broken, whatever it found."""
    if grave(report.troubles) or not was_checked(report):
        return BROKEN
    return FOUND if exceeded(report) else CLEAN


def grave(troubles: Iterable[Trouble]) -> tuple[Trouble, ...]:
    """Return the troubles that break a run."""
    return tuple(trouble for trouble in troubles if not trouble.slight)


def was_checked(report: Report) -> bool:
    """Say whether a claim was compared with the sources, or left out because nothing about it changed."""
    checked = any(a.verdict != Verdict.NOT_CHECKABLE for one in report.reports for a in one.assessments)
    return checked or report.gate.unchanged > 0


def exceeded(report: Report) -> dict[Severity, int]:
    """Return the numbers of open problems, by severity, that are above what the gate lets pass."""
    numbers = Counter(p.severity for one in report.reports for p in one.problems if not p.waived)
    return {s: numbers[s] for s in Severity if (most := limit(report.gate, s)) is not None and numbers[s] > most}


def limit(gate: Gate, severity: Severity) -> int | None:
    """Return how many problems of a severity the gate lets pass; None for any number."""
    own = dict(gate.limits).get(severity)
    return own if own is not None else 0 if gates(gate, severity) else None


def gates(gate: Gate, item: Severity | Finding | Problem) -> bool:
    """Say whether a severity is one that fails the run."""
    severity = item if isinstance(item, Severity) else item.severity
    return gate.fail_on is not None and _RANK[severity] <= _RANK[gate.fail_on]

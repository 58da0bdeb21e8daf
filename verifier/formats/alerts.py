"""Turn problems into alerts for machines that show them beside a file: one each, what was waived apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from verifier.formats import places
from verifier.formats.cards import of_problem
from verifier.formats.layout import Card
from verifier.formats.order import weight
from verifier.formats.places import Spot
from verifier.formats.quotes import Desk
from verifier.formats.words import RANK
from verifier.gate.fingerprint import combined, fingerprint
from verifier.model import Assessment, Evidence, Finding, PostmortemReport, Problem, Severity, Span, Stance


@dataclass(frozen=True, slots=True)
class Alert:
    """Hold a problem, or the waived or open part of one, with the place to show it at and the others that repeat it."""

    problem: Problem
    card: Card
    severity: Severity
    findings: tuple[Finding, ...]
    claims: tuple[Assessment, ...]
    spot: Spot
    waived: bool
    fingerprint: str

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the words that clash in the first claim."""
        first = self.claims[0].claim.id if self.claims else ""
        return tuple(span for f in self.findings if f.claim == first for span in f.spans)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Return the evidence of all findings, each span once; context only where there is nothing else."""
        listed = {(e.source, e.part, e.start, e.end): e for f in self.findings for e in f.evidence}
        firm = tuple(e for e in listed.values() if e.stance != Stance.CONTEXT)
        return firm or tuple(listed.values())


def alerts(report: PostmortemReport) -> tuple[Alert, ...]:
    """Return the alerts of a report, the most serious first, what is waived last."""
    desk = Desk.of(report)
    found = [alert for problem in report.problems for alert in _parts(desk, problem)]
    return tuple(sorted(found, key=lambda a: (a.waived, weight(desk, a.problem))))


def sentence(card: Card) -> str:
    """Return a card in a line: what is wrong, the sentence, what the sources say, what to write."""
    parts = [card.title, *(f"{q.by}: “{q.shown.text}”" for q in (*card.sentences, *card.sources)), *card.messages]
    parts += [card.instead] if card.instead else []
    parts += [f"write: {card.suggestion}"] if card.suggestion else []
    parts += [f"also in: {'; '.join(card.also)}"] if card.also else []
    return " — ".join(parts)


def _parts(desk: Desk, problem: Problem) -> Iterator[Alert]:
    """Yield the open part of a problem and the waived one."""
    findings = sorted((desk.findings[i] for i in problem.findings if i in desk.findings), key=desk.weight)
    for waived in (False, True):
        mine = tuple(f for f in findings if f.waived == waived)
        if mine or (not findings and waived == problem.waived):
            yield _alert(desk, problem, mine, waived=waived, whole=len(mine) == len(findings))


def _alert(desk: Desk, problem: Problem, findings: tuple[Finding, ...], *, waived: bool, whole: bool) -> Alert:
    named = [f.claim for f in findings] + (list(problem.claims) if whole else [])
    claims = tuple(desk.assessments[i] for i in dict.fromkeys(named) if i in desk.assessments)
    severity = min((f.severity for f in findings), key=RANK.__getitem__, default=problem.severity)
    part = replace(
        problem,
        findings=tuple(f.id for f in findings),
        claims=tuple(a.claim.id for a in claims),
        severity=severity,
        waived=waived,
    )
    return Alert(
        problem=part,
        card=of_problem(desk, part),
        severity=severity,
        findings=findings,
        claims=claims,
        spot=_spot(desk, claims, findings),
        waived=waived,
        fingerprint=combined(map(fingerprint, findings)) if findings else combined([problem.id]),
    )


def _spot(desk: Desk, claims: Iterable[Assessment], findings: Iterable[Finding]) -> Spot:
    """Return where an alert is shown: at its first claim, else where the missing source is cited, else at the file."""
    first = next(iter(claims), None)
    if first is not None:
        return places.of_claim(desk, first)
    found = next((a for label in desk.lacking(findings) for a in desk.citing[label]), None)
    return places.of_claim(desk, found) if found else Spot(desk.report.postmortem.path, None)

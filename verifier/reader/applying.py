"""Let answers change a report: as findings of the rule `reader`, never against a clash that the program found."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from verifier.decide import standing
from verifier.document.problems import problems
from verifier.evidence.reach import citing
from verifier.model import (
    Assessment,
    Evidence,
    Finding,
    PostmortemReport,
    Problem,
    RuleNote,
    Severity,
    Span,
    Stance,
    Verdict,
)
from verifier.reader.outcomes import outcome
from verifier.reader.values import Answer, Outcome, Recorded
from verifier.text.normalise import key

RULE = "reader"
_CONFIDENCE = 0.7
_QUOTED = 200
_AT_MOST = {Verdict.CONTRADICTED: 0.05, Verdict.UNSUPPORTED: 0.15, Verdict.PARTIAL: 0.35, Verdict.MISATTRIBUTED: 0.5}
_AT_LEAST = 0.8


def apply(report: PostmortemReport, answers: Mapping[str, Recorded], rules: Sequence[RuleNote]) -> PostmortemReport:
    """Return the report with the answers that count, by the ids of their claims, and its problems anew.

    Nothing changes where the rule `reader` is not in force, or no answer says something new.
    """
    rule = next((note for note in rules if note.id == RULE), None)
    if rule is None:
        return report
    found = {a.claim.id: outcome(report, a, answers[a.claim.id]) for a in report.assessments if a.claim.id in answers}
    counted = {name: each for name, each in found.items() if not each.note}
    if not counted:
        return report
    named = _named(report)
    assessments = tuple(
        _changed(a, counted[a.claim.id], rule, named) if a.claim.id in counted else a for a in report.assessments
    )
    own = {f.id for a in report.assessments for f in a.findings}
    findings = (*(f for f in report.findings if f.id not in own), *(f for a in assessments for f in a.findings))
    folded = problems(
        findings,
        [a.claim for a in assessments],
        {note.id: note.title for note in rules},
        disputed={a.claim.id for a in assessments if a.verdict is Verdict.DISPUTED},
    )
    messages = {f.id: f.message for f in findings if f.rule == RULE}
    return replace(
        report,
        assessments=assessments,
        findings=findings,
        problems=_joined(replace(p, title=messages.get(p.findings[0], p.title)) for p in folded),
    )


def _joined(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems with those joined that a reader says in the same words of several claims."""
    kept: dict[tuple[str, ...], Problem] = {}
    for problem in found:
        name = (RULE, problem.title, problem.severity) if problem.rule == RULE else (problem.rule, problem.id)
        first = kept.get(name)
        kept[name] = problem if first is None else _one(first, problem)
    return tuple(kept.values())


def _one(first: Problem, other: Problem) -> Problem:
    claims = dict.fromkeys((*first.claims, *other.claims))
    return replace(first, findings=(*first.findings, *other.findings), claims=tuple(claims))


def _named(report: PostmortemReport) -> dict[str, str]:
    """Return the source that each cited label stands for."""
    sources = [r.source for r in report.sources]
    return citing(report.postmortem, [a.claim for a in report.assessments], sources).names


def _changed(assessment: Assessment, found: Outcome, rule: RuleNote, named: Mapping[str, str]) -> Assessment:
    answer = found.recorded.answer
    cited = {named[label] for label in assessment.claim.citations if label in named}
    verdict = _verdict(answer.verdict, found.evidence, cited)
    if verdict is assessment.verdict:
        return assessment
    finding = _finding(assessment, found, rule, verdict)
    others = tuple(f for f in assessment.findings if f.rule not in standing.TITLES)
    support = (
        max(assessment.support, _AT_LEAST)
        if verdict is Verdict.SUPPORTED
        else min(assessment.support, _AT_MOST[verdict])
    )
    return replace(
        assessment,
        verdict=verdict,
        reason=finding.message,
        support=support,
        evidence=_evidence(assessment, found, verdict),
        findings=(*others, finding),
    )


def _verdict(said: Verdict, evidence: Sequence[Evidence], cited: Collection[str]) -> Verdict:
    if said is Verdict.SUPPORTED and cited and not any(e.source in cited for e in evidence):
        return Verdict.MISATTRIBUTED
    return said


def _evidence(assessment: Assessment, found: Outcome, verdict: Verdict) -> tuple[Evidence, ...]:
    """Return the evidence: the reader's first, then the program's own, as far as it does not speak against it."""
    places = {(e.source, e.part, e.start) for e in found.evidence}
    kept = (e for e in assessment.evidence if (e.source, e.part, e.start) not in places)
    if verdict is Verdict.UNSUPPORTED:
        kept = (replace(e, stance=Stance.CONTEXT) if e.stance is Stance.SUPPORTS else e for e in kept)
    return (*found.evidence, *kept)


def _finding(assessment: Assessment, found: Outcome, rule: RuleNote, verdict: Verdict) -> Finding:
    claim, answer = assessment.claim, found.recorded.answer
    part = found.part or Span(0, len(claim.text))
    said = claim.text[part.start : part.end]
    other = answer.quotes[0].text[:_QUOTED] if verdict is Verdict.CONTRADICTED else ""
    grave = verdict in {Verdict.CONTRADICTED, Verdict.UNSUPPORTED}
    return Finding(
        id=_id(claim.field, claim.text, verdict.value, said if found.part else ""),
        rule=RULE,
        severity=rule.severity if grave else Severity.NOTE,
        confidence=_CONFIDENCE,
        message=f"reader {found.recorded.by}: {_message(verdict, answer, said)}",
        claim=claim.id,
        spans=(Span(claim.start + part.start, claim.start + part.end),),
        evidence=found.evidence or assessment.evidence[:1],
        values=(said, other) if other else ("", ""),
    )


def _message(verdict: Verdict, answer: Answer, said: str) -> str:
    """Say in plain words what a reader finds."""
    if verdict is Verdict.SUPPORTED:
        return f"source {answer.quotes[0].source} states this"
    if verdict is Verdict.MISATTRIBUTED:
        return f"source {answer.quotes[0].source} states this, the cited one does not"
    kind = f" ({answer.kind})" if answer.kind and answer.kind != "other" else ""
    if verdict is Verdict.CONTRADICTED:
        quote = answer.quotes[0]
        return f'claim says "{said}"{kind}, source {quote.source} says "{quote.text[:_QUOTED]}"'
    return f'"{said}" is not stated{kind}'


def _id(field: str, text: str, verdict: str, part: str) -> str:
    """Return an id from content alone: who read does not count, so that waivers outlive a change of model."""
    parts = (RULE, field, " ".join(map(key, text.split())), verdict, key(part))
    return "f-" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]

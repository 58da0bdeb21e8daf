"""Let a team decide what counts how much: severities, confidence, missing sources, denials and guesses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from verifier.gate.waived import every
from verifier.model import Assessment, Finding, PostmortemReport, Problem, Report, Severity, Stance, Verdict

OFF = "off"
Levels = tuple[tuple[str, str], ...]
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Policy:
    """Hold what a team decided; levels are a severity or `off`, by pattern, the first that fits counts.

    A rule's level goes before a field's and that before a verdict's. Findings less sure than `min_confidence` become
    notes, those less sure than `show_confidence` are left out.
    """

    rules: Levels = ()
    fields: Levels = ()
    verdicts: Levels = ()
    min_confidence: float = 0.0
    show_confidence: float = 0.0
    stand_in: bool = True
    denials: bool = True
    guesses: bool = True


def apply(report: Report, policy: Policy) -> Report:
    """Return the report as the policy sees it; verdicts stay, but where the sources are missing or do not count."""
    if policy == Policy():
        return report
    return replace(report, reports=tuple(_one(_discounted(one, policy), policy) for one in report.reports))


def _discounted(report: PostmortemReport, policy: Policy) -> PostmortemReport:
    if policy.denials and policy.guesses:
        return report
    from verifier.gate.backing import discounted

    return discounted(report, denials=policy.denials, guesses=policy.guesses)


def _one(report: PostmortemReport, policy: Policy) -> PostmortemReport:
    unbacked = set() if policy.stand_in else {a.claim.id for a in report.assessments if _unbacked(a, report.missing)}
    claims = {a.claim.id: a for a in report.assessments}
    graded = {f.id: _graded(f, claims.get(f.claim), policy) for f in every(report) if f.claim not in unbacked}
    kept = {name: finding for name, finding in graded.items() if finding}

    def still(findings: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(kept[f.id] for f in findings if f.id in kept)

    assessments = (_set_aside(a) if a.claim.id in unbacked else a for a in report.assessments)
    problems = (found for p in report.problems if (found := _problem(p, kept)))
    place = {claim: number for number, claim in enumerate(claims)}
    return replace(
        report,
        findings=still(report.findings),
        assessments=tuple(replace(a, findings=still(a.findings)) for a in assessments),
        problems=tuple(sorted(problems, key=lambda p: (_RANK[p.severity], _first(p, place)))),
    )


def _unbacked(assessment: Assessment, missing: Iterable[str]) -> bool:
    """Say whether all that a claim cites is missing."""
    cited = set(assessment.claim.citations)
    return bool(cited) and cited <= set(missing) and assessment.verdict != Verdict.NOT_CHECKABLE


def _set_aside(assessment: Assessment) -> Assessment:
    labels = ", ".join(assessment.claim.citations)
    reason = f"[{labels}] was not supplied, and no other source may stand in"
    return replace(assessment, verdict=Verdict.NOT_CHECKABLE, reason=reason, support=0.0, evidence=(), findings=())


def _graded(finding: Finding, assessment: Assessment | None, policy: Policy) -> Finding | None:
    """Return a finding with the severity that it gets; None where it is left out."""
    level = _level(finding, assessment, policy)
    if level == OFF or finding.confidence < policy.show_confidence:
        return None
    weak = finding.confidence < policy.min_confidence or _rests_on_what_does_not_count(finding, policy)
    return replace(finding, severity=Severity.NOTE if weak else Severity(level))


def _level(finding: Finding, assessment: Assessment | None, policy: Policy) -> str:
    named = [(finding.rule, policy.rules)]
    if assessment is not None:
        named += [(assessment.claim.field, policy.fields), (assessment.verdict.value, policy.verdicts)]
    found = (level for name, levels in named for pattern, level in levels if fits(name, pattern))
    return next(found, finding.severity.value)


def fits(name: str, pattern: str) -> bool:
    """Say whether a name is one that a pattern means."""
    return fnmatchcase(name.casefold(), pattern.casefold())


def _rests_on_what_does_not_count(finding: Finding, policy: Policy) -> bool:
    against = [e.text for e in finding.evidence if e.stance == Stance.CONTRADICTS]
    if not against or (policy.denials and policy.guesses):
        return False
    from verifier.gate.voices import denies, guesses

    tests: list[Callable[[str], bool]] = [denies] if not policy.denials else []
    tests += [guesses] if not policy.guesses else []
    return all(any(test(text) for test in tests) for text in against)


def _problem(problem: Problem, kept: dict[str, Finding]) -> Problem | None:
    """Return a problem with the findings that are left; None where there is none."""
    findings = [kept[i] for i in problem.findings if i in kept]
    if not findings:
        return None
    claims = {f.claim for f in findings}
    return replace(
        problem,
        severity=min((f.severity for f in findings), key=_RANK.__getitem__),
        findings=tuple(f.id for f in findings),
        claims=tuple(c for c in problem.claims if c in claims),
    )


def _first(problem: Problem, place: Mapping[str, int]) -> int:
    """Return where the reader first meets a problem; what concerns the whole document comes first."""
    return min((place.get(c, len(place)) for c in problem.claims), default=-1)

"""Judge a claim that the articles are silent: refuted where one of them plainly says what it misses."""

from __future__ import annotations

from collections.abc import Collection

from verifier.compare import absence
from verifier.data.rulebook import Rulebook
from verifier.decide.case import set_beside
from verifier.decide.findings import finding_id, span_of
from verifier.decide.judge import Judgement, evidence
from verifier.evidence.passages import Index
from verifier.facts.analysis import analyse
from verifier.model import Assessment, Claim, Finding, Stance, Verdict


def judge_silence(claim: Claim, index: Index, allowed: int, rules: Rulebook) -> Judgement:
    """Judge a claim of the kind `absence`: contradicted by a passage that states the thing, else not checkable."""
    holds = Judgement(Assessment(claim, Verdict.NOT_CHECKABLE, claim.reason, 0.0))
    rule = next(iter(rules.about(absence.MECHANISM, absence.FACT)), None)
    if rule is None:
        return holds
    analysis = analyse(claim.text, index.vocabulary, claim.written, claim.material)
    generic = rule.parameters.get("generic", ())
    seen = absence.refuted(analysis, index, allowed, generic if isinstance(generic, Collection) else ())
    if seen is None:
        return holds
    case = set_beside(claim, index, allowed)
    shown = evidence(case.passage(seen.passage), Stance.CONTRADICTS, 1.0)
    reason = f'source {shown.source} does mention it: "{seen.found}"'
    found = Finding(
        id=finding_id(rule.id, claim, seen.said, seen.found), rule=rule.id, severity=rule.severity,
        confidence=rule.confidence, message=reason, claim=claim.id, spans=(span_of(claim, case, seen.tokens),),
        evidence=(shown,), values=(seen.said, seen.found),
    )  # fmt: skip
    return Judgement(Assessment(claim, Verdict.CONTRADICTED, reason, 0.0, (), (shown,), (found,)), case, (seen,))

"""Judge a claim that the articles are silent: refuted where one of them plainly says what it misses."""

from __future__ import annotations

from collections.abc import Collection

from verifier.checks import absence
from verifier.evidence.index import Index
from verifier.facts.analysis import analyse
from verifier.judge import Judgement, build_case, evidence, finding
from verifier.model import Assessment, Claim, Stance, Verdict
from verifier.rulebook import Rulebook


def judge_silence(claim: Claim, index: Index, allowed: frozenset[int] | None, rules: Rulebook) -> Judgement:
    """Judge a claim of the kind `absence`: contradicted by a passage that states the thing, else not checkable."""
    holds = Judgement(Assessment(claim, Verdict.NOT_CHECKABLE, claim.reason, 0.0), None)
    rule = rules.of_family(absence.FAMILY)
    if rule is None:
        return holds
    analysis = analyse(claim.text, index.vocabulary)
    generic = rule.parameters.get("generic", ())
    seen = absence.refuted(analysis, index, allowed, generic if isinstance(generic, Collection) else ())
    if seen is None:
        return holds
    case = build_case(analysis, index, allowed)
    found = finding(claim, case, seen, rule, disputed=False)
    shown = evidence(case.passage(seen.passage), Stance.CONTRADICTS, seen.slot)
    reason = f'source {shown.source} does mention it: "{seen.found}"'
    return Judgement(Assessment(claim, Verdict.CONTRADICTED, reason, 0.0, (), (shown,), (found,)), case, (seen,))

"""Judge one claim against the passages it may lean on, and keep what led to the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verifier.compare.case import Case, Observation, Outcome, Range
from verifier.compare.certainty import denials, tells_deed
from verifier.compare.mechanisms import observe, rules_for
from verifier.compare.stance import same_subject
from verifier.data.rulebook import Rule, Rulebook
from verifier.data.thresholds import CONTEXT_MOST, CONTEXT_SCORE, EVIDENCE_MOST, SURE_MATCH
from verifier.decide.case import set_beside
from verifier.decide.disputes import disputed, other_side
from verifier.decide.features import RESTS_ON
from verifier.decide.findings import clash_finding, span_of
from verifier.decide.reasons import absent, parts_of
from verifier.decide.verdict import Decision, clash_probability, decide
from verifier.decide.weights import clash_model
from verifier.evidence.passages import Index, Passage
from verifier.facts.analysis import facts_of
from verifier.model import Assessment, Claim, Evidence, Finding, Severity, Stance, Verdict

_STATED = frozenset({Verdict.SUPPORTED, Verdict.PARTIAL, Verdict.DISPUTED})


@dataclass(frozen=True, slots=True)
class Judgement:
    """Hold an assessment with the case, the observations and the decision it came from."""

    assessment: Assessment
    case: Case | None = None
    observations: tuple[Observation, ...] = ()
    decision: Decision | None = None


def judge(claim: Claim, index: Index, allowed: int, rules: Rulebook, universe: int = 0) -> Judgement:
    """Judge a claim against the passages allowed; `universe` are all that may serve as evidence at all.

    How far the words of the claim are met counts over these: what another source bears out is seldom wrong.
    """
    if claim.reason:
        return Judgement(Assessment(claim, Verdict.NOT_CHECKABLE, claim.reason, 0.0))
    case = set_beside(claim, index, allowed, universe)
    observations = observe(case, rules, claim.field)
    off = [name for name, about in RESTS_ON.items() if not rules.about(*about)]
    decision = _eased(claim, disputed(case, observations, decide(case, observations, claim, off)))
    assessment = Assessment(
        claim=claim,
        verdict=decision.verdict,
        reason=decision.reason,
        support=decision.support,
        facts=facts_of(case.claim),
        evidence=tuple(_evidence(case, decision, observations)),
        findings=tuple(_findings(claim, case, decision, rules)),
        spans=tuple(dict.fromkeys(span_of(claim, case, tokens) for tokens in _marked(case, decision))),
    )
    return Judgement(assessment, case, observations, decision)


def _eased(claim: Claim, decision: Decision) -> Decision:
    """Return the decision; no clash of what was done since with what a source tells of before, but for its day."""
    if not (claim.since and decision.clashes) or any(clash.fact == "date" for clash, _ in decision.clashes):
        return decision
    reason, parts = f"done since, it seems: {decision.reason}", tuple(clash for clash, _ in decision.clashes)
    return decision._replace(verdict=Verdict.PARTIAL, reason=reason, clashes=(), open=parts)


def _marked(case: Case, decision: Decision) -> Iterator[Range]:
    """Yield the tokens that clash or that no source has; of a claim stated in part the words without a source."""
    if decision.verdict is Verdict.SUPPORTED:
        return
    yield from (o.tokens for o, _ in decision.clashes)
    yield from (o.tokens for o in decision.open)
    if not decision.clashes and not decision.open:
        yield from parts_of(absent(case)) or decision.missing


def _evidence(case: Case, decision: Decision, observations: tuple[Observation, ...]) -> Iterator[Evidence]:
    """Yield the evidence: what contradicts, or is doubted to, first; then what supports; context where nothing does."""
    scores = {r.number: r.score for r in case.ranked}
    against = list(dict.fromkeys(o.passage for o, _ in decision.clashes))
    for number in against:
        yield evidence(case.passage(number), Stance.CONTRADICTS, scores.get(number, 0.0))
    stated = decision.verdict in _STATED
    shown = case.chosen if decision.verbatim < 0 else (decision.verbatim,)
    doubted = dict.fromkeys(o.passage for o in decision.open if o.passage >= 0)
    shown = (*doubted, *(n for n in shown if n not in doubted))[:EVIDENCE_MOST]
    denying = set[int]()
    if decision.verdict is Verdict.DISPUTED:
        shown = other_side(case, decision, observations) or shown
    elif stated and decision.verbatim < 0:
        denying = _denying(case, observations, shown)
    for number in shown if stated else shown[:CONTEXT_MOST]:
        if number not in against and (stated or scores.get(number, 0.0) >= CONTEXT_SCORE):
            stance = Stance.SUPPORTS if stated and number not in denying else Stance.CONTEXT
            yield evidence(case.passage(number), stance, scores.get(number, 1.0))


def _denying(case: Case, observations: Iterable[Observation], shown: Iterable[int]) -> set[int]:
    """Return the passages that deny what the claim says; of those shown also such as deny a deed in other words."""
    told = (o for o in observations if o.fact == "polarity" and o.outcome is Outcome.CLASH and not o.excuse)
    likely = {o.passage for o in told if clash_probability(o) >= clash_model(o).doubt}
    return likely | {n for n in shown if not denials(case.claim) and _denies_deed(case, n)}


def _denies_deed(case: Case, number: int) -> bool:
    passage = case.passage(number).analysis
    denied = denials(passage)
    view = case.view(number).items() if denied else ()
    deeds = ((t, m.at) for t, m in view if m.at in denied and m.grade >= SURE_MATCH and tells_deed(passage, m.at))
    return any(not tells_deed(case.claim, t) or same_subject(case, t, number, at) > 0 for t, at in deeds)


def evidence(passage: Passage, stance: Stance, score: float) -> Evidence:
    """Return a passage as evidence."""
    s = passage.sentence
    return Evidence(s.source, s.part, s.start, s.end, s.text, stance, round(score, 4), passage.facts)


def _findings(claim: Claim, case: Case, decision: Decision, rules: Rulebook) -> Iterator[Finding]:
    for clash, sure in decision.clashes:
        shown = evidence(case.passage(clash.passage), Stance.CONTRADICTS, sure)
        for rule in rules_for(clash, case.claim, rules, claim.field):
            yield clash_finding(claim, case, clash, sure, rule.id, _severity(rule, clash, decision), shown)


def _severity(rule: Rule, clash: Observation, decision: Decision) -> Severity:
    """Return how grave a clash is: a note where its weights were never fitted, no error where sources disagree."""
    if not clash_model(clash).fitted:
        return Severity.NOTE
    disputed = decision.verdict is Verdict.DISPUTED
    return Severity.WARNING if disputed and rule.severity is Severity.ERROR else rule.severity

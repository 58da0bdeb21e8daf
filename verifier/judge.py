"""Judge one claim: rank and align its passages, run the checks, decide, and keep what led to it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from verifier import support
from verifier.checks import CHECKS
from verifier.checks.case import Case, Observation, Outcome
from verifier.evidence.align import align, match_tokens
from verifier.evidence.gaps import overlay
from verifier.evidence.index import Index, Passage, postings_within, weights_of
from verifier.evidence.rank import choose, rank
from verifier.facts.analysis import Analysis, analyse
from verifier.facts.values import facts_of
from verifier.model import Assessment, Claim, Evidence, Feature, Finding, Severity, Span, Stance, Verdict
from verifier.rulebook import Rule, Rulebook
from verifier.text.normalise import key
from verifier.verdict import Decision, decide

_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_WORDED = frozenset({"quantity", "date", "name", "role", "medium"})
_OVERLAID = 3
_WORTH_OVERLAYING = 0.3
_CONTEXT, _NEAR = 2, 0.3
_MOST_WITH_FACTS = 60
_MOST_WITH_DENIALS = 12


@dataclass(frozen=True, slots=True)
class Judgement:
    """Hold an assessment with the case, the observations and the features it came from."""

    assessment: Assessment
    case: Case | None
    observations: tuple[Observation, ...] = ()
    features: tuple[Feature, ...] = ()


def build_case(claim: Analysis, index: Index, allowed: frozenset[int] | None) -> Case:
    """Rank the passages for a claim and align it with the fewest that carry it."""
    ranked = tuple(rank(claim, index, allowed))
    weights = weights_of(claim, index)
    chosen = choose(ranked, weights)
    facts, denials = _with_facts(claim, index, allowed), _with_denials(claim, index, allowed)
    views = {r.number: r.view for r in ranked}
    views |= {n: match_tokens(claim, index.passages[n]) for n in (*facts, *denials) if n not in views}
    return Case(
        claim=claim,
        index=index,
        ranked=ranked,
        chosen=chosen,
        alignment=align(claim, index, chosen, views, allowed),
        views=views,
        overlays=tuple(
            overlay(claim, index.passages[r.number]) for r in ranked[:_OVERLAID] if r.score >= _WORTH_OVERLAYING
        ),
        allowed=allowed,
        weights=weights,
        postings=postings_within(index, allowed),
    )


def _with_facts(claim: Analysis, index: Index, allowed: frozenset[int] | None) -> list[int]:
    """Return the passages that have figures where the claim has some, or dates where it has some."""
    wanted = (*(index.counted if claim.quantities else ()), *(index.dated if claim.dates else ()))
    return [n for n in wanted if allowed is None or n in allowed][:_MOST_WITH_FACTS]


def _with_denials(claim: Analysis, index: Index, allowed: frozenset[int] | None) -> list[int]:
    """Return the passages that deny a word of the claim."""
    found = (n for t in claim.content for n in index.denials.get(claim.stems[t], ()))
    return [n for n in dict.fromkeys(found) if allowed is None or n in allowed][:_MOST_WITH_DENIALS]


def judge(claim: Claim, index: Index, allowed: frozenset[int] | None, rules: Rulebook) -> Judgement:
    """Judge a claim against the passages allowed."""
    if claim.reason:
        return Judgement(Assessment(claim, Verdict.NOT_CHECKABLE, claim.reason, 0.0), None)
    analysis = analyse(claim.text, index.vocabulary, None, claim.material)
    case = build_case(analysis, index, allowed)
    observations = tuple(_observe(case, CHECKS.values()))
    decision = decide(case, observations)
    parts = support.features(case, observations, opening=not claim.start)
    findings = tuple(_findings(claim, case, decision, rules))
    assessment = Assessment(
        claim=claim,
        verdict=decision.verdict,
        reason=decision.reason,
        support=support.support(parts),
        facts=facts_of(analysis),
        evidence=tuple(_evidence(case, decision, observations)),
        findings=findings,
    )
    return Judgement(assessment, case, observations, parts)


def _observe(case: Case, checks: Iterable[Callable[[Case], Iterable[Observation]]]) -> Iterable[Observation]:
    for check in checks:
        yield from check(case)


def _evidence(case: Case, decision: Decision, observations: Sequence[Observation]) -> Iterable[Evidence]:
    """Yield the evidence: what contradicts first, then what supports; context where nothing does either."""
    scores = {r.number: r.score for r in case.ranked}
    against = list(dict.fromkeys(o.passage for o in decision.clashes if o.passage >= 0))
    for number in against:
        yield evidence(case.passage(number), Stance.CONTRADICTS, scores.get(number, 0.0))
    stated = decision.verdict in {Verdict.SUPPORTED, Verdict.PARTIAL, Verdict.DISPUTED}
    stance = Stance.SUPPORTS if stated else Stance.CONTEXT
    shown = case.chosen if stated else case.chosen[:_CONTEXT]
    if decision.verdict is Verdict.DISPUTED:
        shown = _other_side(decision, observations) or shown
    for number in shown:
        if number not in against and (stated or scores.get(number, 0.0) >= _NEAR):
            yield evidence(case.passage(number), stance, scores.get(number, 0.0))


def _other_side(decision: Decision, observations: Sequence[Observation]) -> tuple[int, ...]:
    """Return the passages that give the disputed values as the claim does."""
    disputed = {(o.family, o.tokens) for o in decision.clashes}
    held = (o for o in observations if o.outcome is Outcome.HELD and (o.family, o.tokens) in disputed)
    return tuple(dict.fromkeys(o.passage for o in held if o.passage >= 0))


def evidence(passage: Passage, stance: Stance, score: float) -> Evidence:
    """Return a passage as evidence."""
    s = passage.sentence
    return Evidence(s.source, s.part, s.start, s.end, s.text, stance, round(score, 4), passage.facts)


def _findings(claim: Claim, case: Case, decision: Decision, rules: Rulebook) -> Iterable[Finding]:
    for clash in decision.clashes:
        rule = rules.of_family(clash.family)
        if rule is not None:
            yield finding(claim, case, clash, rule, disputed=decision.verdict is Verdict.DISPUTED)


def finding(claim: Claim, case: Case, clash: Observation, rule: Rule, *, disputed: bool) -> Finding:
    """Return the finding for a clash; its id comes from rule, field, claim text and both values.

    Where the sources themselves disagree it is a warning at most.
    """
    passage = case.passage(clash.passage)
    tokens = case.claim.tokens
    first, last = clash.tokens
    span = Span(claim.start + tokens[first].start, claim.start + tokens[max(first, last - 1)].end)
    where = passage.sentence
    return Finding(
        id=finding_id(rule.id, claim, clash.said, clash.found),
        rule=rule.id,
        severity=Severity.WARNING if disputed and rule.severity is Severity.ERROR else rule.severity,
        confidence=rule.confidence,
        message=f'claim says "{clash.said}", source {where.source} says "{clash.found}"',
        claim=claim.id,
        spans=(span,),
        evidence=(evidence(passage, Stance.CONTRADICTS, clash.slot),),
        suggestion=_ARTICLE.sub("", clash.found) if clash.family in _WORDED else "",
        values=(clash.said, clash.found),
    )


def finding_id(rule: str, claim: Claim, said: str, found: str) -> str:
    """Return an id that depends on content only, never on positions."""
    parts = (rule, claim.field, " ".join(map(key, claim.text.split())), key(said), key(found))
    return "f-" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]

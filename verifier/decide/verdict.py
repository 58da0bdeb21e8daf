"""Turn what the mechanisms saw and how a claim stands in its passages into one verdict."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from verifier.claims.roles import FieldRole, role_of
from verifier.compare import value
from verifier.compare.case import Case, Observation, Outcome, Range
from verifier.data.models import models
from verifier.data.thresholds import HELD_SLOT_FROM, TITLE_DOUBT_SHARE, UNSTATED_SUPPORT_SHARE
from verifier.decide import features, reasons
from verifier.decide.case import repeated
from verifier.decide.weights import clash_features, clash_kind, clash_model, may_clash, weakening
from verifier.evidence.grid import without
from verifier.model import Claim, Verdict

ERROR = "error"
Clashes = tuple[tuple[Observation, float], ...]
_UNTOUCHED, _UNMET, _DENIES = "untouched", "unmet", "stance.polarity.by_claim"


class Decision(NamedTuple):
    """Hold a verdict with its reason, support, the clashes and open parts it rests on, what was weighed by name, the
    parts of the claim that the reason names as missing, and the number of the passage that repeats it, -1 for none.
    """

    verdict: Verdict
    reason: str
    support: float
    clashes: Clashes = ()
    open: tuple[Observation, ...] = ()
    weighed: Mapping[str, float] = MappingProxyType({})
    missing: tuple[Range, ...] = ()
    verbatim: int = -1


def decide(case: Case, observations: Sequence[Observation], claim: Claim, off: Collection[str] = ()) -> Decision:
    """Decide what the sources make of a claim; `off` are features that count for nothing.

    A claim that a passage has word for word is supported, unless a clash is about one of these words: all, except some.
    """
    sure = [(o, clash_probability(o)) for o in observations if o.outcome is Outcome.CLASH and o.excuse is None]
    reported = _once([(o, p) for o, p in sure if p >= clash_model(o).told])
    clashes = tuple((o, p) for o, p in reported if clash_model(o).fitted)
    weighed = {**weigh(case, observations, claim), **dict.fromkeys(off, 0.0)}
    model, costs = models()[ERROR], models()["clashes"]
    likely = [(o, p) for o, p in sure if may_clash(o, p, clash_model(o).line)]
    lost = max((weakening(p, clash_model(o).doubt, costs.doubt, costs.line) for o, p in likely), default=0.0)
    support = (1 - (error := model.chance(weighed))) * (1 - lost)
    verbatim = repeated(case)
    same = (o.said.casefold() == o.found.casefold() for o, _ in clashes if o.passage == verbatim)
    if verbatim >= 0 and not any(same):
        support = round((1 + support) / 2, 4)
        return Decision(Verdict.SUPPORTED, reasons.VERBATIM, support, (), (), weighed, verbatim=verbatim)
    if clashes:
        return _clashing(case, observations, clashes, support, weighed)._replace(clashes=reported)
    open_ = tuple(o for o in observations if o.outcome is Outcome.OPEN and o.mechanism != "link" and o.excuse is None)
    half = round(support / 2, 4)
    if reported:
        return Decision(Verdict.PARTIAL, reasons.of_clash(case, reported[0][0]), half, reported, (), weighed)
    if _untouched(case, observations):
        little = round(UNSTATED_SUPPORT_SHARE * support, 4)
        return Decision(Verdict.UNSUPPORTED, reasons.NOTHING, little, (), open_, weighed)
    if open_:
        return Decision(Verdict.PARTIAL, reasons.of_open(case, open_), half, (), open_, weighed)
    early = TITLE_DOUBT_SHARE if role_of(claim.field) is FieldRole.TITLE else 1.0
    telling = [(o, p) for o, p in likely if error < model.line or clash_kind(o) != _DENIES]  # else no reason
    doubted = _once([(o, p) for o, p in telling if p >= early * clash_model(o).doubt])
    if doubted:
        first = doubted[0][0]
        return Decision(Verdict.PARTIAL, reasons.of_likely_clash(case, first), half, (), (first,), weighed)
    if 1 - support < model.line:
        return Decision(Verdict.SUPPORTED, reasons.STATED, round(support, 4), (), (), weighed)
    ground = reasons.of_doubt(case, observations, model.features(weighed))
    return Decision(Verdict.PARTIAL, ground.told, round(support, 4), (), (), weighed, ground.parts)


def _untouched(case: Case, observations: Sequence[Observation]) -> bool:
    """Say whether the passages hold no value of a claim and too few of its words to speak of what it says."""
    met = features.met(case)
    few = met["one_window"] < models()[_UNTOUCHED].line or met["anywhere"] < models()[_UNMET].line
    return few and not held_values(observations)


def _clashing(
    case: Case, observations: Sequence[Observation], clashes: Clashes, support: float, weighed: Mapping[str, float]
) -> Decision:
    """Decide where a passage says otherwise: disputed where every such part is held by another passage as well."""
    stated = (o for o in observations if o.outcome is Outcome.HELD)
    held = {(o.mechanism, o.fact, o.tokens) for o in stated if dict(o.measures).get("slot", 0.0) >= HELD_SLOT_FROM}
    disputed = all((o.mechanism, o.fact, o.tokens) in held for o, _ in clashes)
    worst = max(p for _, p in clashes)
    verdict = Verdict.DISPUTED if disputed else Verdict.CONTRADICTED
    return Decision(
        verdict, reasons.of_clash(case, clashes[0][0]), round(support * (1 - worst), 4), clashes, (), weighed
    )


def clash_probability(observation: Observation) -> float:
    """Return how surely what looks like a clash is one."""
    return clash_model(observation).chance(clash_features(dict(observation.measures)))


def held_values(observations: Sequence[Observation]) -> frozenset[int]:
    """Return the tokens of the values of a claim that a passage holds."""
    held = (o for o in observations if o.outcome is Outcome.HELD and o.mechanism == value.MECHANISM)
    return frozenset(token for o in held for token in range(*o.tokens))


def weigh(case: Case, observations: Sequence[Observation], claim: Claim) -> dict[str, float]:
    """Return all features of a claim by name; a value that a passage holds in other words is not missing."""
    held = held_values(observations)
    wide = replace(case.wide, grid=without(case.wide.grid, held)) if held else case.wide
    return {
        **features.reach(wide),
        **features.manner(wide),
        **features.place(claim),
        **features.mismatched(wide),
        **features.displaced(wide),
        **features.linked(observations),
    }


def _once(clashes: Sequence[tuple[Observation, float]]) -> Clashes:
    """Return the clashes, surest first, those never fitted last, without those about words that one before is about."""
    kept: list[tuple[Observation, float]] = []
    for clash, sure in sorted(clashes, key=lambda each: (not clash_model(each[0]).fitted, -each[1], each[0].tokens)):
        if not any(k.tokens[0] < clash.tokens[1] and clash.tokens[0] < k.tokens[1] for k, _ in kept):
            kept.append((clash, sure))
    return tuple(kept)

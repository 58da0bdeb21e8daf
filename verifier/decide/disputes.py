"""Tell where a figure that one passage bears out is another one in a passage that counts the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.compare.case import Case, Observation, Outcome, Range, token_range, words
from verifier.data.thresholds import DISPUTE_SURE
from verifier.decide import reasons
from verifier.decide.verdict import Decision
from verifier.evidence.conflicts import counting, repeats, rivals
from verifier.facts.analysis import Analysis
from verifier.facts.quantity import Quantity, weigh
from verifier.facts.relation import Relation
from verifier.model import Verdict

_ABOUT = ("value", "quantity")
_STATED = frozenset({Verdict.SUPPORTED, Verdict.PARTIAL})


def disputed(case: Case, observations: Sequence[Observation], decision: Decision) -> Decision:
    """Return the decision; disputed where sources differ about a figure that one of them gives as the claim does."""
    clash = next(_clashes(case, observations), None) if decision.verdict in _STATED else None
    if clash is None:
        return decision
    reason, support = reasons.of_clash(case, clash), round(decision.support / 2, 4)
    return decision._replace(
        verdict=Verdict.DISPUTED, reason=reason, support=support, clashes=((clash, DISPUTE_SURE),), open=()
    )


def _clashes(case: Case, observations: Sequence[Observation]) -> Iterator[Observation]:
    """Yield for each figure that a passage bears out what another one says in its place."""
    held = (o for o in observations if (o.mechanism, o.fact) == _ABOUT and o.outcome is Outcome.HELD)
    for seen in held:
        passage = case.passage(seen.passage)
        said, found = _quantity(case.claim, seen.tokens), _quantity(passage.analysis, seen.at)
        for other, theirs in rivals(case.index, case.allowed, passage, found) if said and found else ():
            if said and weigh(said, theirs) is Relation.APART:
                at = token_range(other.analysis, theirs.start, theirs.end)
                shown = words(other.analysis, at)
                yield replace(seen, outcome=Outcome.CLASH, passage=other.number, at=at, found=shown)


def other_side(case: Case, decision: Decision, observations: Sequence[Observation]) -> tuple[int, ...]:
    """Return the passages that give the disputed parts as the claim does; who says otherwise may do both."""
    parts = {(o.mechanism, o.fact, o.tokens): o for o, _ in decision.clashes}
    held = [o for o in observations if o.outcome is Outcome.HELD and (o.mechanism, o.fact, o.tokens) in parts]
    both, counted = [], counting(case.index, case.allowed)
    for seen in held:
        figure = _quantity(case.passage(seen.passage).analysis, seen.at)
        source = case.passage(parts[seen.mechanism, seen.fact, seen.tokens].passage).sentence.source
        both += [p.number for p in repeats(case.index, counted, source, figure)] if figure else []
    return tuple(dict.fromkeys([*(o.passage for o in held), *both]))


def _quantity(analysis: Analysis, tokens: Range) -> Quantity | None:
    return next((q for q in analysis.quantities if token_range(analysis, q.start, q.end) == tokens), None)

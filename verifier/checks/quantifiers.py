"""Compare how much of a whole a claim speaks of with what its sources say: all, some, only, none."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, same_slot, token_range, words
from verifier.facts.quantifier import Quantifier, relate
from verifier.facts.relation import Relation

FAMILY = "quantifier"
SLOT = 0.55
_SOFT = frozenset(["nearly", "almost", "virtually", "practically", "not"])


def check(case: Case) -> Iterator[Observation]:
    """Report each quantifier of the claim that clashes with one of the same noun, unless another agrees."""
    for quantifier in case.claim.quantifiers:
        if _softened(case, quantifier):
            continue
        seen = [o for n in case.views for o in _compared(case, quantifier, n)]
        best = max(seen, key=lambda o: (o.slot, o.outcome is Outcome.HELD, -o.passage), default=None)
        if best is not None and best.outcome is Outcome.CLASH:
            yield best


def _softened(case: Case, quantifier: Quantifier) -> bool:
    """Say whether a word before it makes a quantifier less than it says: nearly all, not every."""
    first = token_range(case.claim, quantifier.start, quantifier.end)[0]
    return first > 0 and case.claim.tokens[first - 1].key in _SOFT


def _compared(case: Case, ours: Quantifier, number: int) -> Iterator[Observation]:
    theirs = case.passage(number).analysis
    span = token_range(case.claim, ours.start, ours.end)
    for other in theirs.quantifiers:
        if not _alike(case, ours, other):
            continue
        at = token_range(theirs, other.start, other.end)
        slot = same_slot(case, span, number, at)
        clash = relate(ours, other) is Relation.CLASH
        if slot >= SLOT:
            outcome = Outcome.CLASH if clash else Outcome.HELD
            yield Observation(FAMILY, outcome, span, ours.text, number, at, words(theirs, *at), slot)


def _alike(case: Case, ours: Quantifier, theirs: Quantifier) -> bool:
    """Say whether both stand with the same noun."""
    if not ours.noun or not theirs.noun:
        return False
    keys = case.index.vocabulary.keys_of_word
    return not set(keys(ours.noun[-1])).isdisjoint(keys(theirs.noun[-1]))

"""Compare how much of a whole a claim speaks of with what its sources say: all, some, only, none."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, same_slot, words
from verifier.checks.shares import Share, compare, shares, turned
from verifier.facts.analysis import Analysis
from verifier.facts.quantity import Quantity
from verifier.facts.relation import Relation

FAMILY = "quantifier"
SLOT, SLOT_NOUNLESS, SLOT_DEED = 0.55, 0.6, 0.4
_DEED = 8
_STRONGER = frozenset((("all", "many"), ("most", "some"), ("most", "part"), ("most", "many"), ("nearly", "some")))
_OUTCOMES = {Relation.APART: Outcome.CLASH, Relation.OPEN: None}


def check(case: Case) -> Iterator[Observation]:
    """Report each share of the claim that clashes with one of the same thing, unless another agrees.

    A share in figures is held wherever a passage gives the same.
    """
    for share in shares(case.claim):
        seen = [o for n in case.views for o in _compared(case, share, n)]
        if isinstance(share.fact, Quantity) and any(o.outcome is Outcome.HELD for o in seen):
            continue
        best = max(seen, key=lambda o: (o.slot, o.outcome is Outcome.HELD, -o.passage), default=None)
        if best is not None and best.outcome is not Outcome.HELD:
            yield best


def _compared(case: Case, ours: Share, number: int) -> Iterator[Observation]:
    theirs = case.passage(number).analysis
    if not theirs.quantifiers and not theirs.quantities:
        return
    for other in shares(theirs):
        slot = same_slot(case, ours.tokens, number, other.tokens)
        deed = _deed(case, ours, other, number)
        outcome = _outcome(case, ours, other, number, deed)
        if outcome is None or not _alike(case, ours, other, slot, said=deed is not None):
            continue
        found = words(theirs, *other.tokens)
        yield Observation(FAMILY, outcome, ours.tokens, ours.text, number, other.tokens, found, slot)


def _outcome(case: Case, ours: Share, other: Share, number: int, deed: tuple[int, int] | None) -> Outcome | None:
    """Compare two shares; where one side denies the deed and the other does not, none of them is all of them not."""
    if deed is not None:
        theirs = case.passage(number).analysis
        if _denied(case.claim, ours, deed[0]) != _denied(theirs, other, deed[1]):
            if "none" not in {ours.fact.kind, other.fact.kind}:
                return None
            ours, other = turned(ours), turned(other)
    if (ours.fact.kind, other.fact.kind) in _STRONGER:
        return Outcome.MISSING
    return _OUTCOMES.get(compare(ours, other), Outcome.HELD)


def _alike(case: Case, ours: Share, other: Share, slot: float, *, said: bool) -> bool:
    """Say whether both are shares of the same noun; a pronoun may stand for it where the same is said of both."""
    if not ours.noun or not other.noun:
        return said and slot >= SLOT_NOUNLESS
    keys = case.index.vocabulary.keys_of_word
    return slot >= (SLOT_DEED if said else SLOT) and not set(keys(ours.noun[-1])).isdisjoint(keys(other.noun[-1]))


def _deed(case: Case, ours: Share, other: Share, number: int) -> tuple[int, int] | None:
    """Return the word that says what happens to a share, and where the passage says it of its own: refunded."""
    claim, view = case.claim, case.views[number]
    clause = [t for t in claim.content if claim.clauses[t] == claim.clauses[ours.tokens[0]]]
    behind = next((t for t in clause if t >= ours.end), -1)
    before = next((t for t in reversed(clause) if t < ours.tokens[0]), -1)
    if behind in view and 0 <= view[behind].at - other.end < _DEED:
        return behind, view[behind].at
    if before in view and 0 < other.tokens[0] - view[before].at <= _DEED:
        return before, view[before].at
    return None


def _denied(analysis: Analysis, share: Share, token: int) -> bool:
    """Say whether what is said of a share is denied, other than by the share itself: none of them failed."""
    return any(token in n.heads and not share.tokens[0] <= n.cue < share.tokens[1] for n in analysis.negations)

"""Compare the dates of a claim with those its sources give for the same event."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, same_slot, surroundings, token_range, words
from verifier.checks.quantity import HOLDS
from verifier.facts.date_relation import relate
from verifier.facts.dates import DateFact
from verifier.facts.relation import Relation

FAMILY = "date"
SLOT, SLOT_HELD = 0.45, 0.1
CLEARLY = 0.35
_SHORT = 5


def check(case: Case) -> Iterator[Observation]:
    """Report each date of the claim as held, clashing or missing."""
    for found in case.claim.dates:
        yield judge(case, found)


def judge(case: Case, ours: DateFact) -> Observation:
    """Judge one date: held where a passage dates the same thing alike, a clash where it does so otherwise."""
    tokens = token_range(case.claim, ours.start, ours.end)
    seen = sorted(_comparisons(case, ours, tokens), key=lambda o: (-o.slot, o.passage, o.at))
    held = next((o for o in seen if o.outcome is Outcome.HELD), None)
    clash = next((o for o in seen if o.outcome is Outcome.CLASH and _same_event(case, o)), None)
    if clash and (
        held is None or (clash.slot > held.slot + CLEARLY and _governed(case, clash) > _governed(case, held))
    ):
        return clash
    if held is None and _in_the_news(case, ours):
        return Observation(FAMILY, Outcome.HELD, tokens, words(case.claim, *tokens))
    return held or Observation(FAMILY, Outcome.MISSING, tokens, words(case.claim, *tokens))


def _in_the_news(case: Case, ours: DateFact) -> bool:
    """Say whether a month or year is the one in which an allowed article was published."""
    if ours.granularity not in {"month", "year"} or ours.first is None or ours.last is None:
        return False
    return any(ours.first <= published <= ours.last for n, published in case.index.published if case.may_use(n))


def _governed(case: Case, seen: Observation) -> float:
    """Return how closely the word next to the claim's date is matched in the passage."""
    nearest = surroundings(case.claim, seen.tokens, 1)
    view = case.views[seen.passage]
    return max((view[t].grade for t in nearest if t in view), default=0.0)


def _same_event(case: Case, seen: Observation) -> bool:
    """Say whether a passage speaks of the event a claim dates: of a short claim, its subject alone does not tell."""
    return len(case.claim.content) > _SHORT or _governed(case, seen) > 0


def _comparisons(case: Case, ours: DateFact, tokens: tuple[int, int]) -> Iterator[Observation]:
    said = words(case.claim, *tokens)
    for number in case.views:
        theirs = case.passage(number).analysis
        relations = [(relate(ours, other), other) for other in theirs.dates]
        agrees = any(r in HOLDS for r, _ in relations)
        for relation, other in relations:
            at = token_range(theirs, other.start, other.end)
            slot = same_slot(case, tokens, number, at)
            if relation in HOLDS and (slot >= SLOT_HELD or number in case.chosen or case.bare):
                yield Observation(FAMILY, Outcome.HELD, tokens, said, number, at, words(theirs, *at), slot)
            elif relation is Relation.CLASH and not agrees and not other.relative and slot >= SLOT:
                yield Observation(FAMILY, Outcome.CLASH, tokens, said, number, at, words(theirs, *at), slot)

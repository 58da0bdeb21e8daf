"""Find what a claim states as done and its sources call only possible, suspected or planned."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, anchored, same_slot, words
from verifier.evidence.align import CONCEPT

FAMILY = "certainty"
SLOT = 0.6


def check(case: Case) -> Iterator[Observation]:
    """Report the predicate that a source hedges in the same slot, unless another sentence asserts it."""
    if case.claim.hedges:
        return
    seen = [o for n in case.views for o in _hedged(case, n)]
    for observation in sorted(seen, key=lambda o: (-o.slot, o.passage, o.at))[:1]:
        if not _asserted(case, observation):
            yield observation


def _hedged(case: Case, number: int) -> Iterator[Observation]:
    theirs, view = case.passage(number).analysis, case.views[number]
    by_place = {m.at: t for t, m in view.items() if m.grade >= CONCEPT}
    for hedge in theirs.hedges:
        head = hedge.governed[0] if hedge.governed else -1
        token = by_place.get(head)
        if token is None or theirs.lemmas[head] in case.index.vocabulary.enabling or _named(case, token):
            continue
        slot = same_slot(case, (token, token + 1), number, (head, head + 1))
        if slot >= SLOT and anchored(case, token, number, head):
            said, found = words(case.claim, token, token + 1), words(theirs, hedge.cue, head + 1)
            yield Observation(
                FAMILY, Outcome.CLASH, (token, token + 1), said, number, (hedge.cue, head + 1), found, slot
            )


def _named(case: Case, token: int) -> bool:
    """Say whether the claim only names the event, as an -ing form or a name, and does not state it."""
    return case.claim.tokens[token].key.endswith("ing") or token in case.claim.name_tokens


def _asserted(case: Case, hedged: Observation) -> bool:
    """Say whether another passage states the predicate without a hedge, in a slot nearly as close."""
    token = hedged.tokens[0]
    for number, view in case.views.items():
        match = view.get(token)
        if match is None or match.grade < CONCEPT:
            continue
        theirs = case.passage(number).analysis
        if any(match.at in h.governed for h in theirs.hedges):
            continue
        if same_slot(case, hedged.tokens, number, (match.at, match.at + 1)) >= hedged.slot / 2:
            return True
    return False

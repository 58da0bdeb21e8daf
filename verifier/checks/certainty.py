"""Find what a claim states as done or sure and its sources call only possible, suspected or planned."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.assertion import asserted
from verifier.checks.case import Case, Observation, Outcome, anchored, same_slot, words
from verifier.checks.sureness import left_open, lets, only_able
from verifier.evidence.align import CONCEPT
from verifier.facts.assertion.certainty import Hedge
from verifier.words.grammar import BE_OR_HAVE
from verifier.words.shapes import is_past

FAMILY = "certainty"
SLOT, SLOT_ALONE = 0.6, 0.9


def check(case: Case) -> Iterator[Observation]:
    """Report the predicate that a source hedges in the same slot, unless another sentence asserts it."""
    found = [o for n in case.views for o in _hedged(case, n)]
    guarded = left_open(case, firm=False) if found else frozenset()  # what will be is surer than what may be
    seen = [o for o in found if o.tokens[0] not in guarded]
    for observation in sorted(seen, key=lambda o: (-o.slot, o.passage, o.at))[:1]:
        if not asserted(case, observation.tokens[0]):
            yield observation


def _hedged(case: Case, number: int) -> Iterator[Observation]:
    theirs = case.passage(number).analysis
    if not theirs.hedges:
        return
    by_place = {m.at: t for t, m in case.views[number].items() if m.grade >= CONCEPT}
    for hedge in (h for h in theirs.hedges if h.cue not in by_place):  # the cause was likely a fault
        for head in _heads(case, number, hedge):
            token = by_place.get(head)
            if token is None or _named(case, token) or lets(case, token) or only_able(case, theirs, hedge.cue):
                continue
            slot = same_slot(case, (token, token + 1), number, (head, head + 1))
            if slot >= SLOT_ALONE or (slot >= SLOT and anchored(case, token, number, head)):
                said, found = words(case.claim, token, token + 1), words(theirs, hedge.cue, head + 1)
                place = (hedge.cue, head + 1)
                yield Observation(FAMILY, Outcome.CLASH, (token, token + 1), said, number, place, found, slot)


def _heads(case: Case, number: int, hedge: Hedge) -> tuple[int, ...]:
    """Return the words that a hedge makes uncertain: its verb, or what a flaw might let one do, said as done."""
    theirs, enabling = case.passage(number).analysis, case.index.vocabulary.enabling
    if not hedge.governed:
        return ()
    if theirs.lemmas[hedge.governed[0]] not in enabling:
        return hedge.governed[:1]
    if any(lemma in enabling for lemma in case.claim.lemmas):
        return tuple(t for t in hedge.governed[:1] if _done(case, number, t))
    return tuple(t for t in hedge.governed[1:] if _done(case, number, t))


def _done(case: Case, number: int, at: int) -> bool:
    """Say whether the claim has a word of the passage as done: have taken, were used, burglars who opened."""
    token = next((t for t, m in case.views[number].items() if m.at == at), None)
    before = [t.key for t in case.claim.tokens[max(0, token - 2) : token]] if token else []
    if not before or token is None:
        return False
    return not BE_OR_HAVE.isdisjoint(before) or (is_past(case.claim.tokens[token].key) and _by_somebody(case, token))


def _by_somebody(case: Case, token: int) -> bool:
    """Say whether a word for people stands right before a verb of the claim, or `who`."""
    claim = case.claim
    before = claim.tokens[token - 1].key
    return before == "who" or case.index.vocabulary.is_person(claim.lemmas[token - 1])


def _named(case: Case, token: int) -> bool:
    """Say whether the claim only names the event, as an -ing form or a name, and does not state it."""
    return case.claim.tokens[token].key.endswith("ing") or token in case.claim.name_tokens

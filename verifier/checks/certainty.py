"""Find what a claim states as done or sure and its sources call only possible, suspected or planned."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, anchored, same_slot, token_range, words
from verifier.evidence.align import CONCEPT
from verifier.facts.certainty import Hedge

FAMILY = "certainty"
SLOT, SLOT_SURE = 0.6, 0.5
_PERFECT = frozenset("have has had was were been".split())


def check(case: Case) -> Iterator[Observation]:
    """Report the predicate that a source hedges in the same slot, unless another sentence asserts it."""
    lexicon = case.index.vocabulary
    dated = {t for d in case.claim.dates for t in range(*token_range(case.claim, d.start, d.end))}
    loose = (lemma for t, lemma in enumerate(case.claim.lemmas) if t not in dated)
    if case.claim.hedges or any(lemma in lexicon.risks or lemma in lexicon.doubting for lemma in loose):
        return
    seen = [o for n in case.views for o in (*_hedged(case, n), *_vouched(case, n))]
    for observation in sorted(seen, key=lambda o: (-o.slot, o.passage, o.at))[:1]:
        if not _asserted(case, observation):
            yield observation


def _hedged(case: Case, number: int) -> Iterator[Observation]:
    theirs, view = case.passage(number).analysis, case.views[number]
    by_place = {m.at: t for t, m in view.items() if m.grade >= CONCEPT}
    for hedge in theirs.hedges:
        for head in _heads(case, number, hedge):
            token = by_place.get(head)
            if token is None or _named(case, token):
                continue
            slot = same_slot(case, (token, token + 1), number, (head, head + 1))
            if slot >= SLOT and anchored(case, token, number, head):
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
        return ()
    return tuple(t for t in hedge.governed[1:] if _done(case, number, t))


def _done(case: Case, number: int, at: int) -> bool:
    """Say whether the claim has a word of the passage as a perfect or passive: have taken, were used."""
    token = next((t for t, m in case.views[number].items() if m.at == at), None)
    before = case.claim.tokens[max(0, token - 2) : token] if token else ()
    return any(t.key in _PERFECT for t in before)


def _vouched(case: Case, number: int) -> Iterator[Observation]:
    """Yield what a claim vouches for (certainly, proved, knew) where the passage in that slot only believes it."""
    theirs, lexicon = case.passage(number).analysis, case.index.vocabulary
    for token, lemma in enumerate(case.claim.lemmas):
        if lemma not in lexicon.vouching or token not in case.claim.inside or token in case.views[number]:
            continue
        for at, other in enumerate(theirs.lemmas):
            if other in lexicon.doubting:
                slot = same_slot(case, (token, token + 1), number, (at, at + 1))
                if slot >= SLOT_SURE and anchored(case, token, number, at):
                    said, found = words(case.claim, token, token + 1), words(theirs, at, at + 1)
                    yield Observation(
                        FAMILY, Outcome.CLASH, (token, token + 1), said, number, (at, at + 1), found, slot
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

"""Find what a claim vouches for (confirmed, certainly, knew, always) and its sources only believe, fear or suspect."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, same_slot, words
from verifier.checks.sureness import asserted
from verifier.evidence.align import CONCEPT
from verifier.facts.analysis import Analysis
from verifier.facts.forms import inflected_from

FAMILY = "certainty"
SLOT = 0.45
_FAR, _NEAR = 4, 2
_UNSAID = frozenset("not no never nor cannot without".split())


def check(case: Case) -> Iterator[Observation]:
    """Report the first word that vouches for what a passage leaves open, where no passage vouches for it."""
    claim = case.claim
    for token in claim.inside:
        if _vouches(case, token) and not _left_open(claim, token):
            found = max(_doubted(case, token), key=lambda o: (o.slot, -o.passage), default=None)
            if found is not None:
                yield found
                return


def _vouches(case: Case, token: int) -> bool:
    """Say whether a word makes what follows sure, and is not denied itself."""
    claim = case.claim
    key = claim.tokens[token].key
    sure = key in case.index.vocabulary.vouching or not case.index.vocabulary.vouching.isdisjoint(inflected_from(key))
    return sure and not any(t.key in _UNSAID for t in claim.tokens[max(0, token - _NEAR) : token])


def _left_open(claim: Analysis, token: int) -> bool:
    """Say whether a cue of doubt stands in the phrase of a word: the known flaw could open the door."""
    cues = (h.cue for h in (*claim.hedges, *claim.doubts))
    return any(claim.phrases[cue] == claim.phrases[token] for cue in cues)


def _doubted(case: Case, token: int) -> Iterator[Observation]:
    """Yield the passages that leave open what a word vouches for; nothing where one vouches for it as well."""
    heads = [t for t in case.claim.content if t > token and case.claim.phrases[t] == case.claim.phrases[token]][:_FAR]
    if any(_agrees(view, token, heads) for view in case.views.values()):
        return
    for number, view in case.views.items():
        theirs = case.passage(number).analysis
        for head in heads:
            match = view.get(head)
            if match is None or match.grade < CONCEPT:
                continue
            cue = _cue(case, theirs, match.at)
            if cue is None:
                continue
            slot = same_slot(case, (head, head + 1), number, (match.at, match.at + 1))
            if slot >= SLOT and not asserted(case, head):
                place = min(cue, match.at), max(cue, match.at) + 1
                span = (token, head + 1)
                said, found = words(case.claim, *span), words(theirs, *place)
                yield Observation(FAMILY, Outcome.CLASH, span, said, number, place, found, slot)


def _agrees(view, token: int, heads) -> bool:
    """Say whether a passage vouches for what the claim does: it has the word close to what the claim says it of."""
    match = view.get(token)
    return match is not None and any(t in view and abs(view[t].at - match.at) <= 2 * _FAR for t in heads)


def _cue(case: Case, theirs: Analysis, place: int) -> int | None:
    """Return the cue by which a passage leaves a place open: what governs it, or a doubtful word before it."""
    for hedge in (*theirs.hedges, *theirs.doubts):
        if place in hedge.governed:
            return hedge.cue
    doubtful = case.index.vocabulary.doubtful
    before = range(max(0, place - _NEAR), place)
    return next((t for t in before if theirs.tokens[t].key in doubtful and theirs.phrases[t] == theirs.phrases[place]), None)

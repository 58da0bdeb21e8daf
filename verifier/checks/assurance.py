"""Find what a claim vouches for (confirmed, certainly, knew, always) and its sources only believe, fear or suspect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from verifier.checks.assertion import asserted
from verifier.checks.case import Case, Observation, Outcome, same_slot, words
from verifier.evidence.align import CONCEPT, Match
from verifier.facts.analysis import Analysis
from verifier.words.forms import inflected_from
from verifier.words.grammar import DENIALS

FAMILY = "certainty"
SLOT = 0.35
_PROVING, _LINKS = frozenset({"know", "prove", "verify"}), frozenset({"to", "that"})
_HEADS, _NEAR, _CLOSE = 4, 2, 8


def check(case: Case) -> Iterator[Observation]:
    """Report the first word that vouches for what a passage leaves open, where no passage vouches for it.

    A firm one that no passage has is not stated even where none leaves open what it vouches for.
    """
    for token in sorted(case.claim.inside):
        if _vouches(case, token):
            found = max(_doubted(case, token), key=lambda o: (o.slot, -o.passage), default=None)
            if found is None and _firmly(case, token) and token not in case.alignment.matches:
                found = Observation(FAMILY, Outcome.MISSING, (token, token + 1), words(case.claim, token, token + 1))
            if found is not None:
                yield found
                return


def _vouches(case: Case, token: int) -> bool:
    """Say whether a word makes sure what follows, neither denied itself nor in a phrase that has a cue of doubt."""
    claim, vouching = case.claim, case.index.vocabulary.vouching
    key = claim.tokens[token].key
    if key not in vouching and vouching.isdisjoint(inflected_from(key)):
        return False
    denied = any(t.key in DENIALS for t in claim.tokens[max(0, token - _NEAR) : token])
    cues = (h.cue for h in (*claim.hedges, *claim.doubts))
    return not denied and all(claim.phrases[cue] != claim.phrases[token] for cue in cues)


def _firmly(case: Case, token: int) -> bool:
    """Say whether a word that vouches is no mere comment: certainly, known to have, proved that; not clearly."""
    claim, key = case.claim, case.claim.tokens[token].key
    if key in case.index.vocabulary.gloss or token not in claim.content_set:
        return False
    behind = claim.tokens[token + 1].key if token + 1 < len(claim.tokens) else ""
    return key.endswith("ly") or (behind in _LINKS and not _PROVING.isdisjoint(inflected_from(key)))


def _doubted(case: Case, token: int) -> Iterator[Observation]:
    """Yield the passages that leave open what a word vouches for; nothing where one vouches for it as well."""
    claim = case.claim
    heads = [t for t in claim.content if t > token and claim.phrases[t] == claim.phrases[token]][:_HEADS]
    if any(_agrees(view, token, heads) for view in case.views.values()):
        return
    for number, view in case.views.items():
        theirs = case.passage(number).analysis
        for head in (t for t in heads if t in view and view[t].grade >= CONCEPT):
            at = view[head].at
            adjective = _adjective(case, theirs, at) if head == heads[0] else None
            cue = adjective if adjective is not None else _cue(theirs, at)
            if cue is None or same_slot(case, (head, head + 1), number, (at, at + 1)) < SLOT:
                continue
            if cue == adjective or not asserted(case, head):
                yield _observed(case, (token, head + 1), number, (min(cue, at), max(cue, at) + 1))


def _observed(case: Case, ours: tuple[int, int], number: int, at: tuple[int, int]) -> Observation:
    said, found = words(case.claim, *ours), words(case.passage(number).analysis, *at)
    slot = same_slot(case, ours, number, at)
    return Observation(FAMILY, Outcome.CLASH, ours, said, number, at, found, slot)


def _agrees(view: Mapping[int, Match], token: int, heads: Sequence[int]) -> bool:
    """Say whether a passage has the word that vouches close by what the claim vouches for: a noun right behind it."""
    match = view.get(token)
    if match is None or match.grade < CONCEPT or not heads:
        return False
    noun = heads[0] == token + 1
    near = _NEAR if noun else _CLOSE
    return any(t in view and abs(view[t].at - match.at) <= near for t in (heads[:1] if noun else heads))


def _adjective(case: Case, theirs: Analysis, place: int) -> int | None:
    """Return the doubtful adjective close before a noun: a suspected burglar."""
    before = range(max(0, place - _NEAR), place)
    return next((t for t in before if theirs.tokens[t].key in case.index.vocabulary.doubtful), None)


def _cue(theirs: Analysis, place: int) -> int | None:
    """Return the first cue of doubt that governs a place."""
    return next((h.cue for h in (*theirs.hedges, *theirs.doubts) if place in h.governed), None)

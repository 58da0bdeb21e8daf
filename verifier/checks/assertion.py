"""Tell whether the sources are sure somewhere of what a claim says."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.checks.case import Case, surroundings
from verifier.evidence.align import CONCEPT, grade
from verifier.facts.analysis import Analysis
from verifier.words.grammar import THIRD_PERSON

_AROUND, _WIDE, _SOON = 4, 7, 3
ENOUGH, MOST = 2, 3
_MODALS = frozenset("would could can may might should".split())


def asserted(case: Case, token: int, enough: int = ENOUGH) -> bool:
    """Say whether a sentence of the sources is sure of a claim's predicate, said of what the claim says it of.

    `enough` of the words nearest to it in the claim must stand by it there too.
    """
    claim = case.claim
    near = surroundings(claim, (token, token + 1), _AROUND)
    keys = [key for key in claim.keys[token] if grade(key) >= CONCEPT]
    for number in dict.fromkeys(n for key in keys for n in case.postings.get(key, ())):
        theirs = case.passage(number).analysis
        unsure = {t for h in (*theirs.hedges, *theirs.doubts) for t in h.governed}
        sure = {
            p for key in keys for p in theirs.positions.get(key, ()) if p not in unsure and not _supposed(theirs, p)
        }
        if not sure:
            continue
        same = theirs.positions.get(claim.stems[token], ())
        if any(_told_of(near, claim, theirs, p, len(theirs.tokens) if p in same else _WIDE, enough) for p in sure):
            return True
        if any(_pronominal(theirs, p) for p in sure):
            return True
    return False


def _supposed(theirs: Analysis, place: int) -> bool:
    """Say whether a modal verb stands before a place in its phrase: would have sold, may use it to sell."""
    before = range(max(0, place - _WIDE), place)
    return any(theirs.tokens[t].key in _MODALS and theirs.phrases[t] == theirs.phrases[place] for t in before)


def _told_of(near: Sequence[int], claim: Analysis, theirs: Analysis, place: int, wide: int, enough: int) -> bool:
    """Say whether a passage tells a predicate of two things that a claim tells it of; a pronoun may stand for one."""
    found = (at for t in near for key in claim.keys[t] for at in theirs.positions.get(key, ()))
    close = len({theirs.stems[at] for at in found if abs(at - place) <= wide})
    return close + _of_pronoun(theirs, place) >= min(enough, len(near))


def _pronominal(theirs: Analysis, place: int) -> bool:
    """Say whether pronouns stand for whom and what a predicate is told of: they later sold them."""
    end = min(place + 1 + _SOON, len(theirs.tokens))
    behind = (t for t in range(place + 1, end) if theirs.phrases[t] == theirs.phrases[place])
    return _of_pronoun(theirs, place) and theirs.content_set.isdisjoint(behind)


def _of_pronoun(theirs: Analysis, place: int) -> bool:
    return any(t.key in THIRD_PERSON for t in theirs.tokens[max(0, place - _SOON) : place])

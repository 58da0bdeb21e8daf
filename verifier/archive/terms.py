"""Cut texts into the terms that an archive is searched by, and claims into words with what may stand for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from verifier.data import lexicons
from verifier.text.tokens import stems_in

SAME, NEAR = 0.9, 0.5
_SAME = "same"


class Word(NamedTuple):
    """Hold a word of a claim: its stem, whether it says little by itself, and the stems of words of its meaning."""

    stem: str
    gloss: bool = False
    same: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def terms(text: str) -> list[str]:
    """Return the stems of a text's words and its numbers, in order."""
    return ["".join(stem.split()) for stem in stems_in(text)]


def words(claim: str) -> tuple[Word, ...]:
    """Return the words of a claim that a search may go by, each once; words such as "the" are left out."""
    stems = (stem for stem in dict.fromkeys(terms(claim)) if stem not in _stopped())
    return tuple(Word(stem, stem in _gloss(), *_others().get(stem, ((), ()))) for stem in stems)


@cache
def _stopped() -> frozenset[str]:
    return frozenset(stem for word in lexicons.stopwords() for stem in terms(word))


@cache
def _gloss() -> frozenset[str]:
    return frozenset(stem for word in lexicons.gloss() for stem in terms(word))


@cache
def _others() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the stems of the same and of nearly the same meaning, by stem; terms of several words do not count."""
    found: defaultdict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for group in lexicons.equal_terms().groups:
        stems = {cut[0] for term in group.terms if len(cut := terms(term)) == 1}
        for stem in stems:
            found[stem][group.grade != _SAME].update(stems - {stem})
    return {stem: (tuple(sorted(same)), tuple(sorted(near - same))) for stem, (same, near) in found.items()}

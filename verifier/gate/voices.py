"""Tell sentences that deny or guess from those that state."""

from __future__ import annotations

from functools import cache

from verifier import lexicon
from verifier.facts.tables import vocabulary
from verifier.text.tokens import tokenize

_DENIALS = frozenset({"denied"})
_GUESSES = frozenset({"likely", "possible", "hypothetical", "open"})


def denies(sentence: str) -> bool:
    """Say whether a sentence reports a denial."""
    return _has(sentence, _DENIALS)


def guesses(sentence: str) -> bool:
    """Say whether a sentence calls something likely, possible or open."""
    return _has(sentence, _GUESSES)


def _has(sentence: str, levels: frozenset[str]) -> bool:
    words = f" {_lemmas(sentence)} "
    return any(f" {cue} " in words for cue in _cues(levels))


@cache
def _cues(levels: frozenset[str]) -> frozenset[str]:
    return frozenset(_lemmas(h.cue) for h in lexicon.hedges().cues if h.level in levels)


def _lemmas(text: str) -> str:
    known = vocabulary(None)
    return " ".join(known.lemma(token.key) for token in tokenize(text))

"""Tell sentences that deny or guess from those that state."""

from __future__ import annotations

from functools import cache, lru_cache

from verifier.data import lexicons as lexicon
from verifier.facts.analysis import Analysis, analyse
from verifier.facts.assertion.doubt import Hedge, hedges
from verifier.words.phrases import Phrases
from verifier.words.tables import vocabulary
from verifier.words.texts import Text

_DENIALS = frozenset({"denied"})
_GUESSES = frozenset({"likely", "possible", "hypothetical", "open"})


def denies(sentence: str, said: str = "") -> bool:
    """Say whether a sentence reports a denial; where another text is given, a denial of words of that."""
    return _speaks(sentence, said, _DENIALS)


def guesses(sentence: str, said: str = "") -> bool:
    """Say whether a sentence calls something likely, possible or open; where a text is given, words of that."""
    return _speaks(sentence, said, _GUESSES)


def _speaks(sentence: str, said: str, levels: frozenset[str]) -> bool:
    read = _read(sentence)
    dated = {i for i, t in enumerate(read.tokens) if any(d.start <= t.start < d.end for d in read.dates)}
    found = hedges(_text(read), _cues(levels))
    return any(h.cue not in dated and (not said or _covers(read, h, _read(said))) for h in found)


def _text(read: Analysis) -> Text:
    return Text(read.text, read.tokens, read.gaps, read.lemmas, read.phrases, vocabulary(None))


def _covers(read: Analysis, hedge: Hedge, said: Analysis) -> bool:
    """Say whether a cue governs a word of another text; a cue that governs nothing covers its whole sentence."""
    keys = {key for position in hedge.governed for key in read.keys[position]}
    return not keys or any(not keys.isdisjoint(own) for own in said.keys)


@cache
def _cues(levels: frozenset[str]) -> Phrases[str]:
    return Phrases({_read(h.cue).lemmas: h.level for h in lexicon.hedges().cues if h.level in levels})


@lru_cache(maxsize=1024)
def _read(text: str) -> Analysis:
    return analyse(text, vocabulary(None))

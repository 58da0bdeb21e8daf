"""Tell how surely a text says that something is so or happened: denied, left open, planned, possible, asserted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from verifier.data.word_lists import words
from verifier.facts.relation import Interval, Relation
from verifier.words.grammar import FUTURE, MOOD
from verifier.words.shapes import is_adverb

if TYPE_CHECKING:
    from verifier.facts.analysis import Analysis

_LEVELS = {
    "asserted": Interval(1, 1),
    "likely": Interval(0.5, 1, above=True),
    "possible": Interval(0, 1, above=True),
    "planned": Interval(0, 1, above=True),
    "open": Interval(0, 1),
}
"""How probable each level leaves a thing."""
_RANKS = {level: rank for rank, level in enumerate(_LEVELS)}
_BRINGING = words("verbs", "verbs", "bringing")
_NEAR = 6
_END = re.compile(r"[.!?]+(?=\s|[\"'”’]|$)")


class Stance(NamedTuple):
    """Hold the level at which a text says something, whether it denies it, and the token that says so (-1 for none)."""

    level: str = "asserted"
    denied: bool = False
    cue: int = -1

    @property
    def probability(self) -> Interval:
        """Return how probable this leaves what is spoken of."""
        low, high, above, below = _LEVELS[self.level]
        return Interval(1 - high, 1 - low, below, above) if self.denied else Interval(low, high, above, below)


def relate(a: Stance, b: Stance) -> Relation:
    """Return how one stance relates to another on one thing: what is sure is likely, what is likely is possible."""
    if (a.level, a.denied) == (b.level, b.denied):
        return Relation.EQUAL
    return a.probability.relate(b.probability)


def stance(analysis: Analysis, token: int) -> Stance:
    """Return the stance of a text towards what a word of it tells."""
    found = [Stance(h.level, cue=h.cue) for h in (*analysis.hedges, *analysis.doubts) if token in h.governed]
    found += _led(analysis, token)
    if _asked(analysis, token):
        found.append(Stance("open", cue=token))
    weakest = max(found, key=lambda s: _RANKS.get(s.level, 0), default=Stance())
    denials = [n.cue for n in analysis.negations if token in n.heads]
    if len(denials) % 2:
        return Stance(weakest.level, denied=True, cue=denials[0])
    return weakest


def _asked(analysis: Analysis, token: int) -> bool:
    """Say whether the sentence of a word ends with a question mark."""
    end = next((m for m in _END.finditer(analysis.text, analysis.tokens[token].end)), None)
    return end is not None and "?" in end[0]


def _led(analysis: Analysis, token: int) -> list[Stance]:
    """Return what leads a verb in: an auxiliary, or `to` behind a verb that does not bring about what follows."""
    keys, home = analysis.tokens, analysis.phrases[token]
    for at in range(token - 1, max(-1, token - _NEAR), -1):
        key = keys[at].key
        if analysis.phrases[at] != home:
            break
        if key in MOOD or key in FUTURE:
            return [Stance("possible" if key in MOOD else "planned", cue=at)]
        if key == "to":
            bringing = at and analysis.lemmas[at - 1] in _BRINGING
            return [] if bringing else [Stance("planned", cue=at)]
        if at in analysis.content_set and not is_adverb(key):
            break
    return []

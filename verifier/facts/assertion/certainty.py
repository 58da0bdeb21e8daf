"""Find what a text does not assert but calls possible, likely or planned."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from verifier.words.phrases import Phrases

_REACH = 6


class Hedge(NamedTuple):
    """Hold a hedging cue, its level (possible, likely, planned ...) and the positions of the words it governs."""

    cue: int
    level: str
    governed: tuple[int, ...]


def hedges(
    lemmas: Sequence[str],
    phrases: Sequence[int],
    cues: Phrases[str],
    stop: Collection[str],
) -> tuple[Hedge, ...]:
    """Return the hedges of a text; a cue governs the next content words of its phrase."""
    found = []
    for position in cues.starts(lemmas):
        size, level = cues.at(lemmas, position) or (0, "")
        first = position + size
        if not level or (first < len(lemmas) and lemmas[first] == "not"):
            continue  # could not: an inability, not a doubt
        inside = range(first, min(first + _REACH, len(lemmas)))
        governed = tuple(t for t in inside if phrases[t] == phrases[position] and lemmas[t] not in stop)
        found.append(Hedge(position, level, governed))
    return tuple(found)

"""Find what a text does not assert but calls possible, likely or planned."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

_REACH = 6


class Hedge(NamedTuple):
    """Hold a hedging cue, its level (possible, likely, planned ...) and the positions of the words it governs."""

    cue: int
    level: str
    governed: tuple[int, ...]


def hedges(
    lemmas: Sequence[str],
    phrases: Sequence[int],
    cues: Mapping[tuple[str, ...], str],
    stop: Collection[str],
) -> tuple[Hedge, ...]:
    """Return the hedges of a text; a cue governs the next content words of its phrase."""
    found = []
    for position in range(len(lemmas)):
        for size in (3, 2, 1):
            level = cues.get(tuple(lemmas[position : position + size]))
            if level:
                first = position + size
                if first < len(lemmas) and lemmas[first] == "not":
                    break  # could not: an inability, not a doubt
                inside = range(first, min(first + _REACH, len(lemmas)))
                governed = tuple(t for t in inside if phrases[t] == phrases[position] and lemmas[t] not in stop)
                found.append(Hedge(position, level, governed))
                break
    return tuple(found)

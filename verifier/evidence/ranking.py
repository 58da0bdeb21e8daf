"""Rank the passages that bear on a claim, and choose the fewest that carry it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from verifier.evidence.grid import CONCEPT, NEAR, SAME, Grid
from verifier.evidence.passages import Index, Passage
from verifier.facts.analysis import Analysis
from verifier.model import Part

_FUZZY, _LIMIT, _MOST, _GAIN, _FIRST = 0.5, 12, 3, 0.05, 24
_TITLE = 0.1
"""What a headline loses: where it says what the text says as well, the text is the better evidence."""


class Ranked(NamedTuple):
    """Hold a passage's number and its score from 0 to 1."""

    number: int
    score: float


class Match(NamedTuple):
    """Hold the token of a passage that a claim's token is matched with, and how nearly (0 to 1)."""

    at: int
    grade: float


def rank(claim: Analysis, index: Index, grid: Grid) -> tuple[Ranked, ...]:
    """Return the passages that share weight with the claim, best first; ties go to the one that stands first."""
    from rapidfuzz import fuzz, process

    scores = {
        n: (s + grid.windows[n]) / 2 - _TITLE * (index.passages[n].sentence.part is Part.TITLE)
        for n, s in grid.scores.items()
    }
    best = sorted(sorted(scores), key=scores.__getitem__, reverse=True)[:_FIRST]
    texts = {n: " ".join(index.passages[n].analysis.stems) for n in best}
    alike = process.extract(" ".join(claim.stems), texts, scorer=fuzz.token_set_ratio, limit=None)
    mixed = [Ranked(n, (1 - _FUZZY) * scores[n] + _FUZZY * likeness / 100) for _, likeness, n in alike]
    return tuple(sorted(mixed, key=lambda r: (-r.score, r.number))[:_LIMIT])


def choose(ranked: Sequence[Ranked], grid: Grid) -> tuple[int, ...]:
    """Return the fewest passages that carry a claim: the best, then those that add a real share, three at most."""
    chosen: list[int] = []
    held: dict[int, float] = {}
    while len(chosen) < min(_MOST, len(ranked)):
        rest = (r.number for r in ranked if r.number not in chosen)
        gains = {n: _gain(grid, n, held) for n in rest}
        best = ranked[0].number if not chosen else max(gains, key=lambda n: (gains[n], -n))
        if chosen and gains[best] < _GAIN:
            break
        chosen.append(best)
        for token, grade in grid.grades(best).items():
            held[token] = max(held.get(token, 0.0), grade)
    return tuple(chosen)


def _gain(grid: Grid, passage: int, held: Mapping[int, float]) -> float:
    rows = ((row, row.grades.get(passage, 0.0) - held.get(row.token, 0.0)) for row in grid.rows)
    return sum(row.weight * more for row, more in rows if more > 0) / grid.total


@lru_cache(maxsize=256)
def match(claim: Analysis, passage: Passage) -> Mapping[int, Match]:
    """Match the content tokens of a claim with a passage, each by the closest of its keys, beside its neighbours."""
    positions = passage.analysis.positions
    found: dict[int, Match] = {}
    previous = -1
    for token in claim.content:
        key = next((k for k in claim.keys[token] if k in positions), None)
        if key is not None:
            previous = _nearest(positions[key], previous + 1)
            found[token] = Match(previous, {"=": CONCEPT, "~": NEAR}.get(key[:1], SAME))
    return found


def _nearest(places: Iterable[int], wanted: int) -> int:
    return min(places, key=lambda p: (abs(p - wanted), p))

"""Rank the passages that bear on a claim, choose the fewest that carry it, and lay it over one word by word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from verifier.data.thresholds import (
    EVIDENCE_EQUAL,
    EVIDENCE_GAIN,
    EVIDENCE_MOST,
    GRADES,
    HEADLINE_LOSES,
    RANK_LIKENESS,
    RANKED_FIRST,
    RANKED_MOST,
)
from verifier.evidence.grid import SAME, Grid
from verifier.evidence.passages import Index, Passage
from verifier.facts.analysis import Analysis
from verifier.text.likeness import alike, in_same_order


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
    titles = index.titles
    scores = {n: (s + grid.windows[n]) / 2 - (HEADLINE_LOSES if n in titles else 0.0) for n, s in grid.scores.items()}
    best = sorted(sorted(scores), key=scores.__getitem__, reverse=True)[:RANKED_FIRST]
    texts = {n: index.passages[n].stemmed for n in best}
    likely = ((n, likeness / 100) for _, likeness, n in alike(" ".join(claim.stems), texts))
    mixed = sorted((-((1 - RANK_LIKENESS) * scores[n] + RANK_LIKENESS * likeness), n) for n, likeness in likely)
    return tuple(Ranked(n, -score) for score, n in mixed[:RANKED_MOST])


def choose(ranked: Sequence[Ranked], grid: Grid) -> tuple[int, ...]:
    """Return the passages that carry a claim, three at most: the best, those that add a real share, its equals."""
    if not ranked:
        return ()
    columns = {n: [(row.token, row.grades[n], row.weight) for row in grid.rows if n in row.grades] for n, _ in ranked}
    chosen = [ranked[0].number]
    held: dict[int, float] = {}
    while len(chosen) < min(EVIDENCE_MOST, len(ranked)):
        for token, grade, _ in columns.pop(chosen[-1]):
            held[token] = max(held.get(token, 0.0), grade)
        gains = {n: _gain(column, held) / grid.total for n, column in columns.items()}
        best = max(gains, key=lambda n: (gains[n], -n))
        if gains[best] < EVIDENCE_GAIN:
            break
        chosen.append(best)
    equals = [r.number for r in ranked if r.score >= EVIDENCE_EQUAL * ranked[0].score and r.number not in chosen]
    return (*chosen, *equals[: EVIDENCE_MOST - len(chosen)])


def _gain(column: Iterable[tuple[int, float, float]], held: Mapping[int, float]) -> float:
    """Return the weight that a passage adds to what is held of each token, by its tokens with grades and weights."""
    gained = 0.0
    for token, grade, weight in column:
        more = grade - held.get(token, 0.0)
        if more > 0:
            gained += weight * more
    return gained


def match(claim: Analysis, passage: Passage) -> Mapping[int, Match]:
    """Match the content tokens of a claim with a passage, each by the closest of its keys, beside its neighbours."""
    positions, keys = passage.analysis.positions, claim.keys
    lacks = positions.keys().isdisjoint
    found: dict[int, Match] = {}
    previous = -1
    for token in [token for token in claim.content if not lacks(keys[token])]:
        for key in keys[token]:
            if key in positions:
                previous = _nearest(positions[key], previous + 1)
                found[token] = Match(previous, GRADES.get(key[:1], SAME))
                break
    return found


def _nearest(places: Sequence[int], wanted: int) -> int:
    """Return the place nearest to the one wanted, of two as near the first; the places are in order."""
    if len(places) == 1:
        return places[0]
    behind = bisect_left(places, wanted)
    if behind in {0, len(places)}:
        return places[min(behind, len(places) - 1)]
    return places[behind - (2 * wanted <= places[behind - 1] + places[behind])]


@lru_cache(maxsize=256)
def in_order(claim: Analysis, passage: Passage) -> float:
    """Return the share of a claim's content words in the longest run of stems that a passage has in the same order."""
    shared = in_same_order(claim.stems, passage.analysis.stems)
    return len(shared & claim.content_set) / max(1, len(claim.content))

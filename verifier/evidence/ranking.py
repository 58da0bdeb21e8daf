"""Rank the passages that bear on a claim, choose the fewest that carry it, and lay it over one word by word."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from math import log1p
from typing import NamedTuple

from verifier.data.models import RANKING, models, sigmoid
from verifier.data.thresholds import EVIDENCE_EQUAL, EVIDENCE_GAIN, EVIDENCE_MOST, GRADES, RANKED_FIRST, RANKED_MOST
from verifier.evidence.grid import SAME, Grid
from verifier.evidence.passages import Index, Passage, numbers
from verifier.facts.analysis import Analysis
from verifier.model import Part
from verifier.text.likeness import alike, in_same_order


class Ranked(NamedTuple):
    """Hold a passage's number and its score from 0 to 1."""

    number: int
    score: float


class Match(NamedTuple):
    """Hold the token of a passage that a claim's token is matched with, and how nearly (0 to 1)."""

    at: int
    grade: float


def rank(claim: Analysis, index: Index, grid: Grid, *reaches: int) -> tuple[tuple[Ranked, ...], ...]:
    """Return of each set of passages those that share weight with the claim, best first; of ties the earlier one.

    A score is the probability that a reader names the passage as evidence, by the model of rules/ranking.toml.
    """
    model, firsts = models(RANKING)["evidence"], [likely(grid, reach) for reach in reaches]
    columns = measures(claim, index, grid, dict.fromkeys(chain.from_iterable(firsts)))
    logits = dict.fromkeys(columns["share"], model.bias)
    for name, weight in model.weights.items():
        for number, value in columns[name].items():
            logits[number] += weight * value
    best = [sorted(sorted(first), key=logits.__getitem__, reverse=True)[:RANKED_MOST] for first in firsts]
    return tuple(tuple([Ranked(number, sigmoid(logits[number])) for number in each]) for each in best)


def likely(grid: Grid, reach: int) -> list[int]:
    """Return the passages of a set that share most of a claim's words."""
    rough = {n: s + grid.windows[n] for n, s in grid.scores.items() if reach >> n & 1}
    return sorted(sorted(rough), key=rough.__getitem__, reverse=True)[:RANKED_FIRST]


def measures(claim: Analysis, index: Index, grid: Grid, best: Collection[int]) -> dict[str, dict[int, float]]:
    """Return, by name and passage, what tells whether a passage is evidence, of some of them."""
    likeness = alike(" ".join(claim.stems), {n: index.passages[n].stemmed for n in best})
    columns: dict[str, dict[int, float]] = {
        "share": {n: grid.scores[n] for n in best}, "window": {n: grid.windows[n] for n in best},
        "likeness": {n: like / 100 for _, like, n in likeness},
        "title": {n: 1.0 for n in best if index.passages[n].sentence.part is Part.TITLE},
        "late": {n: log1p(index.places[n]) for n in best},
        **{name: defaultdict(float) for name in ("same", "words", "figures", "names", "pairs")},
    }  # fmt: skip
    named, plain, here = claim.sure_name_tokens, claim.content_set, {*best}
    totals = dict.fromkeys(("names", "words", "figures"), 0.0)
    for token, row in grid.rows.items():
        kind = "names" if token in named else "words" if token in plain else "figures"
        weight, grades, met, same = row.weight, row.grades, columns[kind], columns["same"]
        totals[kind] += weight
        share = weight / grid.total
        for n in here & grades.keys():
            grade = grades[n]
            met[n] += weight * grade
            if grade >= SAME:
                same[n] += share
    columns |= {kind: {n: v / total for n, v in columns[kind].items()} for kind, total in totals.items()}
    inside = sum(1 << n for n in best)
    for having in [index.bigrams[pair] & inside for pair in set(pairwise(claim.stems)) if pair in index.bigrams]:
        for n in numbers(having):
            columns["pairs"][n] += 1
    return columns


def choose(ranked: Sequence[Ranked], grid: Grid) -> tuple[int, ...]:
    """Return the passages that carry a claim: the best, those likely ones that add most to it, its equals."""
    if not ranked:
        return ()
    chosen, likely = [ranked[0].number], dict(ranked)
    while len(chosen) < min(EVIDENCE_MOST, len(ranked)):
        gains = {n: gain / grid.total for n, gain in _gains({*likely}.difference(chosen), chosen, grid).items()}
        more = {n: gain * likely[n] for n, gain in gains.items() if gain >= EVIDENCE_GAIN}
        if not more:
            break
        chosen.append(max(more, key=lambda n: (more[n], -n)))
    equals = [r.number for r in ranked if r.score >= EVIDENCE_EQUAL * ranked[0].score and r.number not in chosen]
    return (*chosen, *equals[: EVIDENCE_MOST - len(chosen)])


def _gains(passages: set[int], chosen: Sequence[int], grid: Grid) -> Mapping[int, float]:
    """Return by passage the weight that it adds to those chosen."""
    gained: defaultdict[int, float] = defaultdict(float)
    for row in grid.rows.values():
        held = max([row.grades.get(n, 0.0) for n in chosen])
        for number in passages & row.grades.keys() if held < row.best else ():
            if row.grades[number] > held:
                gained[number] += row.weight * (row.grades[number] - held)
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
                places = positions[key]
                previous = places[0] if len(places) == 1 else _nearest(places, previous + 1)
                found[token] = Match(previous, GRADES.get(key[:1], SAME))
                break
    return found


def _nearest(places: Sequence[int], wanted: int) -> int:
    """Return the place nearest to the one wanted, of two as near the first; the places are in order."""
    behind = bisect_left(places, wanted)
    if behind in {0, len(places)}:
        return places[min(behind, len(places) - 1)]
    return places[behind - (2 * wanted <= places[behind - 1] + places[behind])]


@lru_cache(maxsize=256)
def in_order(claim: Analysis, passage: Passage) -> float:
    """Return the share of a claim's content words in the longest run of stems that a passage has in the same order."""
    shared = in_same_order(claim.stems, passage.analysis.stems)
    return len(shared & claim.content_set) / max(1, len(claim.content))

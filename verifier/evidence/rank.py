"""Find the passages that bear on a claim, best first, and the fewest of them that carry it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from verifier.evidence.align import Match, grade, placed
from verifier.evidence.index import Index, postings_within, weights_of
from verifier.facts.analysis import Analysis

FUZZY_SHARE = 0.15
GAIN = 0.08
MOST = 3


class Ranked(NamedTuple):
    """Hold a passage's number, its score from 0 to 1, and the claim's tokens matched in it."""

    number: int
    score: float
    view: Mapping[int, Match]


def rank(claim: Analysis, index: Index, allowed: frozenset[int] | None = None, limit: int = 12) -> list[Ranked]:
    """Return the passages that share weight with the claim, best first; ties go to the one that stands first."""
    from rapidfuzz import fuzz, process

    weights = weights_of(claim, index)
    total = sum(weights.values())
    if not total:
        return []
    scores, found = _scores(claim, index, weights, allowed)
    best = sorted(sorted(scores), key=scores.__getitem__, reverse=True)[:limit]
    stems = " ".join(claim.stems[t] for t in claim.content)
    alike = process.extract(stems, {n: index.stems[n] for n in best}, scorer=fuzz.token_set_ratio, limit=None)
    ranked = [
        Ranked(
            n,
            (1 - FUZZY_SHARE) * (scores[n] / total) + FUZZY_SHARE * likeness / 100,
            placed(index.passages[n], found[n]),
        )
        for _, likeness, n in alike
    ]
    return sorted(ranked, key=lambda r: (-r.score, r.number))


def _scores(
    claim: Analysis, index: Index, weights: Mapping[int, float], allowed: frozenset[int] | None
) -> tuple[Mapping[int, float], Mapping[int, list[tuple[int, str]]]]:
    """Return for each passage the weight of the claim's tokens it has, and these with the first of their keys there."""
    postings = postings_within(index, allowed)
    scores: defaultdict[int, float] = defaultdict(float)
    found: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for token, weight in weights.items():
        reached: set[int] = set()
        for key in claim.keys[token]:
            if key in postings:
                value, hit, numbers = weight * grade(key), (token, key), postings[key]
                for number in numbers:
                    if number not in reached:
                        scores[number] += value
                        found[number].append(hit)
                reached.update(numbers)
    return scores, found


def choose(ranked: Sequence[Ranked], weights: Mapping[int, float]) -> tuple[int, ...]:
    """Return the fewest passages that carry a claim: the best, then those that add a real share, three at most."""
    if not ranked:
        return ()
    total = sum(weights.values()) or 1.0
    chosen = [ranked[0].number]
    held = {token: match.grade for token, match in ranked[0].view.items()}
    rest = list(range(1, len(ranked)))
    while len(chosen) < MOST:
        gains = [(_gain(ranked[place].view, held, weights) / total, -place) for place in rest]
        best, at = max(gains, default=(0.0, 0))
        if best < GAIN:
            break
        extra = ranked[-at]
        chosen.append(extra.number)
        rest = [-other for gain, other in gains if gain >= GAIN and other != at]  # what is held already adds no more
        for token, match in extra.view.items():
            held[token] = max(held.get(token, 0.0), match.grade)
    return tuple(chosen)


def _gain(view: Mapping[int, Match], held: Mapping[int, float], weights: Mapping[int, float]) -> float:
    gain = 0.0
    for token, match in view.items():
        more = match.grade - held.get(token, 0.0)
        if more > 0:
            gain += weights[token] * more
    return gain

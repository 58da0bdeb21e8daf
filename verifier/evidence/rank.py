"""Find the passages that bear on a claim, best first, and the fewest of them that carry it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from verifier.evidence.align import grade
from verifier.evidence.index import Index
from verifier.facts.analysis import Analysis

FUZZY_SHARE = 0.15
GAIN = 0.08
MOST = 3


class Ranked(NamedTuple):
    """Hold a passage's number, its score from 0 to 1, and the claim tokens it covers with their grades."""

    number: int
    score: float
    covers: dict[int, float]


def rank(claim: Analysis, index: Index, allowed: Collection[int] | None = None, limit: int = 12) -> list[Ranked]:
    """Return the passages that share weight with the claim, best first; ties go to the one that stands first."""
    from rapidfuzz.fuzz import token_set_ratio

    weights = {t: index.weight(claim.tokens[t].stem) for t in claim.content}
    total = sum(weights.values())
    if not total:
        return []
    covers = _coverage(claim, index, allowed)
    scored = sorted(((sum(weights[t] * g for t, g in c.items()) / total, -n) for n, c in covers.items()), reverse=True)
    stems = " ".join(claim.tokens[t].stem for t in claim.content)
    ranked = [
        Ranked(
            -n,
            (1 - FUZZY_SHARE) * score + FUZZY_SHARE * token_set_ratio(stems, index.stems[-n]) / 100,
            covers[-n],
        )
        for score, n in scored[:limit]
    ]
    return sorted(ranked, key=lambda r: (-r.score, r.number))


def _coverage(claim: Analysis, index: Index, allowed: Collection[int] | None) -> dict[int, dict[int, float]]:
    covers: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for token in claim.content:
        for key in claim.keys[token]:
            value = grade(key)
            for number in index.postings.get(key, ()):
                if allowed is None or number in allowed:
                    covers[number].setdefault(token, value)
    return covers


def choose(ranked: Sequence[Ranked], weights: dict[int, float]) -> tuple[int, ...]:
    """Return the fewest passages that carry a claim: the best, then those that add a real share, three at most."""
    if not ranked:
        return ()
    total = sum(weights.values()) or 1.0
    chosen = [ranked[0].number]
    held = dict(ranked[0].covers)
    while len(chosen) < MOST:
        gains = [(_gain(r.covers, held, weights) / total, -i) for i, r in enumerate(ranked) if r.number not in chosen]
        best, at = max(gains, default=(0.0, 0))
        if best < GAIN:
            break
        extra = ranked[-at]
        chosen.append(extra.number)
        for token, value in extra.covers.items():
            held[token] = max(held.get(token, 0.0), value)
    return tuple(chosen)


def _gain(covers: dict[int, float], held: dict[int, float], weights: dict[int, float]) -> float:
    return sum(weights[t] * max(0.0, g - held.get(t, 0.0)) for t, g in covers.items())

"""Measure which share of some words of a claim a passage has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from verifier.checks.case import Case

NEARLY = 0.8


def telling(case: Case, tokens: Iterable[int]) -> list[int]:
    """Return those of the claim's tokens that are content and no gloss."""
    content, gloss = case.claim.content_set, case.index.gloss
    return [t for t in tokens if t in content and case.claim.stems[t] not in gloss]


def share(case: Case, tokens: Sequence[int], numbers: Collection[int]) -> float:
    """Return the greatest share of these words, by weight, that one of the passages has, from 0 to 1.

    A word that is only near to one of the passage counts nearly in full.
    """
    weights = {t: case.index.weight(case.claim.stems[t]) for t in tokens}
    total = sum(weights.values()) or 1.0
    views = (case.views[n] for n in numbers)
    return max(
        (sum(w * max(NEARLY, v[t].grade) for t, w in weights.items() if t in v) / total for v in views), default=0.0
    )

"""Estimate how surely the sources state a claim: two small logistic models over named features."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from verifier import assets
from verifier.checks.case import Case, Observation, Outcome
from verifier.model import Feature

FIGURES = frozenset({"quantity", "date", "occurrence", "inference"})
_LONG = 20


@cache
def models() -> Mapping[str, Mapping[str, float]]:
    """Return the fitted weights of both models (rules/support.toml): `stated` and `support`."""
    with (assets.folder("rules") / "support.toml").open("rb") as stream:
        return tomllib.load(stream)


def likeness(case: Case) -> dict[str, float]:
    """Return how far the words of a claim stand in its passages, as shares from 0 to 1."""
    alignment = case.alignment
    return {
        "reach": alignment.reach,
        "exact": alignment.exact,
        "pairs": alignment.pairs,
        "order": case.overlays[0].content_share if case.overlays else 0.0,
        "score": case.ranked[0].score if case.ranked else 0.0,
        "length": min(1.0, len(case.claim.content) / _LONG),
    }


def stated(case: Case) -> float:
    """Return how surely the passages speak of what the claim says, whatever they say of it, from 0 to 1."""
    return _logistic(likeness(case), models()["stated"])


def measure(case: Case, observations: Sequence[Observation]) -> dict[str, float]:
    """Return all features of a claim: its likeness, and its facts and words by how they fare."""
    alignment = case.alignment
    live = [o for o in observations if not o.stood_down]
    figures = [o for o in live if o.family in FIGURES]
    return {
        **likeness(case),
        "clash": float(any(o.outcome is Outcome.CLASH for o in live)),
        "figures_missing": _count(o.outcome is Outcome.MISSING for o in figures),
        "facts_missing": _count(o.outcome is Outcome.MISSING for o in live if o.family not in FIGURES),
        "figures_held": _count(o.outcome is Outcome.HELD for o in figures),
        "words_elsewhere": _count(True for _ in alignment.elsewhere),
        "words_absent": _count(True for _ in alignment.missing),
    }


def _count(found: Iterable[bool]) -> float:
    """Return how many hold, from 0 to 1: each further one counts half as much."""
    return 1 - 0.5 ** sum(found)


def features(case: Case, observations: Sequence[Observation]) -> tuple[Feature, ...]:
    """Return each feature with its weight and what it adds to the log-odds."""
    weights = models()["support"]
    return tuple(
        Feature(name, value, weights.get(name, 0.0), value * weights.get(name, 0.0))
        for name, value in measure(case, observations).items()
    )


def support(parts: Sequence[Feature]) -> float:
    """Return the support from 0 to 1, rounded to four digits."""
    return round(_sigmoid(models()["support"]["bias"] + sum(f.part for f in parts)), 4)


def _logistic(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return _sigmoid(weights["bias"] + sum(v * weights.get(k, 0.0) for k, v in values.items()))


def _sigmoid(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))

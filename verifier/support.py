"""Estimate how surely the sources state a claim: a small logistic model over named features."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from functools import cache

from verifier import assets
from verifier.checks.case import Case, Observation, Outcome
from verifier.model import Feature

_PENALTIES = ("quantity", "date", "name", "role", "wording", "polarity", "antonym", "quantifier", "certainty")


@cache
def weights() -> dict[str, float]:
    """Return the fitted weights (rules/support.toml)."""
    with (assets.folder("rules") / "support.toml").open("rb") as stream:
        return {k: float(v) for k, v in tomllib.load(stream)["weights"].items()}


def stated(case: Case) -> dict[str, float]:
    """Return how far the words of a claim stand in its passages, as shares from 0 to 1."""
    alignment = case.alignment
    return {
        "reach": alignment.reach,
        "exact": alignment.exact,
        "pairs": alignment.pairs,
        "order": case.overlays[0].content_share if case.overlays else 0.0,
        "score": case.ranked[0].score if case.ranked else 0.0,
    }


def measure(case: Case, observations: Sequence[Observation]) -> dict[str, float]:
    """Return the features of a claim: shares from 0 to 1, and counts of facts by family and outcome."""
    values = {
        **stated(case),
        "held": float(sum(o.outcome is Outcome.HELD for o in observations if o.family in {"quantity", "date"})),
    }
    for family in _PENALTIES:
        mine = [o for o in observations if o.family == family and not o.stood_down]
        values[f"{family}_clash"] = float(any(o.outcome is Outcome.CLASH for o in mine))
        values[f"{family}_missing"] = float(min(2, sum(o.outcome is Outcome.MISSING for o in mine)))
    return values


def features(case: Case, observations: Sequence[Observation]) -> tuple[Feature, ...]:
    """Return each feature with its weight and what it adds to the log-odds."""
    table = weights()
    return tuple(
        Feature(name, value, table.get(name, 0.0), value * table.get(name, 0.0))
        for name, value in measure(case, observations).items()
    )


def support(parts: Sequence[Feature]) -> float:
    """Return the support from 0 to 1, rounded to four digits."""
    logit = weights().get("bias", 0.0) + sum(f.part for f in parts)
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, logit)))), 4)

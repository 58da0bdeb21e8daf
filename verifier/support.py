"""Estimate how surely the sources state a claim: two small logistic models over named features."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from verifier.checks.case import Case, Observation, Outcome
from verifier.data import folders as assets
from verifier.likeness import likeness, names_absent, opens_with_pronoun, words_absent
from verifier.model import Feature

FIGURES = frozenset({"quantity", "date", "occurrence", "inference"})
_FACT_TAKES, _FIGURE_TAKES = 0.4, 0.5


@cache
def models() -> Mapping[str, Mapping[str, float]]:
    """Return the fitted weights of both models (rules/support.toml): `stated` and `support`."""
    with (assets.folder("rules") / "support.toml").open("rb") as stream:
        return tomllib.load(stream)


def stated(case: Case) -> float:
    """Return how surely the passages speak of what the claim says, whatever they say of it, from 0 to 1."""
    return _logistic(likeness(case), models()["stated"])


def measure(case: Case, observations: Sequence[Observation], *, opening: bool = False) -> dict[str, float]:
    """Return all features of a claim, from 0 to 1: how its words stand in the passages, and how its facts fare.

    `opening` says that nothing stands before the claim in its text, so that a pronoun may lean on nothing.
    """
    live = [o for o in observations if not o.stood_down]
    figures = [o for o in live if o.family in FIGURES]
    exact = case.alignment.exact
    clash = max(((1 + o.slot) / 2 for o in live if o.outcome is Outcome.CLASH), default=0.0)
    return {
        "exact": exact,
        "pairs": case.alignment.pairs,
        "words_absent": words_absent(case),
        "names_absent": names_absent(case),
        "unnamed": float(opening and opens_with_pronoun(case)),
        "clash": clash,
        "clash_in_same_words": clash * exact,
        "facts_missing": _count((o.outcome is Outcome.MISSING for o in live), _FACT_TAKES),
        "figures_missing": _count((o.outcome is Outcome.MISSING for o in figures), _FIGURE_TAKES),
        "figures_held": _count((o.outcome is Outcome.HELD for o in figures), _FIGURE_TAKES),
    }


def _count(found: Iterable[bool], takes: float) -> float:
    """Return how many hold, from 0 to 1: each takes such a share of what is left."""
    return 1 - (1 - takes) ** sum(found)


def features(case: Case, observations: Sequence[Observation], *, opening: bool = False) -> tuple[Feature, ...]:
    """Return each feature with its weight and what it adds to the log-odds."""
    weights = models()["support"]
    return tuple(
        Feature(name, value, weights.get(name, 0.0), value * weights.get(name, 0.0))
        for name, value in measure(case, observations, opening=opening).items()
    )


def support(parts: Sequence[Feature]) -> float:
    """Return the support from 0 to 1, rounded to four digits."""
    return round(_sigmoid(models()["support"]["bias"] + sum(f.part for f in parts)), 4)


def _logistic(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return _sigmoid(weights["bias"] + sum(v * weights.get(k, 0.0) for k, v in values.items()))


def _sigmoid(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))

"""Read the fitted weights of rules/weights.toml and weigh features with them."""

from __future__ import annotations

import math
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from verifier.compare.case import Observation
from verifier.data.folders import folder
from verifier.data.thresholds import RIVAL_NOWHERE_UNDER, RIVAL_STANDS_OVER
from verifier.model import Feature

WEIGHTS = "weights.toml"


@dataclass(frozen=True, slots=True)
class Model:
    """Hold a logistic model: a bias, weights by feature, and knots.

    The knots of a feature are its deciles over real claims: where there are some, it enters by the share of claims
    below it (0 to 1), else as it is. `line` is the probability from which a claim is decided upon, `doubt` a lower one
    from which it is not supported.
    """

    bias: float
    weights: Mapping[str, float]
    knots: Mapping[str, Sequence[float]]
    line: float
    doubt: float = 1.0

    @property
    def fitted(self) -> bool:
        """Say whether it was fitted to labelled claims, so that it may decide."""
        return self.line < 1.0

    @property
    def told(self) -> float:
        """Return the probability from which a clash is reported: where it decides, or else where it doubts."""
        return self.line if self.fitted else self.doubt

    def features(self, values: Mapping[str, float]) -> tuple[Feature, ...]:
        """Return each feature that has a weight, with what it adds to the log-odds."""
        weighed = self._weighed(values)
        return tuple([Feature(name, round(value, 4), weight, value * weight) for name, value, weight in weighed])

    def probability(self, features: Sequence[Feature]) -> float:
        """Return the probability that the model gives to features that it weighed, from 0 to 1."""
        return sigmoid(self.bias + sum(feature.part for feature in features))

    def chance(self, values: Mapping[str, float]) -> float:
        """Return the probability that the model gives to the values of features, without what each adds."""
        return sigmoid(self.bias + sum([value * weight for _, value, weight in self._weighed(values)]))

    def _weighed(self, values: Mapping[str, float]) -> list[tuple[str, float, float]]:
        return [(name, self._placed(name, values.get(name, 0.0)), weight) for name, weight in self.weights.items()]

    def _placed(self, name: str, value: float) -> float:
        knots = self.knots.get(name)
        return quantile(knots, value) if knots else value


def quantile(knots: Sequence[float], value: float) -> float:
    """Return where a value lies among knots, from 0 to 1, between two of them by interpolation."""
    low, high = bisect_left(knots, value), bisect_right(knots, value)
    last = len(knots) - 1
    if low != high:
        return (low + high - 1) / 2 / last
    if low == 0 or low > last:
        return float(low > last)
    return (low - 1 + (value - knots[low - 1]) / (knots[low] - knots[low - 1])) / last


def sigmoid(logit: float) -> float:
    """Return the logistic function of a value."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


@cache
def models() -> Mapping[str, Model]:
    """Return the fitted models: `error`, and one for each kind of clash, as `clash.value.quantity`."""
    table = tomllib.loads((folder("rules") / WEIGHTS).read_text("utf-8"))
    return {name: _model(model) for name, model in table.items()}


def _model(table: Mapping[str, Any]) -> Model:
    return Model(table["bias"], table["weights"], table.get("knots", {}), table["line"], table.get("doubt", 1.0))


_NEVER = Model(-30.0, {}, {}, 1.0)


def clash_kind(observation: Observation) -> str:
    """Return the kind of a clash: its mechanism and type of fact, and whether the claim alone makes the difference."""
    measures = dict(observation.measures)
    return f"{observation.mechanism}.{observation.fact}" + ".by_claim" * (measures.get("ours", 0.0) > 0)


def clash_model(observation: Observation) -> Model:
    """Return the model of a kind of clash; of a kind that was never fitted the mean of those of its mechanism."""
    return _model_of(f"clash.{clash_kind(observation)}")


@cache
def _model_of(kind: str) -> Model:
    mechanism = kind[: kind.index(".", len("clash.")) + 1]
    return models().get(kind) or _mean([model for name, model in models().items() if name.startswith(mechanism)])


def _mean(fitted: Sequence[Model]) -> Model:
    """Return the mean of models, which doubts as late as the latest of them and never decides."""
    if not fitted:
        return _NEVER
    names = dict.fromkeys(name for model in fitted for name in model.weights)
    weights = {name: sum(model.weights.get(name, 0.0) for model in fitted) / len(fitted) for name in names}
    return Model(sum(model.bias for model in fitted) / len(fitted), weights, {}, 1.0, max(m.doubt for m in fitted))


def weakening(sure: float, doubt: float, little: float, much: float) -> float:
    """Return what share of its support a likely clash costs a claim: a little, and much from its doubt line on."""
    return little * sure + much * max(0.0, (sure - doubt) / (1 - doubt))


def clash_features(measures: Mapping[str, float]) -> dict[str, float]:
    """Return the features that the models of clashes weigh, from the measures of an observation."""
    m = measures
    return {
        **m,
        "slot_in_order": m["slot"] * m["order"],
        "slot_anchored": m["slot"] * m["anchored"],
        "in_order_twice": m["order"] ** 2,
        "cover_in_order": m["cover"] * m["order"],
        "rival_stands": float(m["rival"] > RIVAL_STANDS_OVER),
        "subject_in_slot": m["subject"] * m["slot"],
        "only_denied": float(m["subject"] == 1 and not m["ours"] and m["rival"] < RIVAL_NOWHERE_UNDER),
    }

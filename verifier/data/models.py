"""Read the fitted models of rules/ and weigh features with them."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from verifier.data.shipped import shipped
from verifier.model import Feature

WEIGHTS = "weights.toml"
RANKING = "ranking.toml"


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
    line: float = 1.0
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

    def chance(self, values: Mapping[str, float]) -> float:
        """Return the probability that the model gives to the values of features, from 0 to 1."""
        return sigmoid(self.bias + sum([value * weight for _, value, weight in self._weighed(values)]))

    def _weighed(self, values: Mapping[str, float]) -> list[tuple[str, float, float]]:
        value_of, knots = values.get, self.knots
        return [
            (name, quantile(knots[name], value_of(name, 0.0)) if name in knots else value_of(name, 0.0), weight)
            for name, weight in self.weights.items()
        ]


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
def models(name: str = WEIGHTS) -> Mapping[str, Model]:
    """Return the fitted models of a file: `error` and one for each kind of clash, as `clash.value.quantity`; of
    rules/ranking.toml `evidence`.
    """
    table = shipped(name)
    return {each: _model(model) for each, model in table.items()}


def _model(table: Mapping[str, Any]) -> Model:
    line, doubt = table.get("line", 1.0), table.get("doubt", 1.0)
    return Model(table["bias"], table["weights"], table.get("knots", {}), line, doubt)

"""Weigh what looks like a clash with the model of its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from verifier.compare.case import Observation
from verifier.data.models import Model, models

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


def may_clash(observation: Observation, sure: float, line: float) -> bool:
    """Say whether a clash is weighed: what another passage bears out is none, unless it is surer than its line."""
    return sure >= line or dict(observation.measures).get("surer_than_rival", 1.0) > 0


def weakening(sure: float, doubt: float, little: float, much: float) -> float:
    """Return what share of its support a likely clash costs a claim: a little, and much from its doubt line on."""
    return little * sure + much * max(0.0, (sure - doubt) / (1 - doubt))


def clash_features(measures: Mapping[str, float]) -> dict[str, float]:
    """Return the features that the models of clashes weigh, from the measures of an observation."""
    slot = measures["slot"]
    return {
        **measures,
        "slot_in_order": slot * measures["order"],
        "slot_anchored": slot * measures["anchored"],
        "same_subject": float(measures["subject"] == 1),
    }

"""Check how features are weighed, and that the weights shipped fit what the program measures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from engine import case
from hypothesis import given
from hypothesis import strategies as st

from verifier.compare.case import Observation, Outcome
from verifier.data.models import Model, models, quantile, sigmoid
from verifier.decide.features import RESTS_ON
from verifier.decide.verdict import ERROR, decide, weigh
from verifier.decide.weights import clash_kind, clash_model, weakening
from verifier.model import Claim

CLAIM = Claim("flood", "", 0, 0, "")
MODEL = Model(0.0, {"a": 2.0, "b": -1.0}, {"b": [0.0, 1.0, 2.0]}, 0.5)


def of_kind(mechanism: str, fact: str, **measures: float) -> Observation:
    return Observation(mechanism, fact, Outcome.CLASH, (0, 1), "said", measures=tuple(measures.items()))


numbers = st.floats(-1e6, 1e6, allow_nan=False)


@given(st.lists(numbers, min_size=2, max_size=11).map(sorted), numbers, numbers)
def test_a_place_among_knots_is_a_share_that_never_falls(knots: list[float], one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= quantile(knots, low) <= quantile(knots, high) <= 1


@given(numbers)
def test_a_probability_is_one(value: float) -> None:
    assert 0 < sigmoid(value) < 1
    assert sigmoid(value) + sigmoid(-value) == pytest.approx(1)


def test_each_feature_adds_its_weight() -> None:
    found = {f.name: f.part for f in MODEL.features({"a": 0.5, "b": 1.0})}
    assert found == {"a": 1.0, "b": -0.5}
    assert MODEL.chance({"a": 0.5, "b": 1.0}) == pytest.approx(sigmoid(0.5))


def test_a_kind_that_was_never_fitted_doubts_as_late_as_any_of_its_mechanism_and_never_decides() -> None:
    fitted = [clash_model(of_kind("value", fact)) for fact in ("quantity", "date", "quantifier")]
    model = clash_model(of_kind("value", "colour"))
    assert (model.fitted, model.told) == (False, max(each.doubt for each in fitted))
    assert model.chance({name: 1.0 for each in fitted for name in each.weights}) < model.line
    assert all(each.fitted and each.told == each.line for each in fitted)
    none = clash_model(of_kind("link", "cause"))
    assert none.chance({}) < 1e-9, "there is none to go by"


def test_a_denial_of_the_claim_is_weighed_apart_from_one_of_a_source() -> None:
    kinds = [clash_kind(of_kind("stance", "polarity", ours=ours)) for ours in (0.0, 1.0)]
    assert kinds == ["stance.polarity", "stance.polarity.by_claim"]
    assert all(f"clash.{kind}" in models() for kind in kinds)


def test_the_weights_shipped_weigh_what_is_measured() -> None:
    measured = weigh(case("The flood broke 300 pumps.", "The flood broke 300 pumps in Harle."), (), CLAIM)
    assert set(models()[ERROR].weights) <= set(measured)
    assert set(RESTS_ON) <= set(measured)
    assert all(0 < model.line <= 1 for model in models().values())


@pytest.mark.parametrize("name", sorted(models()[ERROR].weights))
def test_a_feature_that_is_off_counts_for_nothing(name: str) -> None:
    given_ = case(
        "The flood may not have broken all 900 pumps, due to Ada Quill.", "The flood broke 300 pumps in Harle."
    )
    assert decide(given_, (), CLAIM, [name]).weighed[name] == 0


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ("A walrus broke 300 pumps in Harle.", "The flood broke 300 pumps in Harle."),
        ("The failure of pumps in Harle was caused by the flood.", "The flood broke pumps in Harle."),
        ("The flood broke glass, doors and pumps in Harle.", "The flood broke pumps in Harle."),
    ],
)
def test_what_the_sources_say_less_of_is_less_supported(worse: str, better: str) -> None:
    source = "The flood broke 300 pumps in Harle. Nobody was hurt."
    less, more = (decide(case(claim, source), (), CLAIM).support for claim in (worse, better))
    assert less < more


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_surer_a_clash_the_more_it_costs(one: float, other: float) -> None:
    low, high = sorted((one, other))
    doubt, known = clash_model(of_kind("value", "quantity")).doubt, models()["clashes"]
    less, more = (weakening(sure, doubt, known.doubt, known.line) for sure in (low, high))
    assert 0 <= less <= more < 1


def test_a_claim_without_a_source_where_others_name_theirs_is_doubted_more() -> None:
    found = case("The flood broke 300 pumps.", "The flood broke 300 pumps in Harle.")
    support = [decide(found, (), replace(CLAIM, uncited=uncited)).support for uncited in (True, None, False)]
    assert support == sorted(set(support))

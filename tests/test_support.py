"""Check how surely a claim is taken to be stated."""

from __future__ import annotations

import pytest
from engine import Check, assessed, case, checked

from verifier.checks import CHECKS
from verifier.checks.case import Observation
from verifier.support import features, measure, models, stated, support

SOURCE = (
    "The flood broke 300 pumps of Northline in Harle on 12 March 2021, the utility said. Rain had fallen for a week. "
    "Farmers near Lowmere lost 40 cows."
)
CLAIM = "The flood broke 300 pumps of Northline in Harle on 12 March 2021."


def observed(claim: str, source: str = SOURCE) -> list[Observation]:
    found = case(claim, source)
    checks: list[Check] = list(CHECKS.values())
    return [o for check in checks for o in check(found)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("300", "900"),
        ("300", "3,000"),
        ("2021", "2019"),
        ("12 March", "19 March"),
        ("Harle", "Ostby"),
        ("broke", "never broke"),
    ],
)
def test_a_changed_fact_lowers_the_support(old: str, new: str) -> None:
    assert assessed(CLAIM.replace(old, new), SOURCE).support < assessed(CLAIM, SOURCE).support / 2


@pytest.mark.parametrize(
    ("old", "new"), [("300", "three hundred"), ("12 March 2021", "March 12, 2021"), (" in ", " at ")]
)
def test_other_wording_keeps_it_high(old: str, new: str) -> None:
    assert assessed(CLAIM.replace(old, new), SOURCE).support > 0.8


@pytest.mark.parametrize(
    "claim", [CLAIM, "A walrus sang.", "It was so.", "300", "Rain had fallen for 9 weeks in Harle."]
)
def test_support_stays_from_0_to_1(claim: str) -> None:
    assert 0 <= checked(claim, SOURCE).support <= 1


def test_what_is_stated_outranks_what_is_partly_and_what_is_not() -> None:
    claims = (CLAIM, "The flood broke pumps of a baker in Spain.", "A walrus married the queen.")
    supports = [assessed(c, SOURCE).support for c in claims]
    assert supports == sorted(supports, reverse=True)
    assert len(set(supports)) == 3


def test_speaking_of_it_is_told_apart_from_saying_it() -> None:
    ours, wrong, other = (stated(case(c, SOURCE)) for c in (CLAIM, CLAIM.replace("300", "900"), "A walrus married."))
    assert other < 0.3 < min(ours, wrong)


def test_facts_are_counted_by_how_they_fare() -> None:
    held = measure(case(CLAIM, SOURCE), observed(CLAIM))
    wrong = CLAIM.replace("300", "900")
    clash = measure(case(wrong, SOURCE), observed(wrong))
    absent = "The flood broke the pumps, and 77 dogs were lost."
    missing = measure(case(absent, SOURCE), observed(absent))
    loose = "Water broke the utility's 900 pumps of Northline in Harle."
    reworded = measure(case(loose, SOURCE), observed(loose))
    assert held["clash"] == 0
    assert 0.5 < clash["clash"] <= 1
    assert 0 < reworded["clash_in_same_words"] < clash["clash_in_same_words"] <= clash["clash"]
    assert held["figures_held"] > clash["figures_held"]
    assert missing["facts_missing"] > held["facts_missing"] == 0
    assert missing["figures_missing"] > held["figures_missing"] == 0


def test_a_pronoun_that_opens_a_text_names_nobody() -> None:
    claim = "He broke 300 pumps of Northline."
    assert measure(case(claim, SOURCE), (), opening=True)["unnamed"] == 1
    assert measure(case(claim, SOURCE), ())["unnamed"] == 0
    alone, second = assessed(claim, SOURCE), checked(f"Rain had fallen. {claim}", SOURCE).assessments[-1]
    assert alone.support < second.support


def test_every_feature_has_a_weight_that_points_its_way() -> None:
    weights = models()["support"]
    assert set(measure(case(CLAIM, SOURCE), ())) == set(weights) - {"bias"}
    clashes, missing = {"clash", "clash_in_same_words"}, {"facts_missing", "figures_missing"}
    against = {"words_absent", "names_absent", "unnamed"} | clashes | missing
    assert all((weights[name] < 0) == (name in against) for name in weights if name != "bias")


def test_support_is_the_sum_of_its_parts() -> None:
    parts = features(case(CLAIM, SOURCE), observed(CLAIM))
    assert all(p.part == pytest.approx(p.value * p.weight) for p in parts)
    clash = next(p for p in parts if p.name == "clash")
    assert clash.weight < 0
    assert support([p for p in parts if p.part < 0]) <= support(parts) <= support([p for p in parts if p.part > 0])


def test_both_models_have_their_weights_as_data() -> None:
    assert {"stated", "support"} <= set(models())
    assert "bias" in models()["stated"]
    assert "bias" in models()["support"]

"""Check what is found where a claim nearly repeats a passage."""

from __future__ import annotations

import pytest
from engine import case, clashes, outcomes, verdict

from verifier.checks.case import Observation
from verifier.checks.wording import check
from verifier.model import Verdict

SOURCE = "The regional court of Harle fined the airline for losing the luggage of forty passengers in a storm."
WARD = "The nurse of the ward gave the wrong dose to the patient after the alarm failed."


def changed(old: str, new: str, source: str = SOURCE) -> str:
    assert old in source
    return source.replace(old, new)


def families(claim: str, source: str) -> list[str]:
    from engine import case

    found: list[Observation] = list(check(case(claim, source)))
    return [o.family for o in found]


@pytest.mark.parametrize(
    ("claim", "source", "family", "said", "found"),
    [
        (changed("Harle", "Lowmere"), SOURCE, "name", "Lowmere", "Harle"),
        (changed("forty", "fifty"), SOURCE, "quantity", "fifty", "forty"),
        (changed("fined", "never fined"), SOURCE, "polarity", "never", ""),
        (changed("nurse", "lawyer", WARD), WARD, "role", "lawyer", "nurse"),
        (changed("storm", "heatwave"), SOURCE, "term", "heatwave", "storm"),
    ],
)
def test_a_word_in_anothers_place_is_a_clash_of_its_kind(
    claim: str, source: str, family: str, said: str, found: str
) -> None:
    assert families(claim, source) == [family]
    assert clashes(check, claim, source) == [(said, found)]
    assert verdict(claim, source) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("old", "new"), [("airline", "brewery"), ("storm", "quarrel"), ("luggage", "sandwiches"), ("fined", "painted")]
)
def test_an_ordinary_word_in_anothers_place_is_not_stated(old: str, new: str) -> None:
    claim = changed(old, new)
    assert clashes(check, claim, SOURCE) == []
    assert [how for how, _ in outcomes(check, claim, SOURCE)] == ["missing"]
    assert verdict(claim, SOURCE) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        SOURCE,
        changed("airline", "carrier"),
        changed("The regional", "A regional"),
        changed("losing the luggage", "losing all the luggage"),
        changed(" in a storm", ""),
        changed("fined", "has fined"),
        changed("forty", "40"),
    ],
)
def test_the_same_in_other_words_is_left_alone(claim: str) -> None:
    assert outcomes(check, claim, SOURCE) == []
    assert verdict(claim, SOURCE) is Verdict.SUPPORTED


def test_two_names_in_each_others_place_clash() -> None:
    source = "Flights from Oslo to the capital and trains from Bergen to the coast were stopped by snow."
    claim = "Flights from Bergen to the capital and trains from Oslo to the coast were stopped by snow."
    ((how, said),) = outcomes(check, claim, source)
    assert (how, said) == ("clash", "Bergen Oslo")
    assert verdict(claim, source) is Verdict.CONTRADICTED


def test_the_digits_of_a_name_belong_to_it() -> None:
    source = "The fault crashed the Dropstation 3 in 300 shops of the chain on a Sunday."
    assert verdict(source, source) is Verdict.SUPPORTED
    assert verdict(source.replace("station 3", "station 4"), source) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "source",
    [
        "Should the airline refund the tickets, asks the regulator?",
        "If the airline would refund the tickets, passengers would return.",
    ],
)
def test_a_question_or_condition_clashes_with_no_denial(source: str) -> None:
    assert clashes(check, "The airline did not refund the tickets.", source) == []


@pytest.mark.parametrize("claim", ["The court sat.", "Luggage prices rose in Lowmere for many brewers."])
def test_a_claim_that_repeats_nothing_is_not_compared(claim: str) -> None:
    assert outcomes(check, claim, SOURCE) == []


def test_a_word_of_grammar_in_place_of_its_opposite_is_an_antonym() -> None:
    source = "The ferry left the harbour of Lund after the storm had torn its ropes from the quay."
    claim = source.replace("after", "before")
    assert [(o.family, o.outcome.value, o.said) for o in check(case(claim, source))] == [("antonym", "clash", "before")]
    assert verdict(claim, source) is Verdict.CONTRADICTED


def test_a_name_in_a_part_before_a_comma_stands_in_another_place() -> None:
    claim = "Fernhill Mills' old drying shed and boiler house were damaged."
    source = "In a note on Wexbridge, the mill said that its old drying shed and boiler house were damaged."
    assert ("Fernhill", "Wexbridge") not in clashes(check, claim, source)

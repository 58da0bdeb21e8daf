"""Check how the names of a claim fare in the sources."""

from __future__ import annotations

import pytest
from engine import case, clashes, outcomes, verdict

from verifier.api import Verifier
from verifier.checks.names import abbreviated, check, known
from verifier.model import Source, Verdict

SOURCE = (
    "The leak was found by Tom Peel of Northline on Monday. The water company closed two wells near Harle. "
    "Bottles were handed out at the town hall. Nobody fell ill, the council said."
)


@pytest.mark.parametrize(
    "claim",
    [
        "The leak was found by Tom Peel of Northline.",
        "The leak was found by Peel.",
        "The leak was found by Peel, of Northline.",
        "The water company closed two wells near Harle.",
    ],
)
def test_a_name_that_a_source_has_in_any_form_is_left_alone(claim: str) -> None:
    assert outcomes(check, claim, SOURCE) == []
    assert verdict(claim, SOURCE) is Verdict.SUPPORTED


def test_a_name_in_anothers_slot_clashes() -> None:
    claim = "The water company closed two wells near Lowmere."
    assert clashes(check, claim, SOURCE) == [("Lowmere", "Harle")]
    assert verdict(claim, SOURCE) is Verdict.CONTRADICTED


@pytest.mark.parametrize("claim", ["The council of Lowmere fined a school.", "A cheese was made by Ines Varga."])
def test_a_name_that_no_source_has_is_missing(claim: str) -> None:
    assert [how for how, _ in outcomes(check, claim, SOURCE)] == ["missing"]
    assert verdict(claim, SOURCE) is Verdict.UNSUPPORTED


def test_a_short_source_need_not_name_what_it_is_about() -> None:
    assert outcomes(check, "The leak was found by Ines Varga.", "A leak was found.") == []


@pytest.mark.parametrize(
    ("claim", "extra"),
    [
        ("The World Health Board was told.", "The WHB was told."),
        ("The mayor told the WHB so.", "The World Health Board was told."),
    ],
)
def test_initials_stand_for_a_name(claim: str, extra: str) -> None:
    found = case(claim, f"{SOURCE} {extra}")
    (name,) = (n for n in found.claim.names if n.sure)
    assert abbreviated(found.index, name)
    assert known(found, name)
    assert not abbreviated(case(claim, SOURCE).index, name)


def test_the_outlet_of_a_source_is_a_known_name() -> None:
    built = Verifier([Source("a", SOURCE, outlet="The Lowmere Echo")])
    plain = Verifier([Source("a", SOURCE)])
    claim = "The Lowmere Echo said that a leak was found."
    assert "Lowmere" not in built.check_text(claim).assessments[0].reason
    assert "Lowmere" in plain.check_text(claim).assessments[0].reason


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The inquiry was led by Judge Miriam Stone.", "The inquiry was led by Judge Aaron Feld."),
        ("The fault crashed the Heatly 4 in 300 homes.", "The fault crashed the Heatly 3 in 300 homes."),
        ("The lifts were paid for by Ferrum Bank.", "The lifts were paid for by Altis Bank."),
    ],
)
def test_what_two_names_share_does_not_make_them_one(claim: str, source: str) -> None:
    assert clashes(check, claim, source)
    assert verdict(claim, source) is Verdict.CONTRADICTED


def test_an_opening_pronoun_may_stand_for_the_name_that_a_passage_lacks() -> None:
    source = "She has recorded 46,000 songs in South Ferrum, the largest of the islands, in her years there."
    assert clashes(check, "Ada Roth has recorded 46,000 songs in the largest of the islands.", source) == []

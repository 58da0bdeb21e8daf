"""Check what is found where a claim is surer than its sources."""

from __future__ import annotations

import pytest
from engine import clashes, verdict

from verifier.checks.certainty import check
from verifier.model import Verdict

SOLD = "The thieves sold the paintings."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (SOLD, "The thieves may have sold the paintings, police said."),
        (SOLD, "The thieves probably sold the paintings, police said."),
        ("The flood damaged the cable.", "The flood might have damaged the cable, an engineer said."),
        ("The fire was caused by a heater.", "The fire was possibly caused by a heater, an engineer said."),
    ],
)
def test_what_a_source_only_thinks_possible_clashes(claim: str, source: str) -> None:
    assert len(clashes(check, claim, source)) == 1
    assert verdict(claim, source) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The thieves may have sold the paintings.", "The thieves may have sold the paintings, police said."),
        ("The thieves perhaps sold the paintings.", "The thieves may have sold the paintings, police said."),
        (SOLD, "The thieves sold the paintings. The museum may close."),
        (
            SOLD,
            "At first it seemed the thieves may have sold the paintings. In June the thieves sold the paintings.",
        ),
        (SOLD, "The thieves sold the paintings, and the museum may sue them."),
    ],
)
def test_what_both_hedge_and_what_a_source_asserts_holds(claim: str, source: str) -> None:
    assert clashes(check, claim, source) == []
    assert verdict(claim, source) is Verdict.SUPPORTED


def test_a_claim_of_a_risk_asserts_nothing() -> None:
    source = "The thieves may have sold the paintings, police said."
    assert clashes(check, "There is a risk that the thieves sold the paintings.", source) == []


def test_what_a_flaw_makes_possible_is_left_alone() -> None:
    source = "The fault could allow thieves to open the doors."
    assert clashes(check, "The fault allowed thieves to open the doors.", source) == []


def test_hedges_about_something_else_do_not_count() -> None:
    assert clashes(check, "The kettles were recalled.", "The kettles, which might be sold abroad, were recalled.") == []


def test_what_a_claim_vouches_for_and_a_source_believes_clashes() -> None:
    assert clashes(check, "Police certainly knew the gang.", "Police possibly knew the gang.") != []


@pytest.mark.parametrize(
    ("claim", "is_so"),
    [
        ("The weakness was used by thieves who opened doors.", True),
        ("Thieves opened doors.", True),
        ("The weakness lets thieves open doors.", False),
    ],
)
def test_what_somebody_did_by_a_weakness_is_no_mere_possibility(claim: str, *, is_so: bool) -> None:
    assert bool(clashes(check, claim, "The weakness could let thieves open doors.")) is is_so


def test_what_only_some_could_do_is_no_doubt() -> None:
    assert clashes(check, "Only two paintings were saved.", "Only two of the paintings could be saved.") == []


@pytest.mark.parametrize(
    "claim", ["The likely cause was a heater.", "The cause was likely a heater.", "A heater is the likely cause."]
)
def test_a_claim_that_has_the_same_cue_is_no_surer(claim: str) -> None:
    assert clashes(check, claim, "An engineer said that a heater was the likely cause.") == []


def test_what_will_be_is_surer_than_what_may_be() -> None:
    assert clashes(check, "The museum will close the cellar.", "The museum might close the cellar.") != []

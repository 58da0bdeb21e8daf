"""Check how the roles that a claim gives to people fare in the sources."""

from __future__ import annotations

import pytest
from engine import clashes, outcomes, verdict

from verifier.checks.roles import check
from verifier.model import Verdict

DOSE = "A pharmacist of the clinic gave the patient the wrong dose on Friday."


@pytest.mark.parametrize(
    ("claim", "source", "pair"),
    [
        ("A driver reported the leak to the police.", "A nurse reported the leak to the police.", ("driver", "nurse")),
        (
            "The leak was found by an engineer at night.",
            "The leak was found by a lawyer at night.",
            ("engineer", "lawyer"),
        ),
    ],
)
def test_another_role_in_the_same_slot_is_not_supported(claim: str, source: str, pair: tuple[str, str]) -> None:
    assert verdict(claim, source) is Verdict.CONTRADICTED
    assert set(clashes(check, claim, source)) <= {pair}


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("An official opened the inquiry into the fire.", "The mayor opened the inquiry into the fire."),
        ("A lawyer for the family said so.", "An attorney for the family said so."),
        ("A pharmacist gave the patient the wrong dose.", DOSE),
        ("An executive of the lottery resigned.", "The chief operating officer of the lottery resigned in June."),
        ("The spokeswoman declined to comment.", "A spokesperson declined to comment on Friday."),
    ],
)
def test_the_same_or_a_broader_role_holds(claim: str, source: str) -> None:
    assert outcomes(check, claim, source) == []
    assert verdict(claim, source) is Verdict.SUPPORTED


def test_a_role_that_no_source_has_is_missing_and_no_clash() -> None:
    source = "The lift was out of order for a week."
    assert outcomes(check, "The lift was repaired by a nurse.", source) == [("missing", "nurse")]
    assert verdict("The lift was repaired by a nurse.", source) is not Verdict.SUPPORTED


def test_a_role_word_that_only_qualifies_a_noun_is_not_compared() -> None:
    assert outcomes(check, "The patient records were lost.", "The records of the ward were lost by a nurse.") == []


def test_a_role_right_before_its_verb_is_compared() -> None:
    source = "Police say that the morphine was stolen from the ward by a janitor. The ward was closed."
    assert outcomes(check, "A nurse stole the morphine from the ward.", source) != []
    assert verdict("A nurse stole the morphine from the ward.", source) is Verdict.CONTRADICTED

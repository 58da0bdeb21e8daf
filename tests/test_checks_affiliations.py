"""Check that a person of another body is found, and that a body beside the person is left alone."""

from __future__ import annotations

import pytest
from engine import clashes, verdict

from verifier.checks.affiliations import check
from verifier.model import Verdict

SAID = "The brakes had not been tested, said Lea Brandt, an engineer at Corvane. The operator, Altis Rail, was silent."


def test_another_body_clashes() -> None:
    claim = "Lea Brandt of Altis Rail said that the brakes had not been tested."
    assert clashes(check, claim, SAID) == [("Altis Rail", "Corvane")]
    assert verdict(claim, SAID) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Lea Brandt of Corvane said that the brakes had not been tested.", SAID),
        ("Lea Brandt of the NBO led the tests.", "Lea Brandt of the National Brake Office led the tests."),
        ("Lea Brandt of Altis Rail led the tests.", "Altis Rail gave the job to Lea Brandt, a lecturer at Corvane."),
        ("Lea Brandt of Altis Rail led the tests.", "The tests were led by an engineer, Lea Brandt."),
    ],
)
def test_the_same_or_an_unknown_body_is_left_alone(claim: str, source: str) -> None:
    assert clashes(check, claim, source) == []

"""Check that exchanged sides are found, and that the same deed told otherwise is left alone."""

from __future__ import annotations

import pytest
from engine import clashes, outcomes, verdict

from verifier.checks.agents import check
from verifier.model import Verdict

SUED = "The landlord sued the gas supplier over the broken boiler, the court said on Friday."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The gas supplier sued the landlord over the broken boiler.", SUED),
        ("The landlord was sued by the gas supplier over the broken boiler.", SUED),
        ("Teachers blamed the school board.", "Teachers were blamed by the school board for the mistake."),
        ("Corvane lent the crane to Altis.", "Altis lent the crane to Corvane for a year."),
    ],
)
def test_exchanged_sides_clash(claim: str, source: str) -> None:
    assert verdict(claim, source) is Verdict.CONTRADICTED
    assert len(clashes(check, claim, source)) == 1


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The gas supplier was sued by the landlord over the broken boiler.", SUED),
        ("The landlord met the tenants.", "The tenants met the landlord on Monday."),
        ("The gas supplier sued the landlord.", SUED + " A year later the gas supplier sued the landlord."),
        ("The smoke came from a fire.", "A fire caused the smoke."),
        ("The Harle Post reported the theft.", "Northline announced the theft on Wednesday."),
    ],
)
def test_the_same_deed_or_a_mutual_one_is_left_alone(claim: str, source: str) -> None:
    assert clashes(check, claim, source) == []


def test_a_sufferer_that_no_source_has_as_doer_is_not_stated() -> None:
    claim, source = "The tenants informed Altis on Monday.", "The tenants were informed on Monday."
    assert outcomes(check, claim, source) == [("missing", "The tenants informed Altis")]
    assert verdict(claim, source) is not Verdict.SUPPORTED

"""Check what is found where a claim tells a deed as done, and its sources another one that may only be."""

from __future__ import annotations

import pytest
from engine import outcomes

from verifier.checks.replaced import check


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The strike has ruined the museum.", "The strike could hurt the museum."),
        ("A collision was caused by the storm.", "A collision may be connected to the storm."),
    ],
)
def test_another_deed_told_as_done_is_not_stated(claim: str, source: str) -> None:
    assert [outcome for outcome, _ in outcomes(check, claim, source)] == ["missing"]


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The strike may have ruined the museum.", "The strike could hurt the museum."),
        ("The strike ruins the museum.", "The strike could hurt the museum."),
        ("The strike has ruined the museum.", "The strike hurt the museum."),
        ("The strike has ruined the museum.", "The strike could hurt the museum. It ruined the museum in May."),
        ("The strike has ruined the museum.", "A storm could hurt the museum."),
    ],
)
def test_what_is_left_open_or_stated_and_what_another_does_is_left_alone(claim: str, source: str) -> None:
    assert outcomes(check, claim, source) == []

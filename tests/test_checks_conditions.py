"""Check what is found where a claim says something was done without what its sources ask for."""

from __future__ import annotations

import pytest
from engine import clashes, verdict

from verifier.checks.conditions import check
from verifier.model import Verdict


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The thieves opened the vault even without a key.", "The thieves opened the vault only with a key."),
        (
            "The lift was started without an inspection by engineers.",
            "The lift was started only after engineers had finished an inspection.",
        ),
        ("The lift was started only after an inspection.", "The lift was started without an inspection."),
    ],
)
def test_a_condition_turned_round_clashes(claim: str, source: str) -> None:
    assert len(clashes(check, claim, source)) == 1
    assert verdict(claim, source) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The vault was opened without a key.", "The vault was opened without a key."),
        ("The vault was opened without a key.", "The vault can be opened only with a code."),
        ("The vault was opened without a key.", "The shop sells vaults only with a key."),
        ("The vault could not be opened without a key.", "The vault could be opened only with a key."),
        ("The vault was opened with a key.", "The vault was opened only with a key."),
    ],
)
def test_the_same_condition_and_another_hold(claim: str, source: str) -> None:
    assert clashes(check, claim, source) == []

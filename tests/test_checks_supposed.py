"""Check what is found where a claim tells as done what its sources only suppose, plan or ask for."""

from __future__ import annotations

import pytest
from engine import clashes, verdict

from verifier.checks.supposed import check
from verifier.model import Verdict

OPENED = "The guard opened the vault."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (OPENED, "Police suspect that the guard opened the vault."),
        (OPENED, "It is not known whether the guard opened the vault."),
        (OPENED, "Prosecutors accuse the guard of opening the vault."),
        (OPENED, "The guard is alleged to have opened the vault."),
        (OPENED, "The thieves asked the guard to open the vault."),
        ("The museum sold the paintings.", "The museum plans to sell the paintings in May."),
        ("The museum has sued the insurer.", "The museum is considering suing the insurer."),
        ("The museum was fined.", "The city could fine the museum."),
        ("The fire was caused by a heater.", "The fire is thought to have been caused by a heater."),
        ("The museum has sold the paintings.", "The museum is to sell the paintings in May."),
        ("The heater has harmed visitors.", "There is no evidence that the heater harmed visitors."),
    ],
)
def test_what_is_told_as_done_and_only_supposed_clashes(claim: str, source: str) -> None:
    assert len(clashes(check, claim, source)) == 1
    assert verdict(claim, source) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The guard allegedly opened the vault.", "Police suspect that the guard opened the vault."),
        ("The museum announced that it plans to sell the paintings.", "The museum wants to sell the paintings."),
        (OPENED, "Police suspect that the guard opened the vault. A camera shows how he opened the vault."),
        ("The museum sold two paintings.", "The museum sold two paintings and plans to sell three more."),
        ("Letters went to those who had paid.", "If they had paid, visitors were sent letters."),
        ("A flaw that exposed names was found.", "A flaw was found that could expose names."),
        ("It was more complicated than that.", "Repairs will be more complicated than that."),
        ("The museum sought advice from experts.", "The museum will be looking for advice from experts."),
        ("The museum called the fire the fault of a heater.", "The museum said a heater was to blame for the fire."),
        ("The museum was the target of thieves.", "The museum suspected that it would be attacked by thieves."),
        ("The failure happened at night.", "A failure is worse if it happens at night."),
    ],
)
def test_what_both_leave_open_and_what_is_asserted_anywhere_is_no_clash(claim: str, source: str) -> None:
    assert clashes(check, claim, source) == []


def test_a_deed_of_somebody_else_is_no_clash() -> None:
    assert clashes(check, "The museum sold the boat.", "Analysts expect Brightwell Marine to sell the boat.") == []

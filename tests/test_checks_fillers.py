"""Check what fills a slot of a verb on both sides: other names, other roles, other offices."""

from __future__ import annotations

import pytest
from engine import clashes, verdict

from verifier.checks.agents import check
from verifier.model import Verdict


@pytest.mark.parametrize(
    ("claim", "source", "pair"),
    [
        (
            "The new gates were built by Corvane.",
            "The new gates were built by Altis, and paid for by the city. Corvane had lost the tender.",
            ("Corvane", "Altis"),
        ),
        (
            "A cleaner stole the morphine from the ward.",
            "Police say that the morphine was stolen from the ward by a nurse.",
            ("cleaner", "nurse"),
        ),
        (
            "The minister of energy ordered the recall.",
            "The minister of health ordered the recall of the pumps.",
            ("minister of energy", "minister of health"),
        ),
    ],
)
def test_another_filler_of_the_same_slot_clashes(claim: str, source: str, pair: tuple[str, str]) -> None:
    assert pair in clashes(check, claim, source)
    assert verdict(claim, source) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The new gates were built by Altis.", "Altis built the new gates."),
        ("An employee stole the morphine.", "The morphine was stolen by a nurse."),
        ("Corvane opened the gates.", "The engineers opened the gates."),
        ("The head of security opened the gates.", "The head of the bank opened the gates."),
    ],
)
def test_the_same_or_a_filler_of_another_kind_is_left_alone(claim: str, source: str) -> None:
    assert clashes(check, claim, source) == []


def test_whose_somebody_is_tells_not_who_he_is() -> None:
    claim = "The lawyer said that the driver was tired and had been misled by older people."
    source = "The driver's lawyer, Ada Holm, said that her client was tired and had been drawn in by older people."
    assert clashes(check, claim, source) == []

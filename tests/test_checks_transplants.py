"""Check figures that stand in a sentence, but count something else there than in the claim."""

from __future__ import annotations

import pytest
from engine import case, clashes

from verifier.checks.case import token_range
from verifier.checks.quantity import check
from verifier.checks.transplants import tightness

TRUST = (
    "The trust spent £180,000 on overtime and expects costs of £1.2 million. It runs 2,300 readers in 310 wards, and "
    "6,900 appointments were cancelled, among them 139 of patients with suspected cancer."
)


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("The trust spent £1.2 million on overtime.", "£180,000"),
        ("The trust expects costs of £180,000.", "£1.2 million"),
        ("The trust runs 310 readers.", "2,300"),
        ("The trust runs 2,300 wards.", "310"),
        ("At the trust, 139 appointments were cancelled.", "6,900"),
    ],
)
def test_a_figure_of_something_else_clashes_with_the_things_own(claim: str, found: str) -> None:
    assert [theirs for _, theirs in clashes(check, claim, TRUST)] == [found]


@pytest.mark.parametrize(
    "claim",
    [
        "The trust spent £180,000 on overtime.",
        "On overtime the trust spent £180,000.",
        "Costs of £1.2 million are expected by the trust.",
        "The trust runs 2,300 card readers.",
        "Of the 6,900 cancelled appointments, 139 were of patients with suspected cancer.",
    ],
)
def test_the_same_facts_in_another_order_hold(claim: str) -> None:
    assert not clashes(check, claim, TRUST)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (
            "Sales and earnings rose by 19% and 38%, respectively.",
            "Earnings of the mill rose by 38% while its sales rose by 19%.",
        ),
        (
            "The bonus of the player with the Harbour Rovers was £500,000.",
            "He signed a contract of £2 million with the Harbour Rovers, with a £500,000 bonus for signing.",
        ),
        ("The lead shrank to 96 votes.", "The lead of the mayor over the rival shrank from 611 votes to 96."),
        ("The bank reported it after five days.", "Banks must report within 72 hours; it did so after five days."),
        (
            "The demand was for $900 to unlock all files.",
            "The demand in bitcoin was for $60 per file or $900 to unlock all.",
        ),
    ],
)
def test_figures_led_or_joined_alike_stand_down(claim: str, source: str) -> None:
    assert not clashes(check, claim, source)


def test_a_figure_for_one_of_many_is_not_that_for_all() -> None:
    source = "The attackers asked for $300 for each computer or $9,000 to unlock all computers of the school."
    assert clashes(check, "The attackers asked for $300 to unlock all computers of the school.", source) == [
        ("$300", "$9,000")
    ]
    for claim in ("The attackers asked for $9,000 to unlock all computers.", "They asked for $300 for every computer."):
        assert not clashes(check, claim, source)


def test_a_word_counts_only_on_this_side_of_another_figure() -> None:
    found = case("The trust spent £180,000 on overtime.", TRUST)
    ours = found.claim.quantities[0]
    tokens = token_range(found.claim, ours.start, ours.end)
    theirs = found.passage(0).analysis
    near, far = (tightness(found, tokens, 0, token_range(theirs, q.start, q.end)) for q in theirs.quantities[:2])
    assert near > 3 * far

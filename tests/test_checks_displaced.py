"""Check which words are found to stand where a passage has another word between the same neighbours."""

from __future__ import annotations

import pytest
from engine import case, verdict

from verifier.checks.displaced import check
from verifier.model import Verdict

PARCEL = "The parcel company lost the signatures of recipients when the disk of its main computer failed on Sunday."
LIFT = "The hospital lift stopped between floors after the steering of its motor failed at high speed."
INQUIRY = "The police of the harbour town have closed their file on the ferry."


def seen(claim: str, source: str) -> list[tuple[str, str]]:
    return [(o.said, o.found) for o in check(case(claim, source))]


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("The parcel company lost the wallets of recipients when the disk failed.", PARCEL, ("wallets", "signatures")),
        ("The lift stopped between floors after the brakes of its motor failed.", LIFT, ("brakes", "steering")),
        ("The police of the harbour town have painted their file on the ferry.", INQUIRY, ("painted", "closed")),
    ],
)
def test_another_word_between_the_same_neighbours_is_reported(
    claim: str, source: str, expected: tuple[str, str]
) -> None:
    assert seen(claim, source) == [expected]
    assert verdict(claim, source) is Verdict.PARTIAL


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        # Another word for the same.
        ("The parcel firm lost the signatures of recipients when the disk failed.", PARCEL),
        # The word stands close to its neighbours, in another order.
        ("The signatures of recipients were lost by the parcel company when the disk failed.", PARCEL),
        # Gloss, and what only says who said it.
        ("The parcel company lost the important signatures of recipients when the disk failed.", PARCEL),
        # The claim leaves out what the source has in between.
        ("The parcel company lost signatures when the disk failed on Sunday.", PARCEL),
        # A manner is no other thing.
        ("The parcel company lost regrettably the signatures of recipients when the disk failed.", PARCEL),
    ],
)
def test_what_says_the_same_is_not_reported(claim: str, source: str) -> None:
    assert seen(claim, source) == []


def test_a_word_that_another_sentence_has_beside_its_neighbour_is_not_reported() -> None:
    source = INQUIRY + " The police have archived the file on the ferry, the ministry said."
    assert seen("The police of the harbour town have archived their file on the ferry.", source) == []


def test_a_word_that_stands_elsewhere_is_reported_only_where_both_neighbours_enclose_another() -> None:
    source = PARCEL + " Customers threw their wallets at the counter."
    enclosed = "The parcel company lost the wallets of recipients when the disk of its main computer failed on Sunday."
    assert seen(enclosed, source) == [("wallets", "signatures")]
    open_ended = "The parcel company lost the wallets."
    assert seen(open_ended, source) == []


def test_names_and_roles_are_left_to_their_own_checks() -> None:
    assert seen("The nurse lost the signatures of recipients when the disk failed.", PARCEL) == []
    assert seen("The parcel company lost the signatures of Corvane when the disk failed.", PARCEL) == []

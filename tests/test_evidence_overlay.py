"""Check how much of a claim a passage has in order."""

from __future__ import annotations

import pytest
from engine import index, read

from verifier.evidence.ranking import in_order

SOURCE = "The dam's operator opened four gates on Sunday after heavy rain."


def share(claim: str, source: str = SOURCE) -> float:
    return in_order(read(claim), index(source).passages[0])


@pytest.mark.parametrize(
    "claim", [SOURCE, "The dam's operators open four gates on Sunday after heavy rains.", "Operators opened the gates."]
)
def test_what_stands_in_order_in_any_form_is_shared_whole(claim: str) -> None:
    assert share(claim) == 1


def test_the_share_falls_with_every_other_word() -> None:
    claims = (
        "The dam's operator opened four gates.",
        "The dam's operator painted four gates.",
        "The lock's owner painted four gates.",
    )
    shares = [share(claim) for claim in claims]
    assert shares == sorted(set(shares), reverse=True)


def test_words_that_changed_places_are_not_all_in_order() -> None:
    assert share("Rain opened the gates after the operator.") < 1


@pytest.mark.parametrize("claim", ["Bakers sold bread.", "..."])
def test_nothing_in_common_is_nothing_shared(claim: str) -> None:
    assert share(claim) == 0

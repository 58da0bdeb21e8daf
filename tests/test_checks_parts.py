"""Check figures that add up to another one, and the two ends of a change."""

from __future__ import annotations

import pytest
from engine import read

from verifier.checks.parts import summed, turned_round


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("nine guests", "Three guests fell ill, and six others felt dizzy.", True),
        ("nine guests", "Three guests fell ill, and six guests left.", True),
        ("nine guests", "Three guests fell ill in six hotels.", False),
        ("nine guests", "Three guests fell ill, four left and six others stayed.", False),
        ("dozens of guests", "Twenty guests fell ill, and four others left.", False),
    ],
)
def test_two_parts_of_the_same_add_up(claim: str, source: str, *, expected: bool) -> None:
    assert summed(read(claim).quantities[0], read(source).quantities) is expected


@pytest.mark.parametrize(
    ("claim", "end", "expected"),
    [("It rose from 96 to 611.", 1, True), ("It fell from 611 to 96.", 0, False), ("It fell to 611.", 0, False)],
)
def test_only_both_ends_of_a_change_are_turned_round(claim: str, end: int, *, expected: bool) -> None:
    ours, source = read(claim), read("The rate fell from 611 to 96.")
    assert turned_round(ours, ours.quantities[0], source, source.quantities[end]) is expected

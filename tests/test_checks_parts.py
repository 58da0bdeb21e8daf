"""Check figures that come of two others, those given already, and the two ends of a change."""

from __future__ import annotations

import pytest
from engine import read

from verifier.checks.parts import after_within, given_already, reckoned, turned_round


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("nine guests", "Three guests fell ill, and six others felt dizzy.", True),
        ("nine guests", "Three guests fell ill, and six guests left.", True),
        ("nine guests", "Three guests fell ill in six hotels.", False),
        ("nine guests", "Three guests fell ill, four left and six others stayed.", False),
        ("22 guests", "Of the 30 guests eight were ill.", True),
        ("some 20 guests", "Of the 30 guests eight were ill.", True),
        ("23 guests", "Of the 30 guests eight were ill.", False),
        ("$30", "The plan costs $5 a month and was free for six months.", True),
        ("$40", "The plan costs $5 a month and was free for six months.", False),
        ("dozens of guests", "Twenty guests fell ill, and four others left.", False),
    ],
)
def test_a_figure_may_be_worked_out_of_two(claim: str, source: str, *, expected: bool) -> None:
    assert reckoned(read(claim).quantities[0], read(source).quantities) is expected


def test_of_many_figures_any_two_would_fit() -> None:
    figures = read("It counted " + ", ".join(str(n) for n in range(100, 160, 3)) + " crates.").quantities
    assert not reckoned(read("33 crates").quantities[0], figures)


@pytest.mark.parametrize(
    ("claim", "end", "expected"),
    [("It rose from 96 to 611.", 1, True), ("It fell from 611 to 96.", 0, False), ("It fell to 611.", 0, False)],
)
def test_only_both_ends_of_a_change_are_turned_round(claim: str, end: int, *, expected: bool) -> None:
    ours, source = read(claim), read("The rate fell from 611 to 96.")
    assert turned_round(ours, ours.quantities[0], source, source.quantities[end]) is expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("It sold 90 cars, more than 50 of them in Lund.", True),
        ("It sold about 80 cars, more than 50 of them in Lund.", False),
        ("It sold 90 cars, 50 of them in Lund.", False),
    ],
)
def test_a_figure_given_for_something_else_bears_no_bound(claim: str, *, expected: bool) -> None:
    ours, (theirs,) = read(claim), read("It sold 90 cars.").quantities
    assert given_already(ours, ours.quantities[1], theirs) is expected


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("It opened after more than two days.", "It opened in two days.", True),
        ("It opened only after two days.", "It opened within two days.", True),
        ("It opened after two days.", "It opened in two days.", False),
        ("It opened after more than two days.", "It opened after two days.", False),
    ],
)
def test_what_came_later_than_a_time_did_not_come_within_it(claim: str, source: str, *, expected: bool) -> None:
    ours, theirs = read(claim), read(source)
    assert after_within(ours, ours.quantities[0], theirs, theirs.quantities[0]) is expected

"""Check where sources are found to disagree with each other."""

from __future__ import annotations

import pytest
from engine import index, sources

from verifier.evidence.conflicts import conflicts
from verifier.model import SourceConflict

ONE = "The flood destroyed 300 cars in the garage of the Lowmere clinic."
TWO = "In the garage of the Lowmere clinic the flood destroyed 500 cars, police said."


def found(*texts: str) -> tuple[SourceConflict, ...]:
    built = index(*texts)
    return conflicts(built, built.of_sources(built.by_source))


def test_two_figures_for_the_same_thing_are_a_conflict() -> None:
    (conflict,) = found(ONE, TWO)
    assert {(p.source, p.text) for p in (conflict.a, conflict.b)} == {("s1", "300 cars"), ("s2", "500 cars")}
    assert all(part in conflict.message for part in ("s1", "300 cars", "s2", "500 cars"))


def test_both_places_cut_their_source() -> None:
    texts = {s.id: s.text for s in sources(ONE, TWO)}
    for conflict in found(ONE, TWO):
        for place in (conflict.a, conflict.b):
            assert texts[place.source][place.start : place.end] == place.text


def test_two_sentences_of_one_source_are_no_conflict_of_sources() -> None:
    assert found(ONE + " " + TWO) == ()


@pytest.mark.parametrize(
    "other",
    [
        "The flood destroyed 300 cars in the garage of the Lowmere clinic, police said.",
        "The flood destroyed about three hundred cars in the garage of the Lowmere clinic.",
        "The flood destroyed more than 200 cars in the garage of the Lowmere clinic.",
        "The flood destroyed 500 beds in the garage of the Lowmere clinic.",
        "A dealer in Harle sold 500 cars last spring.",
        "The flood destroyed cars in the garage of the Lowmere clinic.",
        "The flood destroyed 500 vans and 300 cars in the garage of the Lowmere clinic, or 800 cars in all.",
        "The flood destroyed 500 cars each year in the garage of the Lowmere clinic.",
    ],
)
def test_what_agrees_or_counts_something_else_is_none(other: str) -> None:
    assert found(ONE, other) == ()


def test_shares_are_of_many_wholes() -> None:
    one, two = (f"About {n}% of the cars in the garage of the Lowmere clinic were destroyed." for n in (9, 30))
    assert found(one, two) == ()


def test_only_usable_passages_conflict() -> None:
    assert conflicts(index(ONE, TWO), 1) == ()


@pytest.mark.parametrize("early", ["By Monday night the flood", "Initially the flood"])
def test_a_count_that_grew_is_no_conflict(early: str) -> None:
    text = ONE.replace("The flood", early)
    assert found(text, TWO) == ()
    assert found(text.replace("300", "700"), TWO) != ()


def test_a_source_that_says_both_is_named() -> None:
    (conflict,) = found(ONE, f"{TWO} The clinic had spoken of 300 cars.")
    assert conflict.message.endswith("; source s2 says both")
    assert "both" not in found(ONE, TWO)[0].message

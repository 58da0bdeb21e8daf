"""Check what tells that two places stand in the same slot."""

from __future__ import annotations

import pytest
from engine import case, read

from verifier.checks.case import (
    Case,
    anchored,
    complementary,
    content_words,
    same_slot,
    surroundings,
    token_range,
    words,
)
from verifier.facts.analysis import Analysis

SOURCE = "The storm sank nine boats in Lowmere harbour. A baker in Harle sold nine cakes to tourists."


def at(analysis: Analysis, word: str) -> int:
    return next(i for i, t in enumerate(analysis.tokens) if t.key == word)


def slot(found: Case, word: str, passage: int, theirs: str) -> float:
    ours, other = at(found.claim, word), at(found.passage(passage).analysis, theirs)
    return same_slot(found, (ours, ours + 1), passage, (other, other + 1))


def test_words_of_a_token_range_are_cut_from_the_text() -> None:
    found = read("The pumps didn't start, twice.")
    assert words(found, 1, 2) == "pumps"
    assert words(found, 1, len(found.tokens)) == "pumps didn't start, twice"
    assert words(found, 2, 2) == ""


def test_half_a_contraction_is_shown_whole() -> None:
    found = read("The pumps didn't start.")
    assert words(found, at(found, "not"), len(found.tokens)) == "didn't start"


def test_a_span_of_characters_is_turned_into_tokens() -> None:
    found = read("The storm sank nine boats.")
    (quantity,) = found.quantities
    first, last = token_range(found, quantity.start, quantity.end)
    assert words(found, first, last) == "nine"
    assert token_range(found, 3, 4) == (0, 0)


def test_surroundings_are_the_nearest_content_nearest_first() -> None:
    found = read("In Harle the storm sank nine boats and broke a crane.")
    nine = at(found, "nine")
    near = [found.tokens[t].key for t in surroundings(found, (nine, nine + 1))]
    assert near[0] in {"boats", "sank"}
    assert near.index("boats") < near.index("crane")
    assert len(surroundings(found, (nine, nine + 1), 2)) == 2


def test_what_stands_beyond_a_comma_is_further_off() -> None:
    found = read("The boats, sold by dealers, sank.")
    boats, by = at(found, "boats"), at(found, "sold")
    assert boats in surroundings(found, (by, by + 1), 3)
    assert surroundings(found, (by, by + 1), 3)[0] == at(found, "dealers")


def test_the_same_slot_is_surer_than_another_and_all_are_from_0_to_1() -> None:
    found = case("The storm sank nine boats in the harbour.", SOURCE)
    here, there = slot(found, "nine", 0, "nine"), slot(found, "nine", 1, "nine")
    assert 0 <= there < here <= 1


def test_a_passage_that_shares_nothing_is_no_slot() -> None:
    found = case("The storm sank nine boats in the harbour.", "A baker sold nine cakes.")
    assert slot(found, "nine", 0, "nine") == 0


def test_words_near_the_place_count_more_than_those_far_off() -> None:
    near = "The storm sank nine boats."
    far = (
        "Nine bakers of the town of Harle who had baked for the fair of spring each single year saw a storm sink boats."
    )
    found = case("The storm sank nine boats.", near + " " + far)
    assert slot(found, "nine", 1, "nine") < slot(found, "nine", 0, "nine")


@pytest.mark.parametrize(
    ("source", "beside"),
    [
        ("The storm sank the old boats.", True),
        ("The storm passed. The boats of the coast guard, which a dealer had lent to the port, sank.", False),
    ],
)
def test_a_word_is_anchored_by_its_neighbour_on_the_same_side(source: str, beside: bool) -> None:  # noqa: FBT001
    found = case("The storm sank boats.", source)
    token = at(found.claim, "storm")
    number = next(n for n, view in found.views.items() if token in view)
    assert anchored(found, token, number, found.views[number][token].at) is beside


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("One of nine boats sank.", "Eight of nine boats floated.", True),
        ("Nine boats sank.", "Nine boats floated.", False),
        ("The boats sank.", "Nine boats floated.", False),
    ],
)
def test_other_figures_beside_opposite_words_may_say_the_same(claim: str, source: str, expected: bool) -> None:  # noqa: FBT001
    found = case(claim, source)
    ours, theirs = at(found.claim, "sank"), at(found.passage(0).analysis, "floated")
    assert complementary(found, ours, 0, theirs) is expected


def test_words_at_positions_are_joined() -> None:
    found = read("The storm sank nine boats.")
    assert content_words(found, (at(found, "storm"), at(found, "boats"))) == "storm boats"


def test_only_allowed_passages_may_be_used() -> None:
    found = case("The storm sank nine boats.", SOURCE)
    assert found.may_use(0)
    assert found.passage(1).number == 1

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.claims.items import items
from verifier.model import Field, Span


def _field(text: str, blocks: Iterable[tuple[int, int]] = ()) -> Field:
    return Field("Impacts", text, 0, len(text), tuple(Span(*block) for block in blocks))


def _items(text: str, blocks: Iterable[tuple[int, int]] = ()) -> list[str]:
    return [text[item.start : item.end] for item in items(_field(text, blocks))]


def test_numbered_items_lose_their_numbers() -> None:
    assert _items("1. The pump failed [77]. 2. The tank ran dry.") == ["The pump failed [77].", "The tank ran dry."]


def test_lines_of_a_list_are_items() -> None:
    assert _items("1. Mayor Ann Lee\n2. The harbour\n3. A diver") == ["Mayor Ann Lee", "The harbour", "A diver"]


def test_options_lose_letter_and_class() -> None:
    text = "(a) within_system: The pump failed [77]. (b) outside_system: Lightning struck."
    assert _items(text) == ["The pump failed [77].", "Lightning struck."]


def test_other_words_before_a_colon_stay() -> None:
    assert _items("1. Lack of oil: The pump ran dry.") == ["Lack of oil: The pump ran dry."]


def test_letters_must_rise_behind_a_stop() -> None:
    assert _items("(a) The parts (b) and (c) failed. (d) Oil leaked.") == [
        "The parts (b) and (c) failed.",
        "Oil leaked.",
    ]


def test_a_heading_is_an_item_of_its_own() -> None:
    text = (
        "(a) The software failure incident related to hardware: - The pump failed. "
        "(b) The software failure incident occurring due to human actions: A diver slipped."
    )
    assert _items(text) == [
        "The software failure incident related to hardware:",
        "The pump failed.",
        "The software failure incident occurring due to human actions:",
        "A diver slipped.",
    ]


def test_a_definition_is_parted_from_the_sentence_it_runs_into() -> None:
    text = "(d) property: People's goods or money was impacted due to the software failure The pump flooded 3 shops."
    assert _items(text) == [
        "People's goods or money was impacted due to the software failure",
        "The pump flooded 3 shops.",
    ]


def test_bullets_and_steps_are_items() -> None:
    assert _items("The list is:\n- The pump\n* The tank\nStep 1: It failed. Step 2: It burst.") == [
        "The list is:",
        "The pump",
        "The tank",
        "It failed.",
        "It burst.",
    ]


def test_a_dash_inside_a_sentence_is_no_bullet() -> None:
    assert _items("The harbour (Port Lane) - The tide rose.") == ["The harbour (Port Lane) - The tide rose."]


def test_a_line_that_runs_on_is_joined() -> None:
    assert _items("The pump failed\nin the night. It was\nold.\nThe tank burst.") == [
        "The pump failed\nin the night. It was\nold.",
        "The tank burst.",
    ]


def test_an_empty_line_parts_items() -> None:
    assert _items("The pump failed\n\nThe tank burst") == ["The pump failed", "The tank burst"]


def test_blocks_are_not_joined_and_what_lies_between_is_left_out() -> None:
    text = "The pump failed. ``` code ``` The tank\nburst."
    assert _items(text, [(0, 16), (29, len(text))]) == ["The pump failed.", "The tank\nburst."]


@pytest.mark.parametrize("text", ["", " \n\t ", "\n\n"])
def test_an_empty_field_has_no_items(text: str) -> None:
    assert _items(text) == []


@given(st.text(alphabet="abAB12.():;-_[]\n •Step ", max_size=120))
def test_items_stand_in_order_inside_the_field(text: str) -> None:
    found = items(_field(text))
    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_each_time_of_a_list_of_times_begins_an_item() -> None:
    text = "09:10 The pump failed\n 09:40   A diver went down\n and came up\n2021-03-09 10:05 It ran"
    assert _items(text, [(0, len(text))]) == [
        "09:10 The pump failed",
        "09:40   A diver went down\n and came up",
        "2021-03-09 10:05 It ran",
    ]
    wrapped = "The pump failed at\n09:10 and ran again at\n10:05."
    assert _items(wrapped, [(0, len(wrapped))]) == [wrapped]

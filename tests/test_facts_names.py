"""Check which names are found by their shape, and which of them are sure."""

from __future__ import annotations

import pytest

from verifier.facts.people.names import Name, names
from verifier.text.tokens import tokenize
from verifier.words.tables import vocabulary


def found(text: str) -> tuple[Name, ...]:
    return names(text, tokenize(text), vocabulary().stop)


def texts(text: str) -> list[str]:
    return [text[n.start : n.end] for n in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge was checked by Mara Quist on site.", ["Mara Quist"]),
        ("a branch of the Bank of Lowmere in Harle", ["Bank of Lowmere", "Harle"]),
        ("the NHS and the RSPB paid", ["NHS", "RSPB"]),
        ("a bug in iPhone and PayPal apps", ["iPhone", "PayPal"]),
        ("sold to Smith & Wells in spring", ["Smith & Wells"]),
        ("the novelist Ludwig van Dorn wrote", ["Ludwig van Dorn"]),
        ("the storage of Dropfile 3 was full", ["Dropfile 3"]),
        ("nothing here is a name, not even at the end", []),
    ],
)
def test_runs_of_capitals_are_names(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_the_word_that_opens_a_sentence_proves_nothing_alone() -> None:
    (opening,) = found("Engineers closed the bridge.")
    assert not opening.sure
    assert all(n.sure for n in found("The bridge was closed by Engstrom."))


def test_a_stop_word_that_opens_a_sentence_is_no_part_of_the_name() -> None:
    assert texts("The Harbour Trust paid.") == ["Harbour Trust"]
    assert found("They paid.") == ()


def test_several_capitals_or_inner_ones_are_sure_even_at_the_start() -> None:
    assert [n.sure for n in found("Mara Quist left.")] == [True]
    assert [n.sure for n in found("NATO left.")] == [True]


def test_no_word_of_a_headline_is_sure_but_an_acronym() -> None:
    assert not any(n.sure for n in found("Hospital Wards Lose Power In Big Storm"))
    assert [n.parts for n in found("Hospital Wards Lose Power, NHS, Says Report") if n.sure] == [("nhs",)]


def test_titles_and_links_do_not_identify() -> None:
    (name,) = found("so said Dr Ines de Vries")
    assert name.parts == ("ines", "vries")


def test_initials_belong_to_the_name_and_a_sentence_end_parts_names() -> None:
    assert texts("it was John Q. Harrow himself") == ["John Q. Harrow"]
    assert texts("They flew to Harle. Mara slept.") == ["Harle", "Mara"]


def test_positions_and_offsets_mark_the_same_words() -> None:
    text = "In Lowmere the Harbour Trust met Ann Lee’s lawyers from Peel & Co."
    tokens = tokenize(text)
    marked = names(text, tokens, vocabulary().stop)
    assert len(marked) >= 3
    assert all((tokens[n.first].start, tokens[n.last].end) == (n.start, n.end) for n in marked)


def test_a_figure_tells_which_of_several_is_meant() -> None:
    assert [n.parts for n in found("They recalled the Heatly 4 in May.")] == [("heatly", "4")]


def test_a_figure_before_a_name_opens_no_sentence_within_one() -> None:
    assert [n.sure for n in found("It sold 50 Corvos.")] == [True]
    assert [n.sure for n in found("12 Corvos.")] == [False]

"""Keep the words of a sentence of very many figures, and leave out rows of figures."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.model import Source, Span
from verifier.text.figures import MOST_IN_SOURCE, ROW, stretches
from verifier.text.reading import read_source

FIGURES = ", ".join(map(str, range(200)))
TOLD = "the keeper of the lock at Dalwich read the level as"


def cut(text: str, most: int = MOST_IN_SOURCE) -> list[tuple[str, bool]]:
    return [(text[slice(*span)], row) for span, row in stretches(text, Span(0, len(text)), most)]


def figures(text: str) -> int:
    return sum(any(map(str.isdigit, word)) for word in text.split())


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f"{TOLD} 3, 4 and 5 metres.", [(f"{TOLD} 3, 4 and 5 metres.", False)]),
        (f"It lost 40 pumps, {FIGURES} pumps.", [(f"It lost 40 pumps, {FIGURES} pumps.", True)]),
        (f"{TOLD} {FIGURES}", [(TOLD, False), (FIGURES, True)]),
        (
            f"{TOLD} {FIGURES} and then {TOLD} {FIGURES}",
            [(TOLD, False), (FIGURES, True), (f"and then {TOLD}", False), (FIGURES, True)],
        ),
        (f"east: {FIGURES}; west bank: {FIGURES}", [(f"east: {FIGURES}; west bank: {FIGURES}", True)]),
        ("3 pumps, 4 valves, " * 90, [(("3 pumps, 4 valves, " * 90).strip(), True)]),
    ],
)
def test_rows_are_parted_from_words(text: str, parts: list[tuple[str, bool]]) -> None:
    assert cut(text) == parts


@pytest.mark.parametrize("word", ["boat {0} had {0} men on deck {0};", "{0} men of boat {0} were saved at {0}:00 and"])
def test_what_tells_something_is_kept_whole_in_parts(word: str) -> None:
    text = " ".join(word.format(number) for number in range(300))
    found = cut(text)
    assert " ".join(part for part, _ in found) == text
    assert not any(row for _, row in found)
    assert all(figures(part) <= 10 for part, _ in found)
    assert len(found) <= figures(text) / 5 + 1


@given(st.text(alphabet="ab 12,.;-$\n", max_size=300), st.integers(1, 5))
def test_no_letter_or_figure_is_lost(text: str, most: int) -> None:
    found = [span for span, _ in stretches(text, Span(0, len(text)), most)]
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(text[slice(*span)].split()) for span in found) == "".join(text.split())


def test_a_source_tells_what_it_has_of_rows() -> None:
    found = read_source(Source("a", f"{TOLD} {FIGURES}", path="a.txt"))
    assert [sentence.text for sentence in found.sentences] == [TOLD]
    assert [(each.reason, each.start) for each in found.excluded] == [(ROW, len(TOLD) + 1)]


def test_an_article_without_capitals_is_read_whole() -> None:
    text = " ".join(f"boat {i} had {i + 3} men on deck {i % 5}." for i in range(900))
    found = read_source(Source("a", text, path="a.txt"))
    assert len(found.sentences) == 900
    assert found.excluded == ()

"""Marked text is wrapped as rich wraps it."""

from __future__ import annotations

from typing import cast

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from verifier.formats.strips import Strip, cells, strip, wrapped

SHOWN = st.text(st.sampled_from("ab- \t\n\u00a0\u3000漢é“”\u0301\x07\r😀"), max_size=60) | st.text(max_size=40)
MARKS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 60)), max_size=3)


def by_rich(text: str, marks: list[tuple[int, int]], width: int) -> list[Strip]:
    whole = Text(text)
    for mark in marks:
        whole.stylize("bold", *mark)
    lines = whole.wrap(cast("Console", None), width)
    for line in lines:
        line.rstrip()
    return [strip(line.plain, *((s.start, s.end, str(s.style)) for s in line.spans)) for line in lines]


def seen(lines: list[Strip]) -> list[tuple[str, set[int]]]:
    return [(line.text, {at for mark in line.styles for at in range(mark.start, mark.end)}) for line in lines]


@given(SHOWN, MARKS, st.integers(8, 30))
def test_lines_and_their_marks_are_those_of_rich(text: str, marks: list[tuple[int, int]], width: int) -> None:
    ours = wrapped(strip(text, *((*mark, "bold") for mark in marks)), width)
    assert seen(ours) == seen(by_rich(text, marks, width))


@given(SHOWN)
def test_cells_are_those_of_rich(text: str) -> None:
    assert cells(text) == cell_len(text)


def test_words_wider_than_a_line_are_cut_and_marks_go_with_their_words() -> None:
    lines = wrapped(strip("It lost abcdefghij.", (3, 7, "red"), (0, 2, "")), 6)
    assert [line.text for line in lines] == ["It", "lost", "abcdef", "ghij."]
    assert [line.styles for line in lines] == [(), ((0, 4, "red"),), (), ()]

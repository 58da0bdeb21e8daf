"""Read the numbers of paragraphs, of chapters and of contents that reports have."""

from __future__ import annotations

import pytest

from verifier.claims.claims import claims_of
from verifier.ingest.fields import Origin
from verifier.ingest.markdown import read_markdown


def stated(text: str) -> list[str]:
    found, _ = claims_of(read_markdown(f"Jam of the lock\n\n{text}", Origin("pm.txt", "pm", "")))
    return [claim.text for claim in found if claim.field != "Title"]


@pytest.mark.parametrize("mark", [".", ""])
def test_the_numbers_of_paragraphs_are_no_figures_of_theirs(mark: str) -> None:
    text = f"2.1{mark} The lock jammed in May.\n\n2.2{mark} Two barges sank.\n\n2.2.1{mark} Both carried coal."
    assert stated(text) == ["The lock jammed in May.", "Two barges sank.", "Both carried coal."]


@pytest.mark.parametrize(
    "lines",
    [
        ("13.11 The bell rang.", "13.12 The keeper came."),
        ("4.2 Update jammed the lock.", "4.3 Update freed it."),
        ("2.1 Bolts broke in May.", "It jammed."),
    ],
)
def test_times_and_versions_stay(lines: tuple[str, ...]) -> None:
    assert stated("\n\n".join(lines)) == list(lines)


def test_names_behind_numbers_that_stand_apart_are_headings() -> None:
    assert stated(
        "Table of contents\n\n1. The Jam . . . . . . . . 1\n2. Losses ............. 2\n\n"
        "1.  The Jam\n\nThe lock jammed in May.\n\n2.  What Happened\n\nA bolt broke.\n\n3.  Losses\n\nTwo barges sank."
    ) == ["The lock jammed in May.", "A bolt broke.", "Two barges sank."]


def test_a_list_of_names_is_none_of_headings() -> None:
    text = "Three parts broke:\n\n1. The upper bolt\n2. The lower bolt\n3. The hinge\n\nTwo barges sank."
    assert {"The upper bolt", "The lower bolt", "The hinge"} <= set(stated(text))


def test_a_heading_in_capitals_may_have_a_number_with_dots() -> None:
    assert stated("1.1 LOSSES OF BARGES\n\nTwo barges sank.") == ["Two barges sank."]

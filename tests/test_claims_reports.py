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


def test_names_in_a_table_of_contents_are_headings_also_with_figures() -> None:
    contents = "1. The Jam .......... 1\n1.1. Night of 4 May .......... 1\n2. Losses .......... 2"
    body = "1. The Jam\n\n1.1. Night of 4 May\n\nA bolt broke.\n\n2. Losses\n\nTwo barges sank."
    assert stated(f"Table of Contents\n\n{contents}\n\n{body}") == ["A bolt broke.", "Two barges sank."]


def test_boilerplate_below_its_heading_is_set_aside() -> None:
    text = "Status of this memo\n\nThis memo is for information.\n\nIt sets no standard.\n\n"
    assert stated(f"{text}Copyright notice\n\nCopyright (c) 2023 Canal Board.\n\nSummary\n\nA bolt broke.") == [
        "A bolt broke."
    ]
    assert stated(f"{text}Jam of the upper gate\n\nA bolt broke.")[-1] == "A bolt broke."


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        (f"Canal Board{' ' * 50}Report 2021/7\nCategory: Locks{' ' * 51}May 2021", False),
        (f"Length of the jam{' ' * 8}two days\nBoats lost{' ' * 15}14", True),
        (f"Boats lost{' ' * 20}: 14", True),
    ],
)
def test_lines_set_at_both_margins_are_the_head_of_a_report(head: str, *, kept: bool) -> None:
    assert (stated(f"{head}\n\nA bolt broke.")[0] != "A bolt broke.") == kept


def test_a_paragraph_may_begin_with_a_figure_of_its_own() -> None:
    assert stated("1.1  The lock jammed.\n\n1.2  37 boats sank.") == ["The lock jammed.", "37 boats sank."]

"""Check how the figures in one gap between a claim and a passage are compared."""

from __future__ import annotations

import pytest
from engine import case, verdict

from verifier.checks.figures import figures
from verifier.model import Verdict

SOURCE = "The port lost 40 cranes in the storm of 3 March 2021 near pier B7."


def compared(claim: str, source: str = SOURCE, *, repeated: bool = True) -> list[str | None]:
    found = case(claim, source)
    (laid,) = found.overlays
    return [figures(found, found.passage(0), gap, repeated=repeated) for gap in laid.gaps]


@pytest.mark.parametrize(
    ("old", "new", "family"),
    [
        ("40", "90", "quantity"),
        ("3 March", "9 March", "date"),
        ("2021", "2019", "date"),
        ("40", "forty", ""),
        ("40", "about 40", None),
        ("cranes", "lorries", None),
    ],
)
def test_figures_that_differ_name_their_family(old: str, new: str, family: str | None) -> None:
    assert compared(SOURCE.replace(old, new)) == [family]


def test_without_a_gap_nothing_is_compared() -> None:
    assert compared(SOURCE) == []


@pytest.mark.parametrize(
    ("theirs", "ours", "repeated", "family"),
    [
        ("more than 80 cranes", "more than 30 cranes", True, "quantity"),
        ("more than 80 cranes", "more than 30 cranes", False, ""),
        ("more than 2.4 million litres", "more than 2 million litres", True, ""),
        ("10 to 20 cranes", "17 to 20 cranes", True, "quantity"),
        ("10 to 20 cranes", "17 to 20 cranes", False, ""),
        ("the top 20", "the top 8", True, "quantity"),
        ("the quay, 56,", "the quay, 140,", True, "quantity"),
    ],
)
def test_a_figure_put_for_another_in_a_repeated_sentence_differs(
    theirs: str, ours: str, *, repeated: bool, family: str
) -> None:
    source = f"The port near pier B7 lost {theirs} in the storm that hit the coast."
    assert compared(source.replace(theirs, ours), source, repeated=repeated) == [family]


def test_a_citation_marker_is_no_figure() -> None:
    source = "A fault in the crane's brake bent the arm of the loader at 5.12am on 13 May."
    assert verdict("A fault in the crane's brake bent the arm of the loader [7002].", source) is Verdict.SUPPORTED

"""Check how the figures in one gap between a claim and a passage are compared."""

from __future__ import annotations

import pytest
from engine import case

from verifier.checks.figures import figures

SOURCE = "The port lost 40 cranes in the storm of 3 March 2021 near pier B7."


def compared(claim: str) -> list[str | None]:
    found = case(claim, SOURCE)
    (laid,) = found.overlays
    return [figures(found, found.passage(0), gap) for gap in laid.gaps]


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

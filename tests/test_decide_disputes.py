"""Check where sources that differ about a figure make a claim disputed, and never a contradiction of what one says."""

from __future__ import annotations

import pytest
from engine import assessed, checked, sources

from verifier.api import Verifier
from verifier.model import Severity, Stance, Verdict

ONE = "The flood destroyed 300 cars in the garage of the Lowmere clinic."
TWO = "In the garage of the Lowmere clinic the flood destroyed 500 cars, police said."
CLAIM = "In the garage of the clinic the flood destroyed 300 cars."


@pytest.mark.parametrize("claim", [CLAIM, ONE, TWO])
def test_a_figure_that_one_source_bears_out_and_another_gives_otherwise_is_disputed(claim: str) -> None:
    found = assessed(claim, ONE, TWO)
    assert found.verdict is Verdict.DISPUTED
    assert all(figure in found.reason for figure in ("300", "500"))
    assert {(e.source, e.stance) for e in found.evidence} >= {
        ("s1", Stance.CONTRADICTS if claim == TWO else Stance.SUPPORTS),
        ("s2", Stance.SUPPORTS if claim == TWO else Stance.CONTRADICTS),
    }
    assert {(f.rule, f.severity, f.suggestion) for f in found.findings} == {("quantity", Severity.WARNING, "")}


@pytest.mark.parametrize(
    "other",
    [
        "The flood destroyed more than 200 cars in the garage of the Lowmere clinic.",
        "The flood destroyed 500 beds in the garage of the Lowmere clinic.",
        "A dealer in Harle sold 500 cars last spring.",
    ],
)
def test_what_goes_together_or_counts_something_else_disputes_nothing(other: str) -> None:
    assert assessed(CLAIM, ONE, other).verdict is Verdict.SUPPORTED


def test_a_vaguer_claim_that_both_bear_out_is_not_disputed() -> None:
    assert checked("The flood destroyed hundreds of cars in the garage of the clinic.", ONE, TWO).verdict in {
        Verdict.SUPPORTED,
        Verdict.PARTIAL,
    }


def test_with_the_rule_off_nothing_is_disputed() -> None:
    found = Verifier(sources(ONE, TWO), ignore=["quantity"]).check_text(CLAIM)
    assert found.verdict is Verdict.SUPPORTED
    assert found.assessments[0].findings == ()


def test_an_article_that_gives_both_figures_is_shown_on_both_sides() -> None:
    both = f"{TWO} Before that it said that the clinic had lost 300 cars."
    found = assessed(CLAIM, ONE, both)
    assert found.verdict is Verdict.DISPUTED
    assert {e.stance for e in found.evidence if e.source == "s2"} == {Stance.SUPPORTS, Stance.CONTRADICTS}
    alone = assessed(CLAIM, ONE, TWO)
    assert {e.stance for e in alone.evidence if e.source == "s2"} == {Stance.CONTRADICTS}

"""Check how all, some, most and none fare against those of the sources."""

from __future__ import annotations

import pytest
from engine import clashes, outcomes, verdict

from verifier.checks.quantifiers import check
from verifier.model import Verdict

REST = "patients were told of the mistake"


@pytest.mark.parametrize(
    ("claim", "source"), [("All", "Some"), ("All", "Few"), ("None of the", "All"), ("Most", "Few"), ("All", "Most")]
)
def test_more_or_less_than_the_source_says_clashes(claim: str, source: str) -> None:
    ours, theirs = f"{claim} {REST}.", f"{source} {REST}, the clinic said."
    assert clashes(check, ours, theirs) == [(claim.removesuffix(" the"), source)]
    assert verdict(ours, theirs) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("All", "All of the"),
        ("Some", "All"),
        ("Nearly all", "Most"),
        ("Most", "Most of the"),
        ("Every patient was told of the mistake", ""),
    ],
)
def test_the_same_or_less_holds(claim: str, source: str) -> None:
    ours = f"{claim} {REST}." if source else f"{claim}."
    theirs = f"{source or 'All'} {REST}, the clinic said."
    assert clashes(check, ours, theirs) == []
    assert verdict(ours, theirs) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("All of the clerks were paid.", "About a third of the clerks were paid."),
        ("Both clerks were paid.", "Only one of the clerks was paid."),
        ("Only one of the two clerks was paid.", "Two clerks came early, and both were paid."),
        ("None of the clerks was paid.", "One of the clerks was not paid."),
        ("All 42 of the clerks were paid.", "Only 2 of 42 clerks were paid."),
    ],
)
def test_figures_and_pronouns_are_shares_too(claim: str, source: str) -> None:
    assert len(clashes(check, claim, source)) == 1


def test_more_than_a_source_says_is_missing() -> None:
    assert outcomes(check, f"All {REST}.", f"Many {REST}.") == [("missing", "All")]


def test_quantifiers_of_other_nouns_are_not_compared() -> None:
    assert clashes(check, f"All {REST}.", "Some beds were broken when patients were told of the mistake.") == []


def test_a_source_that_agrees_settles_it() -> None:
    assert clashes(check, f"All {REST}.", f"All {REST}.", f"Some {REST} by letter in spring, said a baker.") == []


def test_a_share_in_figures_that_a_passage_gives_too_is_held() -> None:
    source = "The groups say 30% of all clerks under forty have no contract, and only 54% of the others have read it."
    assert outcomes(check, source.replace("30%", "30 per cent"), source) == []


def test_what_is_said_of_a_share_ties_it_to_its_noun() -> None:
    claim = "All wards were closed and the flood in the cellar went on while the mayor watched."
    assert clashes(check, claim, "Late in May, Haldane said several wards were closed, too.") == [("All", "several")]

"""Check how shares are read, by words and by figures, and how they relate."""

from __future__ import annotations

import pytest
from engine import case, read

from verifier.checks.shares import compare, opposed, shares, turned
from verifier.facts.relation import Relation


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("All clerks left.", [("All", ("clerks",))]),
        ("Fewer than half of the clerks left.", [("Fewer than half", ("clerks",))]),
        ("One of the clerks left.", [("One of", ("clerks",))]),
        ("Some 20 percent of the lamps broke.", [("Some 20 percent", ("lamps",))]),
        ("One clerk left; all the others stayed.", []),
    ],
)  # fmt: skip
def test_words_and_figures_are_shares(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(s.text, s.noun) for s in shares(read(text))] == found


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("All clerks left.", "A third of the clerks left.", Relation.APART),
        ("Most clerks left.", "Fewer than half of the clerks left.", Relation.APART),
        ("Most clerks left.", "Some 80 percent of the clerks left.", Relation.IMPLIED),
        ("A third of the clerks left.", "All clerks left.", Relation.APART),
        ("Few clerks left.", "Most clerks left.", Relation.APART),
        ("Many clerks left.", "A third of the clerks left.", Relation.OPEN),
        ("A third of the clerks left.", "A third of the clerks left.", Relation.EQUAL),
        ("A third of the clerks left.", "A quarter of the clerks left.", Relation.OPEN),
    ],
)
def test_a_word_is_held_against_a_figure(claim: str, source: str, expected: Relation) -> None:
    (ours,), (theirs,) = shares(read(claim)), shares(read(source))
    assert compare(ours, theirs) is expected


def test_none_of_which_something_is_said_is_all_of_which_it_is_denied() -> None:
    (share,) = shares(read("None of the clerks left."))
    assert turned(share).fact.kind == "all"


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("The newer ferry was hit.", "The older ferry was not hit.", True),
        ("Most clerks were not paid.", "Fewer than half of the clerks were paid.", True),
        ("The newer ferry was hit.", "The newer ferry was not hit.", False),
    ],
)
def test_two_opposites_cancel_each_other(claim: str, source: str, expected: bool) -> None:  # noqa: FBT001
    found = case(claim, source)
    token = found.claim.content[-1]
    assert opposed(found, token, 0, found.views[0][token].at) is expected

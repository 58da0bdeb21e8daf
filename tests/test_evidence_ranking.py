"""Check which passages bear on a claim, in which order, and how few carry it."""

from __future__ import annotations

import pytest
from engine import index, read

from verifier.evidence.align import Match
from verifier.evidence.rank import MOST, Ranked, choose, rank

SOURCES = (
    "The bank closed its branch in Harle on Monday. Its cash machines gave out double the sum. The mayor was furious.",
    "Cash machines of the bank gave out double the sum for an hour. A bakery opened next door.",
)


def texts(claim: str, **more: frozenset[int] | int) -> list[str]:
    built = index(*SOURCES)
    return [built.passages[r.number].sentence.text for r in rank(read(claim), built, **more)]  # type: ignore[arg-type]


def view(grades: dict[int, float]) -> dict[int, Match]:
    return {token: Match(token, 0, 0, grade) for token, grade in grades.items()}


def test_the_passage_that_says_most_of_the_claim_comes_first() -> None:
    assert texts("The bank's cash machines gave out double the sum.")[0].startswith("Cash machines of the bank")
    assert texts("The branch in Harle was closed.")[0].startswith("The bank closed")


def test_passages_that_share_nothing_are_left_out() -> None:
    assert all("bakery" not in text for text in texts("The branch in Harle was closed."))
    assert texts("A glacier melted.") == []


def test_only_allowed_passages_are_ranked() -> None:
    built = index(*SOURCES)
    ranked = rank(read("Cash machines gave out double the sum."), built, frozenset(built.by_source["s1"]))
    assert ranked
    assert {built.passages[r.number].sentence.source for r in ranked} == {"s1"}


def test_no_more_than_the_limit_come_back() -> None:
    assert len(texts("The bank's cash machines gave out double the sum.", limit=1)) == 1


def test_scores_fall_and_stay_from_0_to_1() -> None:
    scores = [r.score for r in rank(read("The bank's cash machines gave out double the sum."), index(*SOURCES))]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < s <= 1 for s in scores)


def test_of_equal_passages_the_first_wins() -> None:
    same = "The tram derailed at the depot."
    assert [r.number for r in rank(read(same), index(same, same, same))] == [0, 1, 2]


def test_a_claim_without_content_ranks_nothing() -> None:
    assert rank(read("It was so."), index(*SOURCES)) == []


def test_reworded_passages_are_found() -> None:
    built = index("Trading in the shares was halted for an hour.", "The shares of the bakery were printed on paper.")
    assert rank(read("The exchange stopped trading in the shares."), built)[0].number == 0


@pytest.mark.parametrize(
    ("covers", "chosen"),
    [
        ([{1: 1.0, 2: 1.0}, {1: 1.0}, {3: 1.0}], (0, 2)),
        ([{1: 1.0, 2: 1.0, 3: 1.0}, {3: 1.0}], (0,)),
        ([{1: 1.0}, {2: 0.5}, {2: 1.0}, {3: 1.0}], (0, 2, 3)),
        ([], ()),
    ],
)
def test_the_fewest_passages_that_add_something_are_chosen(
    covers: list[dict[int, float]], chosen: tuple[int, ...]
) -> None:
    ranked = [Ranked(n, 1 - n / 10, view(c)) for n, c in enumerate(covers)]
    assert choose(ranked, {1: 1.0, 2: 1.0, 3: 1.0}) == chosen


def test_three_passages_at_most_are_chosen() -> None:
    ranked = [Ranked(n, 0.5, view({n: 1.0})) for n in range(6)]
    assert len(choose(ranked, dict.fromkeys(range(6), 1.0))) == MOST == 3

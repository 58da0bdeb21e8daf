"""Check which passages bear on a claim, in which order, and how few carry it."""

from __future__ import annotations

import pytest
from engine import case, index, read

from verifier.data.thresholds import GRADES
from verifier.evidence.grid import SAME, lay
from verifier.evidence.passages import Index
from verifier.evidence.ranking import Ranked, choose, match, rank

SOURCES = (
    "The bank closed its branch in Harle on Monday. Its cash machines gave out double the sum. The mayor was furious.",
    "Cash machines of the bank gave out double the sum for an hour. A bakery opened next door.",
)


def ranked(claim: str, built: Index, allowed: int) -> tuple[Ranked, ...]:
    ours = read(claim)
    return rank(ours, built, lay(ours, built, allowed), allowed)[0]


def texts(claim: str) -> list[str]:
    built = index(*SOURCES)
    return [built.passages[r.number].sentence.text for r in ranked(claim, built, built.of_sources(built.by_source))]


def test_the_passage_that_says_most_of_the_claim_comes_first() -> None:
    assert texts("The bank's cash machines gave out double the sum.")[0].startswith("Cash machines of the bank")
    assert texts("The branch in Harle was closed.")[0].startswith("The bank closed")


def test_passages_that_share_nothing_are_left_out() -> None:
    assert all("bakery" not in text for text in texts("The branch in Harle was closed."))
    assert texts("A glacier melted.") == []
    assert texts("It was so.") == []


def test_only_allowed_passages_are_ranked() -> None:
    built = index(*SOURCES)
    found = ranked("Cash machines gave out double the sum.", built, built.of_sources(["s1"]))
    assert found
    assert {built.passages[r.number].sentence.source for r in found} == {"s1"}


def test_scores_fall_and_stay_from_0_to_1() -> None:
    built = index(*SOURCES)
    scores = [
        r.score
        for r in ranked("The bank's cash machines gave out double the sum.", built, built.of_sources(built.by_source))
    ]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < s <= 1 for s in scores)


def test_of_equal_passages_the_first_wins() -> None:
    same = "The tram derailed at the depot."
    built = index(same, same, same)
    assert [r.number for r in ranked(same, built, built.of_sources(built.by_source))] == [0, 1, 2]


def test_the_words_of_a_claim_in_its_order_come_before_the_same_words_apart() -> None:
    found = texts_of(
        "The night porter rang the fire brigade.",
        "A brigade of porters rang in the night, and a fire started.",
        "It was the night porter who rang the fire brigade.",
    )
    assert found[0].startswith("It was the night porter")


def texts_of(claim: str, *sources: str) -> list[str]:
    built = index(*sources)
    return [built.passages[r.number].sentence.text for r in ranked(claim, built, built.of_sources(built.by_source))]


def test_reworded_passages_are_found() -> None:
    built = index("Trading in the shares was halted for an hour.", "The shares of the bakery were printed on paper.")
    assert (
        ranked("The exchange stopped trading in the shares.", built, built.of_sources(built.by_source))[0].number == 0
    )


@pytest.mark.parametrize(
    ("claim", "sources", "chosen"),
    [
        ("The ferry sank.", ("The ferry sank.", "A baker sang."), 1),
        ("The ferry sank, and the mayor resigned.", ("The ferry sank.", "The mayor resigned.", "A ferry came."), 2),
        ("Walls, roofs, bridges and towers fell.", ("Walls fell.", "Roofs fell.", "Bridges fell.", "Towers fell."), 3),
        ("The ferry sank.", (), 0),
    ],
)
def test_the_fewest_passages_that_add_something_are_chosen(claim: str, sources: tuple[str, ...], chosen: int) -> None:
    found = case(claim, *sources)
    assert len(choose(found.ranked, found.grid)) == chosen


@pytest.mark.parametrize(("word", "grade"), [("ferry", SAME), ("ferries", SAME), ("glacier", 0.0)])
def test_a_word_is_met_by_itself_in_any_form(word: str, grade: float) -> None:
    found = case(f"A {word} came.", "The ferry hit the pier.")
    token = next(t for t in found.claim.content if found.claim.tokens[t].key == word)
    met = match(found.claim, found.passage(0)).get(token)
    assert (met.grade if met else 0.0) == grade


def test_words_for_the_same_are_met_less_surely_than_the_word_itself() -> None:
    found = case("The car was stolen by a physician.", "The automobile was stolen by a doctor.")
    grades = {found.claim.tokens[t].key: m.grade for t, m in found.view(0).items()}
    assert grades["stolen"] == SAME
    assert {grades.get("car", 0.0), grades.get("physician", 0.0)} <= {*GRADES.values(), 0.0}
    assert GRADES["="] in grades.values()

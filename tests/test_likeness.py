"""Check how far the words of a claim are taken to stand in its passages."""

from __future__ import annotations

import pytest
from engine import case

from verifier.likeness import likeness, names_absent, opens_with_pronoun, weakest_run, words_absent, words_apart

SOURCE = (
    "Heavy snow closed the northern runway of Vellmar airport before dawn. "
    "The Corvane group ran the ticket machines, and its engineers replaced a burnt fuse in the signal cabin. "
    "Ferries kept sailing."
)


@pytest.mark.parametrize("claim", ["Heavy snow closed the runway.", "A walrus sang.", "300", ""])
def test_all_are_shares(claim: str) -> None:
    found = case(claim, SOURCE)
    measured = [*likeness(found).values()]
    measured += [f(found) for f in (weakest_run, words_apart, words_absent, names_absent)]
    assert all(0 <= value <= 1 for value in measured)


def test_the_weakest_run_is_whole_only_where_every_run_stands_in_one_passage() -> None:
    whole = weakest_run(case("Heavy snow closed the northern runway of Vellmar airport.", SOURCE))
    mixed = weakest_run(case("Heavy snow closed the signal cabin of the ticket machines.", SOURCE))
    other = weakest_run(case("Heavy snow closed the northern runway, and walruses sang loudly together.", SOURCE))
    assert whole == pytest.approx(1)
    assert other < mixed < whole


def test_words_stand_apart_where_no_passage_has_both_side_by_side() -> None:
    assert words_apart(case("Engineers replaced a burnt fuse in the signal cabin.", SOURCE)) == 0
    assert words_apart(case("Ferries replaced the northern machines.", SOURCE)) > 0.5


def test_words_count_as_absent_one_by_one_however_long_the_claim() -> None:
    short = case("Heavy hail closed it.", SOURCE)
    long = case("Heavy hail closed the northern runway of Vellmar airport before dawn.", SOURCE)
    both = case("Heavy hail flooded the northern runway of Vellmar airport.", SOURCE)
    assert words_absent(short) == pytest.approx(words_absent(long))
    assert words_absent(both) > words_absent(long) > 0


def test_absent_names_are_told_apart_from_absent_words() -> None:
    assert names_absent(case("Heavy hail closed Vellmar airport.", SOURCE)) == 0
    assert names_absent(case("Heavy snow closed Ostrand airport.", SOURCE)) > 0.4


@pytest.mark.parametrize(
    ("claim", "opens"),
    [
        ("She closed the runway.", True),
        ("In it they sang.", True),
        ("Snow closed it.", False),
        ("The runway lost its fuse.", False),
        ("", False),
    ],
)
def test_a_pronoun_opens_a_claim_before_any_word_of_its_own(claim: str, opens: bool) -> None:  # noqa: FBT001
    assert opens_with_pronoun(case(claim, SOURCE)) is opens

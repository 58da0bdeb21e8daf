"""Check how far the words of a claim are taken to stand in its passages."""

from __future__ import annotations

import pytest
from engine import case

from verifier.likeness import likeness, names_absent, opens_with_pronoun, words_absent

SOURCE = (
    "Heavy snow closed the northern runway of Vellmar airport before dawn. "
    "The Corvane group ran the ticket machines, and its engineers replaced a burnt fuse in the signal cabin. "
    "Ferries kept sailing."
)


@pytest.mark.parametrize("claim", ["Heavy snow closed the runway.", "A walrus sang.", "300", ""])
def test_all_are_shares(claim: str) -> None:
    found = case(claim, SOURCE)
    measured = [*likeness(found).values()]
    measured += [f(found) for f in (words_absent, names_absent)]
    assert all(0 <= value <= 1 for value in measured)


def test_words_count_as_absent_one_by_one_however_long_the_claim() -> None:
    short = case("Heavy hail closed it.", SOURCE)
    long = case("Heavy hail closed the northern runway of Vellmar airport before dawn.", SOURCE)
    both = case("Heavy hail flooded the northern runway of Vellmar airport.", SOURCE)
    assert words_absent(short) == pytest.approx(words_absent(long))
    assert words_absent(both) > words_absent(long) > 0


def test_absent_names_are_told_apart_from_absent_words() -> None:
    assert names_absent(case("Heavy snow closed Vellmar airport.", SOURCE)) == 0
    assert names_absent(case("Heavy hail flooded Vellmar airport.", SOURCE)) == 0
    assert names_absent(case("Heavy snow closed Ostrand airport.", SOURCE)) > 0.4


def test_the_first_absent_name_tells_more_than_the_second_and_more_than_a_word() -> None:
    none, one, two = (
        names_absent(case(f"Snow closed {name}.", SOURCE)) for name in ("Vellmar", "Ostrand", "Ostrand and Tisbury")
    )
    assert none < one < two
    assert two - one < one - none
    assert words_absent(case("Snow closed Ostrand.", SOURCE)) < one


def test_a_word_that_sources_have_in_a_date_or_figure_is_not_absent() -> None:
    dated = "Heavy snow closed the runway for two weeks."
    assert words_absent(case("Snow closed the runway that week.", dated)) == 0
    assert words_absent(case("Snow closed the runway that week.", SOURCE)) > 0.2


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

"""Check that an acronym and the name it stands for meet."""

from __future__ import annotations

import pytest
from engine import verdict

from verifier.model import Verdict
from verifier.words.acronyms import acronyms

SPELLED = "The Harle Bridge and Ferry Board closed the pier on Monday."
SHORT = "The HBFB closed the pier on Monday."


def found(text: str) -> set[str]:
    words = text.split(" ")
    return {key for _, key in acronyms(words, [" "] * (len(words) - 1))}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("the HBFB said", {"^hbfb"}),
        ("the Harle Bridge and Ferry Board said", {"^hbf", "^bfb", "^hbfb"}),
        ("Harle Bridge", set()),
        ("ALL OF IT IS LOUD", {"^all", "^loud"}),
        ("Harle went to Bridge and Ferry", set()),
    ],
)
def test_a_run_of_capitalised_words_may_have_the_acronyms_of_its_last_words(text: str, keys: set[str]) -> None:
    assert found(text) == keys


def test_a_mark_between_ends_a_run() -> None:
    assert not list(acronyms(["Harle", "Bridge", "Ferry"], [" ", ", "]))


def test_the_keys_of_a_word_are_bounded() -> None:
    keys = list(acronyms(["Harle"] * 500, [" "] * 499))
    assert len(keys) <= 18 * 500


@pytest.mark.parametrize(("claim", "source"), [(SPELLED, SHORT), (SHORT, SPELLED)])
def test_a_name_is_met_by_its_acronym(claim: str, source: str) -> None:
    assert verdict(claim, source) is Verdict.SUPPORTED


def test_another_acronym_is_another_name() -> None:
    assert verdict("The KLMN closed the pier on Monday.", SPELLED) is not Verdict.SUPPORTED

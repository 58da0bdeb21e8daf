"""Test the classes of words of grammar."""

from __future__ import annotations

import pytest

from verifier.data import lexicons as lexicon
from verifier.words import grammar


def test_every_auxiliary_is_a_word_of_grammar() -> None:
    assert lexicon.stopwords() >= grammar.AUXILIARIES


@pytest.mark.parametrize("word", ["may", "should", "got"])
def test_a_guess_a_duty_and_get_are_no_plain_auxiliaries(word: str) -> None:
    assert word in grammar.AUXILIARIES
    assert word not in grammar.PLAIN_AUXILIARIES


def test_a_relative_is_a_pronoun_and_may_be_a_subject() -> None:
    assert grammar.RELATIVE <= grammar.SUBJECTS <= grammar.PRONOUNS


def test_a_determiner_tells_which_or_how_many() -> None:
    assert {"the", "those", "their", "whose", "several", "two"} <= grammar.DETERMINERS
    assert grammar.DEFINING.isdisjoint({"several", "two", "no"})

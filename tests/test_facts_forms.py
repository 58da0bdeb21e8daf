"""Check how words are led back to their base forms."""

from __future__ import annotations

import pytest

from verifier.words.forms import graded_from, inflected_from, lemma, lemmas_of


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("stolen", "steal"),
        ("cities", "city"),
        ("denied", "deny"),
        ("crashes", "crash"),
        ("stopping", "stop"),
        ("baked", "bake"),
        ("delays", "delay"),
    ],
)
def test_a_word_may_be_inflected_from_its_base(word: str, base: str) -> None:
    assert inflected_from(word)[0] == word
    assert base in inflected_from(word)


@pytest.mark.parametrize(
    ("word", "base"), [("newer", "new"), ("riskiest", "risky"), ("safest", "safe"), ("heavier", "heavy")]
)
def test_a_word_may_be_compared_from_its_base(word: str, base: str) -> None:
    assert base in graded_from(word)
    assert base not in inflected_from(word)


def test_short_words_keep_their_endings() -> None:
    assert "b" not in inflected_from("bed")
    assert "g" not in inflected_from("gas")


def test_a_lemma_is_the_first_base_that_is_known() -> None:
    assert lemma("denied", frozenset({"deny"})) == "deny"
    assert lemma("denied", frozenset({"buy"})) == "denied"


@pytest.mark.parametrize(
    ("term", "words"),
    [("back-up copy", ("back", "up", "copy")), ("Café  owner", ("cafe", "owner")), ("tram", ("tram",))],
)
def test_a_term_is_cut_into_words(term: str, words: tuple[str, ...]) -> None:
    assert lemmas_of(term) == words

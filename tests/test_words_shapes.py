"""Check which words look like past forms of verbs."""

import pytest

from verifier.words.shapes import is_past, may_be_past


@pytest.mark.parametrize("word", ["asked", "stole", "built", "sued"])
def test_past_forms(word: str) -> None:
    assert is_past(word)


@pytest.mark.parametrize("word", ["need", "men", "red", "ask", "data"])
def test_other_words(word: str) -> None:
    assert not is_past(word)


@pytest.mark.parametrize("word", ["hit", "put", "stole"])
def test_forms_that_may_be_past(word: str) -> None:
    assert may_be_past(word)


@pytest.mark.parametrize("word", ["hit", "put"])
def test_unchanged_forms_are_not_surely_past(word: str) -> None:
    assert not is_past(word)


@pytest.mark.parametrize("word", ["people", "children", "criteria"])
def test_irregular_plurals_are_no_past_forms(word: str) -> None:
    assert not may_be_past(word)

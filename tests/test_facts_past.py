"""Check which words look like past forms of verbs."""

import pytest

from verifier.facts.past import is_past


@pytest.mark.parametrize("word", ["asked", "stole", "built", "sued"])
def test_past_forms(word: str) -> None:
    assert is_past(word)


@pytest.mark.parametrize("word", ["need", "men", "red", "ask", "data"])
def test_other_words(word: str) -> None:
    assert not is_past(word)

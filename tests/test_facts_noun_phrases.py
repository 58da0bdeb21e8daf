"""Check where noun phrases begin and end."""

from __future__ import annotations

import pytest

from verifier.facts.analysis import analyse
from verifier.facts.clause.noun_phrases import back
from verifier.words.tables import vocabulary


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("After the fire the owner of the mill left.", "mill", "the owner of the mill"),
        ("Engineers at Altis left.", "Altis", "Engineers at Altis"),
        ("Altis and Corvane left.", "Corvane", "Altis and Corvane"),
        ("They praised him and rescued miners.", "miners", "miners"),
        ("Stranded passengers left.", "passengers", "Stranded passengers"),
    ],
)
def test_a_phrase_is_read_backwards(text: str, last: str, expected: str) -> None:
    analysis = analyse(text, vocabulary())
    at = next(i for i, t in enumerate(analysis.tokens) if text[t.start : t.end] == last)
    first, end = back(analysis, at)
    assert text[analysis.tokens[first].start : analysis.tokens[end - 1].end] == expected

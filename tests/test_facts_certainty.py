"""Check what is called possible, likely or planned, and what is asserted."""

from __future__ import annotations

import pytest
from reading import read


def governed(text: str) -> list[set[str]]:
    found = read(text)
    return [{found.tokens[t].key for t in h.governed} for h in found.hedges]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The gang may have sold the files.", "sold"),
        ("The gang might sell the files.", "sell"),
        ("The flood possibly damaged the cable.", "damaged"),
        ("The cable was probably damaged by the flood.", "damaged"),
    ],
)
def test_a_hedge_governs_what_comes_next(text: str, word: str) -> None:
    assert any(word in words for words in governed(text))


@pytest.mark.parametrize(
    "text",
    [
        "The gang sold the files.",
        "The flood damaged the cable on 3 May 2021.",
        "The crew could not reach the cable.",
        "The flood certainly damaged the cable.",
    ],
)
def test_what_is_asserted_is_no_hedge(text: str) -> None:
    assert governed(text) == []


def test_a_hedge_ends_with_its_phrase() -> None:
    (words,) = governed("The gang may sell the files, and the clinic has closed.")
    assert "sell" in words
    assert "closed" not in words


def test_levels_tell_possible_from_likely() -> None:
    (possible,) = read("The flood possibly damaged the cable.").hedges
    (likely,) = read("The flood probably damaged the cable.").hedges
    assert (possible.level, likely.level) == ("possible", "likely")


def test_grammar_is_not_governed() -> None:
    assert all(words.isdisjoint({"have", "the", "to", "of"}) for words in governed("They may have to sell the files."))

"""Check that phrases are found by the words they begin with."""

from __future__ import annotations

import pytest

from verifier.words.phrases import Phrases

CUES = Phrases({("far", "from"): "denies", ("far",): "away", ("not",): "denies", ("not", "only", "but"): "adds"})


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("far from the pier", (2, "denies")),
        ("far off", (1, "away")),
        ("not only", (1, "denies")),
        ("not only but also", (3, "adds")),
        ("not", (1, "denies")),
        ("only", None),
    ],
)
def test_the_longest_phrase_that_stands_there_is_found(words: str, found: tuple[int, str] | None) -> None:
    assert CUES.at(words.split(), 0) == found


def test_phrases_are_found_at_their_place_alone() -> None:
    words = "they were far from home".split()
    assert [CUES.at(words, n) is not None for n in range(len(words))] == [False, False, True, False, False]


def test_sizes_come_longest_first() -> None:
    assert CUES.sizes == {"far": (2, 1), "not": (3, 1)}
    assert not Phrases({}).sizes

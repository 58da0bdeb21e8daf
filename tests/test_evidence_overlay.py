"""Check where a claim laid over a passage differs from it."""

from __future__ import annotations

import pytest
from engine import index, read

from verifier.evidence.gaps import Overlay, overlay

SOURCE = "The dam's operator opened four gates on Sunday after heavy rain."


def laid(claim: str, source: str = SOURCE) -> tuple[Overlay, list[tuple[str, str]]]:
    passage = index(source).passages[0]
    ours, theirs = read(claim), passage.analysis
    found = overlay(ours, passage)
    return found, [
        (
            " ".join(t.key for t in ours.tokens[slice(*g.claim)]),
            " ".join(t.key for t in theirs.tokens[slice(*g.passage)]),
        )
        for g in found.gaps
    ]


def test_a_verbatim_claim_has_no_gap() -> None:
    found, gaps = laid(SOURCE)
    assert gaps == []
    assert found.share == found.content_share == 1
    assert found.span == (0, len(read(SOURCE).tokens))


@pytest.mark.parametrize(
    ("claim", "gap"),
    [
        ("The dam's operator opened five gates on Sunday after heavy rain.", ("five", "four")),
        ("The dam's operator opened four gates on Monday after heavy rain.", ("monday", "sunday")),
        ("The dam's operator never opened four gates on Sunday after heavy rain.", ("never", "")),
        ("The dam's operator opened gates on Sunday after heavy rain.", ("", "four")),
        ("The dam's operator shut two gates on Sunday after heavy rain.", ("shut two", "opened four")),
    ],
)
def test_a_difference_is_one_gap_between_shared_words(claim: str, gap: tuple[str, str]) -> None:
    found, gaps = laid(claim)
    assert gaps == [gap]
    assert found.gaps[0].before > 0
    assert found.gaps[0].after > 0


def test_inflected_words_are_shared() -> None:
    _, gaps = laid("The dam's operators open four gates on Sunday after heavy rains.")
    assert gaps == []


def test_gaps_at_the_ends_have_words_on_one_side_alone() -> None:
    found, _ = laid("Last week the dam's operator opened four gates in vain.")
    first, last = found.gaps[0], found.gaps[-1]
    assert (first.before, last.after) == (0, 0)
    assert first.after > 0
    assert last.before > 0


def test_the_share_falls_with_every_other_word() -> None:
    shares = [
        laid(c)[0].share
        for c in (
            "The dam's operator opened four gates.",
            "The dam's operator painted four gates.",
            "The lock's owner painted four gates.",
        )
    ]
    assert shares == sorted(shares, reverse=True)
    assert len(set(shares)) == 3


def test_nothing_in_common_is_no_overlay() -> None:
    found, gaps = laid("Bakers sold bread.")
    assert (found.shared, found.span, found.share, gaps) == (frozenset(), (0, 0), 0, [])


def test_an_empty_claim_is_laid_over_without_trouble() -> None:
    found, gaps = laid("...")
    assert (found.share, gaps) == (0, [])

"""Check where a claim laid over a passage differs from it."""

from __future__ import annotations

import pytest
from engine import index, read

from verifier.evidence.overlay import Overlay, overlay

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
        if g.claim[0] < g.claim[1] or g.passage[0] < g.passage[1]
    ]


def test_a_verbatim_claim_has_no_gap() -> None:
    found, gaps = laid(SOURCE)
    assert gaps == []
    assert found.content_share == 1
    assert found.shared == set(range(len(read(SOURCE).tokens)))


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
    assert laid(claim)[1] == [gap]


def test_inflected_words_are_shared() -> None:
    assert laid("The dam's operators open four gates on Sunday after heavy rains.")[1] == []


def test_the_share_falls_with_every_other_word() -> None:
    claims = (
        "The dam's operator opened four gates.",
        "The dam's operator painted four gates.",
        "The lock's owner painted four gates.",
    )
    shares = [laid(claim)[0].content_share for claim in claims]
    assert shares == sorted(set(shares), reverse=True)


@pytest.mark.parametrize("claim", ["Bakers sold bread.", "..."])
def test_nothing_in_common_is_no_overlay(claim: str) -> None:
    found, gaps = laid(claim)
    assert (found.shared, found.content_share, gaps) == (frozenset(), 0, [])

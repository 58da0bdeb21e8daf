"""Lay a claim over a passage word by word and find where, between words they share, they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from verifier.evidence.index import Passage
from verifier.facts.analysis import Analysis


class Gap(NamedTuple):
    """Hold a place where claim and passage differ: token ranges [start, end) on both sides, and how firmly the words
    around it agree (shared words directly before plus directly after; an end of the text counts like one).
    """

    claim: tuple[int, int]
    passage: tuple[int, int]
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Overlay:
    """Hold how a claim lies over a passage: its tokens found there in order, the passage's
    tokens they span, their share, and the gaps between.
    """

    passage: int
    shared: frozenset[int]
    span: tuple[int, int]
    share: float
    content_share: float
    gaps: tuple[Gap, ...]


def overlay(claim: Analysis, passage: Passage) -> Overlay:
    """Lay a claim over a passage by the longest common subsequence of their stems (Hirschberg 1977, in rapidfuzz)."""
    ours, theirs = claim.stems, passage.analysis.stems
    runs = _runs(ours, theirs)
    matched = frozenset(i for a, _, n in runs for i in range(a, a + n))
    return Overlay(
        passage=passage.number,
        shared=matched,
        span=(runs[0][1], runs[-1][1] + runs[-1][2]) if runs else (0, 0),
        share=len(matched) / max(1, len(ours)),
        content_share=len(matched & claim.content_set) / max(1, len(claim.content)),
        gaps=tuple(_gaps(runs, len(ours), len(theirs))),
    )


def _runs(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int, int]]:
    from rapidfuzz.distance import LCSseq

    blocks = LCSseq.opcodes(ours, theirs).as_matching_blocks()  # the last one is empty
    return [(block.a, block.b, block.size) for block in blocks[:-1]]


def _gaps(runs: Sequence[tuple[int, int, int]], ours: int, theirs: int) -> list[Gap]:
    """Return the gaps between runs; those at the outer ends take nothing of the passage."""
    if not runs:
        return []
    found = []
    first, last = runs[0], runs[-1]
    if first[0]:
        found.append(Gap((0, first[0]), (max(0, first[1] - first[0] - 2), first[1]), 0, first[2]))
    for (a, b, n), (c, d, m) in pairwise(runs):
        found.append(Gap((a + n, c), (b + n, d), n, m))
    end_ours, end_theirs = last[0] + last[2], last[1] + last[2]
    if end_ours < ours:
        found.append(Gap((end_ours, ours), (end_theirs, min(theirs, end_theirs + ours - end_ours + 2)), last[2], 0))
    return found

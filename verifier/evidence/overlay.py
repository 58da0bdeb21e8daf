"""Lay a claim over a passage word by word: what both share in order, and where between they differ."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from verifier.evidence.passages import Passage
from verifier.facts.analysis import Analysis


class Gap(NamedTuple):
    """Hold a place between shared words where claim and passage differ: the token ranges [start, end) on both sides."""

    claim: tuple[int, int]
    passage: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Overlay:
    """Hold the claim's tokens found in a passage in order, the share of its content tokens among them, and the gaps."""

    shared: frozenset[int]
    content_share: float
    gaps: tuple[Gap, ...]


@lru_cache(maxsize=256)
def overlay(claim: Analysis, passage: Passage) -> Overlay:
    """Lay a claim over a passage by the longest common subsequence of their stems (Hirschberg 1977, in rapidfuzz)."""
    from rapidfuzz.distance import LCSseq

    blocks = LCSseq.opcodes(claim.stems, passage.analysis.stems).as_matching_blocks()[:-1]  # the last one is empty
    runs = [(block.a, block.b, block.size) for block in blocks]
    shared = frozenset(i for a, _, size in runs for i in range(a, a + size))
    gaps = (Gap((a + n, c), (b + n, d)) for (a, b, n), (c, d, _) in pairwise(runs))
    share = len(shared & claim.content_set) / max(1, len(claim.content))
    return Overlay(shared, share, tuple(gaps))

"""Compare texts by the words of both: how alike they are, and what they have in the same order (rapidfuzz)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import Any


@cache
def _extract() -> Callable[[str, Mapping[int, str]], Sequence[tuple[str, float, int]]]:
    from rapidfuzz import fuzz, process

    return partial(process.extract, scorer=fuzz.token_set_ratio, limit=None)


@cache
def _opcodes() -> Callable[[Sequence[str], Sequence[str]], Any]:
    from rapidfuzz.distance import LCSseq

    return LCSseq.opcodes


def alike(text: str, others: Mapping[int, str]) -> Sequence[tuple[str, float, int]]:
    """Return each of some texts with how like it is to one (0 to 100), whatever the order of words, and its number."""
    return _extract()(text, others)


def in_same_order(ours: Sequence[str], theirs: Sequence[str]) -> set[int]:
    """Return the places of our words in the longest run, with gaps, that both have in the same order.

    It is their longest common subsequence (Hirschberg 1977).
    """
    return {i for block in _opcodes()(ours, theirs).as_matching_blocks() for i in range(block.a, block.a + block.size)}

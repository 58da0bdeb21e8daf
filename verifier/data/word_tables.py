"""Give the two measured word tables of rules/: how rare a word is in news, and which words are near in meaning."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from verifier.data.folders import folder

_SENTENCES = 1000.0
_HALF = 0.1
_FLOOR, _RANGE, _MOST = 0.25, 0.5, 0.9
COMMON, NEAR = "common_words.tsv", "near_words.tsv"


class NearWord(NamedTuple):
    """Hold a stem that is near to another in meaning, and how far it may stand for it (0 to 1)."""

    stem: str
    grade: float


@cache
def _rows(name: str) -> Sequence[str]:
    """Return the rows of a table, which stand in order."""
    return (folder("rules") / name).read_text("utf-8").splitlines()


def _row(name: str, first: str) -> str:
    """Return what stands behind the first column of a row, or an empty text: a run asks for few of many rows."""
    rows, begins = _rows(name), f"{first}\t"
    at = bisect_left(rows, begins)
    return rows[at].removeprefix(begins) if at < len(rows) and rows[at].startswith(begins) else ""


@lru_cache(maxsize=8192)
def rarity(stem: str) -> float:
    """Return how much a word tells: the logarithm of how rarely sentences of news have it.

    A word that the table lacks is as rare as one can be (about 9); the commonest come near 0.
    """
    return max(0.1, math.log(_SENTENCES / (float(_row(COMMON, stem) or 0.0) + _HALF)))


@lru_cache(maxsize=8192)
def near_words(stem: str) -> tuple[NearWord, ...]:
    """Return the words near in meaning, nearest first; the grade grows with the cosine of their vectors."""
    row = _row(NEAR, stem)
    pairs = (pair.rpartition(" ") for pair in row.split("\t")) if row else ()
    graded = ((other, _grade(int(cosine) / 100)) for other, _, cosine in pairs)
    return tuple(NearWord(other, grade) for other, grade in graded)


def _grade(cosine: float) -> float:
    return round(_MOST * min(1.0, max(0.0, (cosine - _FLOOR) / _RANGE)), 3)

"""Give the two measured word tables of rules/: how rare a word is in news, and which words are near in meaning."""

from __future__ import annotations

import math
from collections.abc import Mapping
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
def _rows(name: str) -> Mapping[str, str]:
    """Return the rows of a table by their first column."""
    rows = (folder("rules") / name).read_text("utf-8").splitlines()
    return {first: rest for first, _, rest in (row.partition("\t") for row in rows)}


@lru_cache(maxsize=8192)
def rarity(stem: str) -> float:
    """Return how much a word tells: the logarithm of how rarely sentences of news have it.

    A word that the table lacks is as rare as one can be (about 9); the commonest come near 0.
    """
    return max(0.1, math.log(_SENTENCES / (float(_rows(COMMON).get(stem, 0.0)) + _HALF)))


@lru_cache(maxsize=8192)
def near_words(stem: str) -> tuple[NearWord, ...]:
    """Return the words near in meaning, nearest first; the grade grows with the cosine of their vectors."""
    row = _rows(NEAR).get(stem)
    pairs = (pair.rpartition(" ") for pair in row.split("\t")) if row else ()
    graded = ((other, _grade(int(cosine) / 100)) for other, _, cosine in pairs)
    return tuple(NearWord(other, grade) for other, grade in graded)


def _grade(cosine: float) -> float:
    return round(_MOST * min(1.0, max(0.0, (cosine - _FLOOR) / _RANGE)), 3)

"""Lay the words of a claim over the passages it may lean on: which of them has which, and how nearly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_
from typing import NamedTuple

from verifier.data.thresholds import BESIDE_SHARE, GRADES, SLIGHT_WEIGHT
from verifier.data.word_tables import near_words, rarity
from verifier.evidence.passages import Index, numbers
from verifier.facts.analysis import Analysis

SAME, _KEPT = 1.0, 200_000


class Row(NamedTuple):
    """Hold where a word stands: `grades` by passage and the best of them, `close` the set of passages that have any
    word which may stand for it; `weight` is how much its presence tells, `gains` what of that a passage has by its
    neighbours alone.
    """

    weight: float
    grades: Mapping[int, float]
    best: float
    close: int
    gains: Mapping[int, float]


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Hold the rows of a claim by token, and by passage the share that it has: alone, and with its neighbours."""

    rows: Mapping[int, Row]
    scores: Mapping[int, float]
    windows: Mapping[int, float]
    total: float


def lay(claim: Analysis, index: Index, allowed: int) -> Grid:
    """Lay a claim over the passages allowed."""
    return _grid({token: _row(claim, token, index, allowed) for token in telling(claim, index)})


def within(grid: Grid, allowed: int) -> Grid:
    """Return a grid as it is over some of its passages, whole sources of them."""
    mine = {}
    for token, row in grid.rows.items():
        grades = {n: row.grades[n] for n in numbers(row.close & allowed)}
        mine[token] = row._replace(grades=grades, best=max(grades.values(), default=0.0), close=row.close & allowed)
    met = numbers(reduce(or_, (row.close for row in mine.values()), 0))
    return Grid(mine, {n: grid.scores[n] for n in met}, {n: grid.windows[n] for n in met}, grid.total)


def without(grid: Grid, tokens: Collection[int]) -> Grid:
    """Return a grid without those of some tokens that no passage has; as it is where nothing else would be left."""
    rows = {token: row for token, row in grid.rows.items() if row.best or token not in tokens}
    return _grid(rows) if 0 < len(rows) < len(grid.rows) else grid


def _grid(rows: Mapping[int, Row]) -> Grid:
    total = sum([row.weight for row in rows.values()]) or 1.0
    scores: defaultdict[int, float] = defaultdict(float)
    for row in rows.values():
        weight = row.weight
        for passage, grade in row.grades.items():
            scores[passage] += weight * grade / total
    return Grid(rows, scores, _windows(rows.values(), scores, total), total)


def telling(claim: Analysis, index: Index) -> Sequence[int]:
    """Return one token for each content word of the claim; figures and dates count as words here."""
    firsts: dict[str, int] = {}
    stop = index.vocabulary.stop
    for token in sorted(claim.inside):
        if claim.tokens[token].key not in stop:
            firsts.setdefault(claim.stems[token], token)
    return tuple(firsts.values())


def _row(claim: Analysis, token: int, index: Index, allowed: int) -> Row:
    """Return the row of a token; those of other claims with the same word serve again."""
    rows, word = index.rows, (claim.stems[token], claim.keys[token], allowed)
    if len(rows) * len(index.passages) > _KEPT:
        rows.clear()
    row: Row = rows.get(word) or rows.setdefault(word, _laid(*word, index))
    return row


def _laid(stem: str, keys: tuple[str, ...], allowed: int, index: Index) -> Row:
    grades: dict[int, float] = {}
    beside: dict[int, float] = {}
    close = 0
    for key, grade in keys_of(stem, keys):  # the best come first
        having = index.postings.get(key, 0)
        if not (having and (found := having & allowed & ~close)):
            continue
        grades.update(dict.fromkeys(numbers(found), grade))
        close |= found
        beside = dict.fromkeys(numbers(index.around(found) & ~close), BESIDE_SHARE * grade) | beside
    tells = weight(stem, index)
    more = [(number, grade - grades.get(number, 0.0)) for number, grade in beside.items()]
    gains = {number: tells * gain for number, gain in more if gain > 0}
    return Row(tells, grades, max(grades.values(), default=0.0), close, gains)


def weight(stem: str, index: Index) -> float:
    """Return how much the presence of a word tells: the rarer in news the more, slight words little."""
    return rarity(stem) * (SLIGHT_WEIGHT if stem in index.vocabulary.slight() else 1.0)


@lru_cache(maxsize=8192)
def keys_of(stem: str, own: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """Return the keys by which a word with some keys of its own may be met, closest first."""
    keys = [(key, GRADES.get(key[:1], SAME)) for key in own]
    keys += [(near.stem, near.grade) for near in near_words(stem)]
    return tuple(sorted(keys, key=lambda each: -each[1]))


def _windows(rows: Iterable[Row], scores: Mapping[int, float], total: float) -> dict[int, float]:
    """Return the share of the claim that each passage has with its neighbours on both sides, which count less."""
    gains = dict.fromkeys(scores, 0.0)
    for row in rows:
        for number, gain in row.gains.items():
            if number in gains:
                gains[number] += gain
    return {number: scores[number] + gain / total for number, gain in gains.items()}


def copied(claim: Analysis, index: Index, allowed: int) -> float:
    """Return the share of the claim's pairs of neighbouring words that stand so in a passage, from 0 to 1."""
    pairs = [(a, b) for a, b in pairwise(sorted(claim.inside)) if b == a + 1]
    found = sum(bool(index.bigrams.get((claim.stems[a], claim.stems[b]), 0) & allowed) for a, b in pairs)
    return found / len(pairs) if pairs else 0.0

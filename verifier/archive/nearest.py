"""Rank the sentences of an archive for a claim as the engine ranks passages, by the terms that are kept of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, reduce
from itertools import pairwise
from operator import and_, or_
from typing import NamedTuple

from verifier.archive.store import Kept
from verifier.archive.terms import Way, term, ways_of
from verifier.evidence.grid import keys_of, lay, telling, weight
from verifier.evidence.passages import Index, Passage, build, following, numbers
from verifier.evidence.ranking import rank
from verifier.facts.analysis import Analysis, analyse
from verifier.model import Part, Sentence
from verifier.words.vocabulary import Vocabulary


class Word(NamedTuple):
    """Hold a word of a claim: how much it tells, and in which ways a sentence may have it, each with how nearly."""

    weight: float
    ways: tuple[tuple[Way, float], ...]


class Near(NamedTuple):
    """Hold a sentence that is near to a claim, and how likely it is evidence; 0 where the engine would not ask that."""

    kept: Kept
    score: float


class Nearness:
    """Tell what to look for, and how near what was found is to a claim, with the words of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary, self._nothing, self._unread = vocabulary, build((), vocabulary), analyse("", vocabulary)

    def read(self, claim: str) -> Analysis:
        """Return a claim as the engine reads it."""
        return analyse(claim, self._vocabulary)

    def words(self, claim: Analysis) -> tuple[Word, ...]:
        """Return the words of a claim that the engine looks for, each once."""
        return tuple(self._word(claim.stems[at], claim.keys[at]) for at in telling(claim, self._nothing))

    def nearest(self, claim: Analysis, kept: Sequence[Kept]) -> Iterator[Near]:
        """Yield sentences as the engine ranks them, and behind those that it keeps the others by the claim's words.

        They are given in the order in which the engine would read them: of two as near the first comes first.
        """
        index = self._sketch(claim, kept)
        grid = lay(claim, index, (1 << len(kept)) - 1)
        ranked = rank(claim, index, grid)
        yield from (Near(kept[number], score) for number, score in ranked)
        rest = grid.scores.keys() - {number for number, _ in ranked}
        for number in sorted(rest, key=lambda n: (-grid.scores[n] - grid.windows[n], n)):
            yield Near(kept[number], 0.0)

    def _word(self, own: str, keys: tuple[str, ...]) -> Word:
        ways: dict[Way, float] = {}
        for key, grade in keys_of(own, keys):  # the nearest come first
            for way in ways_of(key, self._vocabulary):
                ways.setdefault(way, grade)
        return Word(weight(own, self._nothing), tuple(ways.items()))

    def _sketch(self, claim: Analysis, kept: Sequence[Kept]) -> Index:
        """Return an index of sentences as far as a claim's words go; what else they say is not read."""
        told = telling(claim, self._nothing)
        keys = {key for at in told for key, _ in keys_of(claim.stems[at], claim.keys[at])}
        ways = {key: ways_of(key, self._vocabulary) for key in keys}
        pairs = {pair: (term(pair[0]), term(pair[1])) for pair in pairwise(claim.stems)}
        asked = {word for way in (*pairs.values(), *(w for each in ways.values() for w in each)) for word in way}
        texts = [f" {each.terms} " for each in kept]
        having = _having(asked, texts)
        postings = {
            key: _any(_with(way, having, texts) for way in each if way[0] in having) for key, each in ways.items()
        }
        passages = tuple(map(self._passage, range(len(kept)), kept))
        return replace(
            self._nothing,
            passages=passages,
            postings=postings,
            bigrams={pair: _with(way, having, texts) for pair, way in pairs.items()},
            follows=following(passages),
            rows={},
        )

    def _passage(self, number: int, kept: Kept) -> Passage:
        return Passage(number, _blank(kept.spot.article, kept.spot.part), self._unread, (), kept.terms)


@lru_cache(maxsize=4096)
def _blank(article: int, part: Part) -> Sentence:
    """Return a sentence of which nothing is known but what it belongs to."""
    return Sentence(str(article), part, 0, 0, "")


def _having(asked: set[str], texts: Iterable[str]) -> Mapping[str, int]:
    """Return the set of the sentences that have each of the words asked for, as the engine keeps sets of passages."""
    found: defaultdict[str, int] = defaultdict(int)
    for number, text in enumerate(texts):
        for word in asked.intersection(text.split()):
            found[word] |= 1 << number
    return found


def _with(way: Way, having: Mapping[str, int], texts: Sequence[str]) -> int:
    """Return the sentences, given with a space on both sides, that have a word, or the words of a phrase in a row."""
    found = reduce(and_, (having.get(word, 0) for word in way))
    if len(way) == 1 or not found:
        return found
    phrase = f" {' '.join(way)} "
    return sum([1 << number for number in numbers(found) if phrase in texts[number]])


def _any(sets: Iterable[int]) -> int:
    return reduce(or_, sets, 0)

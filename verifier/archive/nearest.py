"""Rank the sentences of an archive for a claim as the engine ranks passages, by the terms that are kept of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial, reduce
from itertools import chain, pairwise
from operator import or_
from typing import NamedTuple, overload

from verifier.archive.store import Kept
from verifier.archive.terms import Way, term, ways_of
from verifier.evidence.grid import keys_of, lay, telling, weight
from verifier.evidence.passages import Index, Passage, build, following, numbers, places_in
from verifier.evidence.ranking import rank
from verifier.facts.analysis import Analysis, analyse
from verifier.model import Sentence
from verifier.words.vocabulary import Vocabulary


class Word(NamedTuple):
    """Hold a word of a claim: how much it tells, and in which ways a sentence may have it, each with how nearly."""

    weight: float
    ways: tuple[tuple[Way, float], ...]


class Near(NamedTuple):
    """Hold a sentence that is near to a claim, and how likely it is evidence; 0 where the engine would not ask that."""

    kept: Kept
    score: float


class _Unread(Sequence[Passage]):
    """Hold passages of which nothing is known but what they belong to and their terms; each is made when asked for."""

    def __init__(self, kept: Sequence[Kept], nothing: Analysis) -> None:
        self._kept, self._nothing = kept, nothing

    def __len__(self) -> int:
        return len(self._kept)

    @overload
    def __getitem__(self, number: int) -> Passage: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Passage]: ...

    def __getitem__(self, number: int | slice) -> Passage | Sequence[Passage]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        spot, terms = self._kept[number]
        return Passage(number, Sentence(str(spot.article), spot.part, 0, 0, ""), self._nothing, (), terms)


class Nearness:
    """Tell what to look for, and how near what was found is to a claim, with the words of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary, self._nothing, self._unread = vocabulary, build((), vocabulary), analyse("", vocabulary)
        self._ways = lru_cache(maxsize=8192)(partial(ways_of, vocabulary=vocabulary))
        self._word = lru_cache(maxsize=4096)(self._sought)  # the next claims have the same words

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
        everything = (1 << len(kept)) - 1
        grid = lay(claim, index, everything)
        (ranked,) = rank(claim, index, grid, everything)
        yield from (Near(kept[number], score) for number, score in ranked)
        rest = grid.scores.keys() - {number for number, _ in ranked}
        for number in sorted(rest, key=lambda n: (-grid.scores[n] - grid.windows[n], n)):
            yield Near(kept[number], 0.0)

    def _sought(self, own: str, keys: tuple[str, ...]) -> Word:
        ways: dict[Way, float] = {}
        for key, grade in keys_of(own, keys):  # the nearest come first
            for way in self._ways(key):
                ways.setdefault(way, grade)
        return Word(weight(own, self._nothing), tuple(ways.items()))

    def _sketch(self, claim: Analysis, kept: Sequence[Kept]) -> Index:
        """Return an index of sentences as far as a claim's words go; what else they say is not read."""
        told = telling(claim, self._nothing)
        ways = {key: self._ways(key) for at in told for key, _ in keys_of(claim.stems[at], claim.keys[at])}
        pairs = {pair: (term(pair[0]), term(pair[1])) for pair in pairwise(claim.stems)}
        asked = {word for way in (*pairs.values(), *chain.from_iterable(ways.values())) for word in way}
        texts = [f" {each.terms} " for each in kept]
        having, parts = _having(asked, texts), [each.spot[:2] for each in kept]
        return replace(
            self._nothing,
            passages=_Unread(kept, self._unread),
            postings={key: reduce(or_, [_with(way, having, texts) for way in each]) for key, each in ways.items()},
            bigrams={pair: _with(way, having, texts) for pair, way in pairs.items()},
            follows=following(parts),
            places=places_in(parts),
            rows={},
        )


def _having(asked: set[str], texts: Iterable[str]) -> Mapping[str, int]:
    """Return the set of the sentences that have each of the words asked for, as the engine keeps sets of passages."""
    found: defaultdict[str, int] = defaultdict(int)
    for number, text in enumerate(texts):
        bit = 1 << number
        for word in asked.intersection(text.split()):
            found[word] |= bit
    return found


def _with(way: Way, having: Mapping[str, int], texts: Sequence[str]) -> int:
    """Return the sentences, given with a space on both sides, that have a word, or the words of a phrase in a row."""
    found = having.get(way[0], 0)
    if len(way) == 1 or not found:
        return found
    for word in way[1:]:
        found &= having.get(word, 0)
    phrase = f" {' '.join(way)} "
    return sum([1 << number for number in numbers(found) if phrase in texts[number]])

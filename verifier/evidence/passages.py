"""Index the sentences that claims of one incident may lean on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, reduce
from itertools import chain, groupby, pairwise
from operator import itemgetter, or_
from typing import Any

from verifier.data.thresholds import TOLD_WITHIN
from verifier.facts.analysis import Analysis, analyse, facts_of
from verifier.facts.date import DateFact, on_day
from verifier.facts.date.reading import told_last
from verifier.facts.registry import TYPES
from verifier.model import Fact, Sentence, SourceReading
from verifier.words.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """Hold a sentence of a source with its number in the index, its reading, and its different stems as one text."""

    number: int
    sentence: Sentence
    analysis: Analysis
    facts: tuple[Fact, ...]
    stemmed: str


@dataclass(frozen=True, eq=False)
class Index:
    """Hold the sentences of an incident's sources, with the postings of their keys.

    Sets of passages are integers: bit n stands for passage n. `postings` maps a key (see `Analysis.keys`) to the
    passages that have it, `bigrams` two neighbouring stems; `follows` has the passages whose predecessor is their
    neighbour in the same part of the same source; `places` tells how many of its source stand before each. `published`
    has the days on which sources appeared, as far as known; `rows` keeps where words stand, for the next such claim.
    """

    passages: Sequence[Passage]
    postings: Mapping[str, int]
    bigrams: Mapping[tuple[str, str], int]
    by_source: Mapping[str, int]
    follows: int
    places: Sequence[int]
    vocabulary: Vocabulary
    published: Mapping[str, DateFact]
    rows: dict[tuple[str, tuple[str, ...], int], Any] = field(default_factory=dict)

    def of_sources(self, sources: Iterable[str]) -> int:
        """Return the passages of these sources."""
        return reduce(or_, (self.by_source.get(source, 0) for source in sources), 0)

    def beside(self, passages: int) -> int:
        """Return the passages with their neighbours on both sides."""
        return passages | self.around(passages)

    def around(self, passages: int) -> int:
        """Return the neighbours of passages on both sides."""
        return ((passages << 1) & self.follows) | ((passages & self.follows) >> 1)

    @cached_property
    def denying(self) -> Mapping[str, int]:
        """Return for each stem that is denied the passages that deny it."""
        found: defaultdict[str, int] = defaultdict(int)
        for passage in self.passages:
            for head in chain.from_iterable(negation.heads for negation in passage.analysis.negations):
                found[passage.analysis.stems[head]] |= 1 << passage.number
        return found

    @cached_property
    def holding(self) -> Mapping[str, int]:
        """Return for each registered type of fact the passages that have a value of it."""
        return {kind.name: sum(1 << p.number for p in self.passages if p.analysis.values[kind.name]) for kind in TYPES}


@lru_cache(maxsize=512)
def numbers(passages: int) -> tuple[int, ...]:
    """Return the numbers in a set of passages, in order."""
    found = []
    while passages:
        lowest = passages & -passages
        found.append(lowest.bit_length() - 1)
        passages ^= lowest
    return tuple(found)


@lru_cache(maxsize=16)
def _read(reading: SourceReading, vocabulary: Vocabulary) -> tuple[tuple[Sentence, Analysis, tuple[Fact, ...]], ...]:
    """Read every sentence of a source once, however many incidents cite it."""
    published, found = reading.source.published, list[tuple[Sentence, Analysis, tuple[Fact, ...]]]()
    for sentence in reading.sentences:
        before = [day for _, earlier, _ in found[-TOLD_WITHIN:] for day in earlier.dates]
        analysis = analyse(sentence.text, vocabulary, published, told=told_last(before, None))
        found.append((sentence, analysis, facts_of(analysis)))
    return tuple(found)


def build(readings: Sequence[SourceReading], vocabulary: Vocabulary) -> Index:
    """Index the sentences of the sources read."""
    read = enumerate(chain.from_iterable(_read(reading, vocabulary) for reading in readings))
    passages = tuple(
        Passage(number, sentence, analysis, facts, " ".join(sorted(set(analysis.stems))))
        for number, (sentence, analysis, facts) in read
    )
    postings: defaultdict[str, int] = defaultdict(int)
    bigrams: defaultdict[tuple[str, str], int] = defaultdict(int)
    by_source: defaultdict[str, int] = defaultdict(int)
    for passage in passages:
        bit = 1 << passage.number
        by_source[passage.sentence.source] |= bit
        for key in {*passage.analysis.positions, *passage.analysis.stems}:
            postings[key] |= bit
        for two in pairwise(passage.analysis.stems):
            bigrams[two] |= bit
    published = {each.source.id: on_day(each.source.published) for each in readings if each.source.published}
    parts = [(p.sentence.source, p.sentence.part) for p in passages]
    return Index(passages, postings, bigrams, by_source, following(parts), places_in(parts), vocabulary, published)


def following(parts: Iterable[object]) -> int:
    """Return, of what each passage is a part of, the passages whose predecessor is of the same."""
    return sum(1 << number for number, (before, here) in enumerate(pairwise(parts), 1) if before == here)


def places_in(parts: Iterable[tuple[object, object]]) -> tuple[int, ...]:
    """Return, of the source that each passage is of and its part, how many of its source stand before each."""
    return tuple(place for _, run in groupby(parts, key=itemgetter(0)) for place, _ in enumerate(run))

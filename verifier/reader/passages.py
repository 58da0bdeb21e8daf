"""Choose the passages that a claim is to be judged by: its evidence, what is likest to it, and what stands beside."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import chain
from typing import NamedTuple

from verifier.model import Assessment, Role, Sentence, SourceReading
from verifier.reader.values import Passage
from verifier.text.tokens import tokenize

HITS = 12
_ELSEWHERE = "about another incident"
_MANY, _COMMON = 1000, 0.2


class Shelf(NamedTuple):
    """Hold the sentences that may serve as evidence, where each stem stands in them, and the first of every text."""

    sentences: tuple[Sentence, ...]
    places: Mapping[str, Sequence[int]]
    first: Mapping[str, int]

    @classmethod
    def of(cls, readings: Iterable[SourceReading]) -> Shelf:
        """Lay the sentences of sources out for searching."""
        sentences = tuple(chain.from_iterable(r.sentences for r in readings))
        places: defaultdict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(sentences):
            for stem in _stems(sentence.text):
                places[stem].append(number)
        first = {s.text: number for number, s in reversed(list(enumerate(sentences)))}
        return cls(sentences, places, first)


def usable(sources: Iterable[SourceReading]) -> tuple[SourceReading, ...]:
    """Return the sources that may serve as evidence: no mere context, and none about another incident."""
    return tuple(
        r for r in sources if r.source.role is Role.CITED and not any(n.startswith(_ELSEWHERE) for n in r.notes)
    )


def chosen(assessment: Assessment, shelf: Shelf, hits: int = HITS) -> tuple[Passage, ...]:
    """Return the passages for a claim: its own evidence and the likest sentences, `hits` in all, with neighbours.

    Sentences that follow each other are one passage; the order is that of the sources. Of sentences that say the same
    in the same words one is enough.
    """
    sentences = shelf.sentences
    own = {(e.source, e.part, e.start) for e in assessment.evidence}
    evidence = [i for i, s in enumerate(sentences) if (s.source, s.part, s.start) in own]
    taken = [*evidence, *(i for i in _likest(assessment.claim.text, shelf, hits) if i not in evidence)][:hits]
    beside = {j for i in taken for j in (i - 1, i, i + 1) if 0 <= j < len(sentences) and _kin(sentences, i, j)}
    return tuple(_joined(sentences, sorted(beside)))


def _likest(claim: str, shelf: Shelf, hits: int) -> list[int]:
    """Return enough sentences that have most of the claim, rare words counting more than common ones."""
    size = len(shelf.sentences)
    scores = [0.0] * size
    for stem in sorted(_stems(claim)):
        places = shelf.places.get(stem, ())
        if size <= _MANY or len(places) < _COMMON * size:
            weight = math.log((1 + size) / (1 + len(places)))
            for number in places:
                scores[number] += weight
    new = (i for i, s in enumerate(shelf.sentences) if shelf.first[s.text] == i)
    return nsmallest(2 * hits, new, key=lambda i: (-scores[i], i))


def _kin(sentences: Sequence[Sentence], i: int, j: int) -> bool:
    return sentences[i].source == sentences[j].source and sentences[i].part is sentences[j].part


def _joined(sentences: Sequence[Sentence], numbers: Sequence[int]) -> Iterator[Passage]:
    run: list[int] = []
    for number in numbers:
        if run and (number != run[-1] + 1 or not _kin(sentences, run[-1], number)):
            yield _passage(sentences, run)
            run = []
        run.append(number)
    if run:
        yield _passage(sentences, run)


def _passage(sentences: Sequence[Sentence], run: Sequence[int]) -> Passage:
    first = sentences[run[0]]
    return Passage(first.source, first.part, tuple(sentences[i].text for i in run))


@lru_cache(maxsize=16384)
def _stems(text: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokenize(text))

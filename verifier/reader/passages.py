"""Choose the passages that a claim is to be judged by: its evidence, what is likest to it, and what stands beside."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from verifier.model import Assessment, Role, Sentence, SourceReading
from verifier.reader.values import Passage
from verifier.text.tokens import tokenize

HITS = 12
_ELSEWHERE = "about another incident"


def usable(sources: Iterable[SourceReading]) -> tuple[SourceReading, ...]:
    """Return the sources that may serve as evidence: no mere context, and none about another incident."""
    return tuple(
        r for r in sources if r.source.role is Role.CITED and not any(n.startswith(_ELSEWHERE) for n in r.notes)
    )


def chosen(assessment: Assessment, sentences: Sequence[Sentence], hits: int = HITS) -> tuple[Passage, ...]:
    """Return the passages for a claim: its own evidence and the likest sentences, `hits` in all, with neighbours.

    Sentences that follow each other are one passage; the order is that of the sources. Of sentences that say the same
    in the same words one is enough.
    """
    own = {(e.source, e.part, e.start) for e in assessment.evidence}
    evidence = [i for i, s in enumerate(sentences) if (s.source, s.part, s.start) in own]
    likeness = _likeness(assessment.claim.text, sentences)
    ranked = sorted(range(len(sentences)), key=lambda i: -likeness[i])
    first = {s.text: i for i, s in reversed(list(enumerate(sentences)))}
    taken = [*evidence, *(i for i in ranked if i not in evidence and first[sentences[i].text] == i)][:hits]
    beside = {j for i in taken for j in (i - 1, i, i + 1) if 0 <= j < len(sentences) and _kin(sentences, i, j)}
    return tuple(_joined(sentences, sorted(beside)))


def _kin(sentences: Sequence[Sentence], i: int, j: int) -> bool:
    return sentences[i].source == sentences[j].source and sentences[i].part is sentences[j].part


def _joined(sentences: Sequence[Sentence], numbers: Sequence[int]) -> Iterable[Passage]:
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


def _likeness(claim: str, sentences: Sequence[Sentence]) -> list[float]:
    """Return how much of the claim each sentence has, rare words counting more than common ones."""
    stems = _stems(claim)
    held = [stems & _stems(s.text) for s in sentences]
    spread = Counter(stem for found in held for stem in found)
    weights = {stem: math.log((1 + len(sentences)) / (1 + spread[stem])) for stem in stems}
    return [sum(weights[stem] for stem in sorted(found)) for found in held]


@lru_cache(maxsize=16384)
def _stems(text: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokenize(text))

"""Index the sentences of all sources, so that those sharing rare words with a claim are found without reading all."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain
from urllib.parse import urlsplit

from verifier.facts.analysis import Analysis, analyse
from verifier.facts.values import facts_of
from verifier.model import Fact, Sentence, Source, SourceReading
from verifier.text.tokens import stem
from verifier.words.vocabulary import Vocabulary

GLOSS_WEIGHT = 0.2
_ABSENT_DISCOUNT = 0.8
_FEWEST = 8
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Hold an indexed sentence: its number in the index, its reading, and the numbers of its neighbours."""

    number: int
    sentence: Sentence
    analysis: Analysis
    facts: tuple[Fact, ...]
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Hold the sentences of all sources with the postings of their keys and the weight of each stem.

    `weights` has the stems that occur and gloss, `unseen` is the weight of any other;
    `rivals` are the pairs of figures, each by passage and offset, that the sources give for the same thing.
    """

    passages: tuple[Passage, ...]
    postings: Mapping[str, tuple[int, ...]]
    weights: Mapping[str, float]
    unseen: float
    by_source: Mapping[str, tuple[int, ...]]
    stems: tuple[str, ...]
    titled: Mapping[str, tuple[int, ...]]
    role_words: tuple[tuple[str, int], ...]
    published: tuple[tuple[int, date], ...]
    rivals: frozenset[tuple[Spot, Spot]]
    denials: Mapping[str, tuple[int, ...]]
    counted: tuple[int, ...]
    dated: tuple[int, ...]
    names: tuple[frozenset[str], ...]
    name_keys: frozenset[str]
    outlets: frozenset[str]
    initials: frozenset[str]
    short_names: frozenset[str]
    gloss: frozenset[str]
    vocabulary: Vocabulary

    def weight(self, stem: str) -> float:
        """Return how much a word's presence tells: rare in the sources much, gloss little."""
        return self.weights.get(stem, self.unseen)


@lru_cache(maxsize=32)
def postings_within(index: Index, allowed: frozenset[int] | None) -> Mapping[str, tuple[int, ...]]:
    """Return the postings of the passages allowed alone."""
    if allowed is None or len(allowed) == len(index.passages):
        return index.postings
    return _postings(index.passages[n] for n in sorted(allowed))


@lru_cache(maxsize=32)
def stems_within(index: Index, allowed: frozenset[int] | None) -> frozenset[str]:
    """Return the stems of all words of the passages allowed, those of dates and figures among them."""
    numbers = range(len(index.passages)) if allowed is None else allowed
    return frozenset(chain.from_iterable(index.passages[n].analysis.stems for n in numbers))


@lru_cache(maxsize=32)
def weights_of(claim: Analysis, index: Index) -> Mapping[int, float]:
    """Return how much the presence of each content token of a claim tells."""
    return {t: index.weight(claim.stems[t]) for t in claim.content}


def _postings(passages: Iterable[Passage]) -> dict[str, tuple[int, ...]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for passage in passages:
        for key in passage.analysis.positions:
            found[key].append(passage.number)
    return {k: tuple(v) for k, v in found.items()}


def build(readings: Sequence[SourceReading], vocabulary: Vocabulary) -> Index:
    """Index the sentences of the sources read, each analysed once."""
    passages = tuple(_passages(readings, vocabulary))
    by_source: defaultdict[str, list[int]] = defaultdict(list)
    frequency: Counter[str] = Counter()
    for passage in passages:
        by_source[passage.sentence.source].append(passage.number)
        frequency.update({token.stem for token in passage.analysis.tokens})
    total = max(len(passages), _FEWEST)
    rarest, gloss = math.log(1 + total), frozenset(map(stem, vocabulary.gloss))
    names = [name for p in passages for name in p.analysis.names]
    parts = tuple({frozenset(k for w in n.parts for k in vocabulary.keys_of_word(w)): None for n in names if n.sure})
    return Index(
        passages=passages,
        postings=_postings(passages),
        weights={s: math.log(1 + total / n) for s, n in frequency.items()}
        | dict.fromkeys(gloss, GLOSS_WEIGHT * rarest),
        unseen=_ABSENT_DISCOUNT * rarest,
        by_source={k: tuple(v) for k, v in by_source.items()},
        stems=tuple(" ".join(p.analysis.stems[t] for t in p.analysis.content) for p in passages),
        titled=_titled(passages),
        role_words=tuple(
            dict.fromkeys(
                (lemma, p.number) for p in passages for lemma in p.analysis.lemmas if lemma in vocabulary.roles
            )
        ),
        published=tuple(
            (by_source[r.source.id][0], r.source.published)
            for r in readings
            if r.source.published and by_source[r.source.id]
        ),
        rivals=frozenset(),
        denials=_denials(passages),
        counted=tuple(p.number for p in passages if p.analysis.quantities),
        dated=tuple(p.number for p in passages if p.analysis.dates),
        names=parts,
        name_keys=frozenset().union(*parts),
        outlets=frozenset(_outlet(r.source) for r in readings),
        initials=frozenset("".join(part[0] for part in name.parts) for name in names if len(name.parts) > 1),
        short_names=frozenset(name.parts[0] for name in names if len(name.parts) == 1),
        gloss=gloss,
        vocabulary=vocabulary,
    )


def _denials(passages: Iterable[Passage]) -> dict[str, tuple[int, ...]]:
    """Return the passages that deny each word, by its stem."""
    found: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for passage in passages:
        for negation in passage.analysis.negations:
            for head in negation.heads:
                found[passage.analysis.stems[head]][passage.number] = None
    return {k: tuple(v) for k, v in found.items()}


def _outlet(source: Source) -> str:
    """Return where a source was published, as one run of lower-case letters: host and outlet."""
    host = urlsplit(source.url).hostname or "" if source.url else ""
    return "".join(c for c in (host + " " + source.outlet).casefold() if c.isalnum())


def _titled(passages: Iterable[Passage]) -> dict[str, tuple[int, ...]]:
    """Return the passages that give each person a title."""
    found: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for passage in passages:
        for title in passage.analysis.titles:
            found[title.person][passage.number] = None
    return {k: tuple(v) for k, v in found.items()}


def _passages(readings: Iterable[SourceReading], vocabulary: Vocabulary) -> Iterable[Passage]:
    number = 0
    for reading in readings:
        size = len(reading.sentences)
        for at, sentence in enumerate(reading.sentences):
            before = number - 1 if at and reading.sentences[at - 1].part == sentence.part else None
            after = number + 1 if at + 1 < size and reading.sentences[at + 1].part == sentence.part else None
            published: date | None = reading.source.published
            analysis = analyse(sentence.text, vocabulary, published)
            yield Passage(number, sentence, analysis, facts_of(analysis), before, after)
            number += 1

"""Cut texts into the terms that an archive is searched by, and tell by which of them a word of a claim may be met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from verifier.text.tokens import stem, stems_in
from verifier.words.vocabulary import Vocabulary

Way = tuple[str, ...]
"""A term, or those of a phrase, by which a sentence has what is looked for."""


def terms(text: str) -> list[str]:
    """Return the stems of a text's words and its numbers, in order."""
    return [term(stemmed) for stemmed in stems_in(text)]


def term(stemmed: str) -> str:
    """Return the term of a stem: without spaces, which stand between terms."""
    return "".join(stemmed.split())


def ways_of(key: str, vocabulary: Vocabulary) -> tuple[Way, ...]:
    """Return the ways in which a sentence may have a key: a stem itself, a concept by each of its words and phrases."""
    return _concepts(vocabulary).get(key) or ((term(key),),)


@lru_cache(maxsize=4)
def _concepts(vocabulary: Vocabulary) -> Mapping[str, tuple[Way, ...]]:
    found: defaultdict[str, dict[Way, None]] = defaultdict(dict)
    for lemmas, concepts in vocabulary.concepts.items():
        if not vocabulary.stop.issuperset(lemmas):
            for concept in concepts:
                found[concept][tuple(term(stem(lemma)) for lemma in lemmas)] = None
    return {concept: tuple(ways) for concept, ways in found.items()}

"""Search the sentences of an archive by the words of a claim, with tantivy (extra `archive`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from verifier.archive.nearest import Word
from verifier.archive.terms import Way
from verifier.errors import InputError, UsageError, from_clone
from verifier.evidence.grid import SAME

TERMS, NUMBER = "terms", "number"
_HEAP = 200_000_000
_MOST_WORDS, _LEAST = 64, 0.4
_OWN, _OTHERS, _FEWEST = 60_000, 100_000, 6
"""So many entries of the index a search may go through, by a claim's own words and by others; so many words anyhow."""
_ASIDE = 0.5
"""What a word in place of a claim's counts of its likeness: a sentence may have several for one."""


class _Sought(NamedTuple):
    """Hold terms that stand for a word of a claim, how much they tell, and how many sentences they may lead to."""

    terms: Way
    own: bool
    tells: float
    often: int


class Writer:
    """Write the index of an archive."""

    def __init__(self, folder: Path) -> None:
        library = tantivy()
        self._index = library.Index(_schema(library), path=str(folder))
        self._register(library)
        self._document = library.Document
        self._writer = self._index.writer(heap_size=_HEAP, num_threads=1)

    def add(self, number: int, terms: str) -> None:
        """Add a sentence by its terms, with spaces between."""
        document = self._document()
        document.add_text(TERMS, terms)
        document.add_unsigned(NUMBER, number)
        self._writer.add_document(document)

    def close(self) -> None:
        """Write everything to the disk."""
        self._writer.commit()
        self._writer.wait_merging_threads()

    def _register(self, library: ModuleType) -> None:
        self._index.register_tokenizer("words", _analyzer(library))


class Searcher:
    """Search the index of an archive.

    Raises: InputError where it is damaged.
    """

    def __init__(self, folder: Path) -> None:
        self._library = tantivy()
        try:
            index = self._library.Index.open(str(folder))
        except ValueError as error:
            raise InputError("is damaged", str(folder), "build it again: verifier archive build FOLDER") from error
        index.register_tokenizer("words", _analyzer(self._library))
        self._schema, self._searcher, self._query = index.schema, index.searcher(), self._library.Query
        self._kept = lru_cache(maxsize=4096)(self._sought)  # the next claims have the same words

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def find(self, words: Iterable[Word], limit: int) -> list[int]:
        """Return the numbers of the sentences that have most of the words of a claim, by their weight, in order.

        A word counts once however often it stands in a sentence; others that may stand for it count less, and more
        where they may stand for several. Words that so many sentences have that it would take long are not looked for;
        others are looked for in place of the words that tell most.
        """
        asked = [*words][:_MOST_WORDS]
        asked.sort(key=attrgetter("weight"), reverse=True)
        chosen = _chosen([self._kept(word) for word in asked])
        if not chosen:
            return []
        query = self._any([self._query.const_score_query(self._all(way), tells) for way, tells in chosen.items()])
        places = [place for _, place in self._searcher.search(query, limit, count=False).hits]
        return sorted(map(int, self._searcher.fast_field_values(NUMBER, places)))

    def _sought(self, word: Word) -> list[_Sought]:
        """Return the terms that stand for a word, those of the archive."""
        likely = ((terms, grade, grade >= SAME) for terms, grade in word.ways if grade >= _LEAST)
        counted = ((terms, grade * word.weight, own, min(map(self._often, terms))) for terms, grade, own in likely)
        return [
            _Sought(terms, own, tells * (1 if own else _ASIDE), often) for terms, tells, own, often in counted if often
        ]

    def _often(self, term: str) -> int:
        return int(self._searcher.doc_freq(TERMS, term))

    def _all(self, way: Way) -> Any:  # noqa: ANN401
        terms = [self._query.term_query(self._schema, TERMS, term, "basic") for term in way]
        return (
            terms[0] if len(terms) == 1 else self._query.boolean_query([(self._library.Occur.Must, t) for t in terms])
        )

    def _any(self, queries: Sequence[Any]) -> Any:  # noqa: ANN401
        if len(queries) == 1:
            return queries[0]
        return self._query.boolean_query([(self._library.Occur.Should, query) for query in queries])


def _chosen(words: Sequence[Sequence[_Sought]]) -> dict[Way, float]:
    """Return the terms to look for, each with how much it tells of all words together that it stands for.

    The words come with that first which tells most.
    """
    ways = [*chain.from_iterable(words)]
    tells: defaultdict[Way, float] = defaultdict(float)
    for way in ways:
        tells[way.terms] += way.tells
    own = _rarest({way.terms: way.often for way in ways if way.own})
    return {terms: tells[terms] for terms in (*own, *_others(words, own))}


def _rarest(often: Mapping[Way, int]) -> dict[Way, None]:
    """Return the terms of a claim's own words that together stand in no more than so many sentences."""
    ordered = sorted(often, key=often.__getitem__)
    fitting = sum(total <= _OWN for total in accumulate(often[terms] for terms in ordered))
    return dict.fromkeys(ordered[: max(_FEWEST, fitting)])


def _others(words: Sequence[Sequence[_Sought]], own: Collection[Way]) -> dict[Way, None]:
    """Return other terms to look for: all those of a word or none, since a rare one is no nearer than a frequent one.

    They stand in no more than so many sentences together; the words that come first go before.
    """
    chosen: dict[Way, None] = {}
    left = _OTHERS
    for ways in words:
        new = (way for way in ways if not way.own and way.terms not in own and way.terms not in chosen)
        more = {way.terms: way.often for way in new}
        if (needed := sum(more.values())) <= left:
            chosen |= dict.fromkeys(more)
            left -= needed
    return chosen


def tantivy() -> ModuleType:
    """Return the library.

    Raises: UsageError where it is not installed.
    """
    try:
        import tantivy as library
    except ImportError as error:
        raise UsageError('an archive needs the extra "archive"', hint=from_clone("archive")) from error
    return library


def _schema(library: ModuleType) -> Any:  # noqa: ANN401  the library has no public type for it
    builder = library.SchemaBuilder()
    builder.add_text_field(TERMS, tokenizer_name="words", index_option="basic")
    builder.add_unsigned_field(NUMBER, fast=True)
    return builder.build()


def _analyzer(library: ModuleType) -> Any:  # noqa: ANN401
    return library.TextAnalyzerBuilder(library.Tokenizer.whitespace()).build()

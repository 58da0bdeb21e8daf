"""Search the sentences of an archive by the words of a claim, with tantivy (extra `archive`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
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

        A word counts once however often it stands in a sentence; another that may stand for it counts less. Words that
        so many sentences have that it would take long are not looked for. Others in place of a word are all looked for
        or none: with some of them alone, a sentence would count for more by a rare one than another by a frequent one.
        """
        asked = [*words][:_MOST_WORDS]
        sought = [self._kept(word) for word in asked]
        own = _bound((each.often for ways in sought for each in ways if each.own), _OWN, _FEWEST)
        replaced = _replaced([(word.weight, _often(ways)) for word, ways in zip(asked, sought, strict=True)], _OTHERS)
        chosen = (
            [each for each in ways if (each.often <= own if each.own else number in replaced)]
            for number, ways in enumerate(sought)
        )
        clauses = [self._clause(ways) for ways in chosen if ways]
        if not clauses:
            return []
        places = [place for _, place in self._searcher.search(self._any(clauses), limit, count=False).hits]
        return sorted(map(int, self._searcher.fast_field_values(NUMBER, places)))

    def _sought(self, word: Word) -> list[_Sought]:
        """Return the terms that stand for a word, those of the archive."""
        likely = ((terms, grade) for terms, grade in word.ways if grade >= _LEAST)
        counted = ((terms, grade, min(map(self._often, terms))) for terms, grade in likely)
        return [_Sought(terms, grade >= SAME, grade * word.weight, often) for terms, grade, often in counted if often]

    def _clause(self, ways: Sequence[_Sought]) -> Any:  # noqa: ANN401
        """Return the query of a word: what tells most of the ways in which a sentence has it counts."""
        by_worth: defaultdict[float, list[Any]] = defaultdict(list)
        for way in ways:
            by_worth[round(way.tells, 1)].append(self._all(way.terms))
        worth = [self._query.const_score_query(self._any(each), tells) for tells, each in by_worth.items()]
        return self._query.disjunction_max_query(worth) if len(worth) > 1 else worth[0]

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


def _bound(often: Iterable[int], most: float, fewest: int) -> int:
    """Return in how many sentences a word may stand, so that the rarest together stand in no more than so many."""
    ordered = sorted(often)
    fitting = max(fewest, sum(total <= most for total in accumulate(ordered)))
    return max(ordered[:fitting], default=0)


def _often(ways: Iterable[_Sought]) -> int:
    """Return how many entries of the index the others in place of a word take."""
    return sum(each.often for each in ways if not each.own)


def _replaced(words: Sequence[tuple[float, int]], most: int) -> set[int]:
    """Return the words, given by weight and entries, for which others are looked for: of what fits the heaviest."""
    chosen = set()
    for number in sorted(range(len(words)), key=lambda n: -words[n][0]):
        entries = words[number][1]
        if entries <= most:
            chosen.add(number)
            most -= entries
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

"""Search the sentences of an archive by the words of a claim, with tantivy (extra `archive`)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from verifier.archive.terms import NEAR, SAME, Word
from verifier.errors import InputError, UsageError, from_clone
from verifier.text.likeness import alike

TERMS, NUMBER = "terms", "number"
_HEAP = 200_000_000
_MOST_WORDS, _MOST_OTHERS = 64, 40
_COMMON, _FEWEST = 0.08, 8
_UNSEEN, _GLOSS = 0.8, 0.2
_WIDER = 200
"""So many sentences are looked at more closely: how like they are to the claim as a whole."""


class _Clause(NamedTuple):
    """Hold the query of a word, how many sentences it leads to, and how much it tells."""

    often: int
    query: Any
    weight: float


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

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def find(self, words: Iterable[Word], told: str, limit: int) -> list[tuple[int, float]]:
        """Return the numbers of the sentences nearest to a claim with their scores (0 to 1), best first.

        They share most weight with the words of the claim: a word counts once however often it stands in a sentence
        and however long that is, rare words more than common ones; another word of the same meaning counts a little
        less. Of the nearest by their words those come first that are also like the claim as a whole, whose terms are
        `told`: so does the engine rank them.
        """
        weighed = [self._clause(word) for word in [*words][:_MOST_WORDS]]
        clauses = [clause for clause in weighed if clause.often]
        if not clauses:
            return []
        total = sum(clause.weight for clause in weighed)
        hits = self._searcher.search(self._any(self._telling(clauses)), max(limit, _WIDER), count=False).hits
        found = [(self._searcher.doc(at), score / total) for score, at in hits]
        likely = alike(told, {n: doc[TERMS][0] for n, (doc, _) in enumerate(found)})
        mixed = ((int(found[n][0][NUMBER][0]), (found[n][1] + likeness / 100) / 2) for _, likeness, n in likely)
        return sorted(mixed, key=lambda hit: (-hit[1], hit[0]))[:limit]

    def _telling(self, clauses: list[_Clause]) -> list[Any]:
        """Return the queries of the words that tell sentences apart: the rarest, and others that are not everywhere."""
        ordered = sorted(clauses, key=lambda clause: clause.often)
        most = _COMMON * len(self)
        return [clause.query for at, clause in enumerate(ordered) if at < _FEWEST or clause.often <= most]

    def _clause(self, word: Word) -> _Clause:
        """Return the query of a word, and in how many sentences it or another for it stands."""
        rarest, own = math.log(1 + len(self)), self._often(word.stem)
        weight = math.log(1 + len(self) / own) if own else _UNSEEN * rarest
        weight = _GLOSS * rarest if word.gloss else weight
        often, ways = 0, []
        for grade, stems in ((1.0, (word.stem,)), (SAME, word.same), (NEAR, word.near)):
            counted = [(stem, self._often(stem)) for stem in stems[:_MOST_OTHERS]]
            if known := [(stem, count) for stem, count in counted if count]:
                often += sum(count for _, count in known)
                any_of = self._any([self._term(stem) for stem, _ in known])
                ways.append(self._query.const_score_query(any_of, grade * weight))
        query = self._query.disjunction_max_query(ways) if len(ways) > 1 else ways[0] if ways else None
        return _Clause(often, query, weight)

    def _often(self, stem: str) -> int:
        return int(self._searcher.doc_freq(TERMS, stem))

    def _term(self, stem: str) -> Any:  # noqa: ANN401
        return self._query.term_query(self._schema, TERMS, stem, "basic")

    def _any(self, queries: list[Any]) -> Any:  # noqa: ANN401
        if len(queries) == 1:
            return queries[0]
        return self._query.boolean_query([(self._library.Occur.Should, query) for query in queries])


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
    builder.add_text_field(TERMS, stored=True, tokenizer_name="words", index_option="basic")
    builder.add_unsigned_field(NUMBER, stored=True)
    return builder.build()


def _analyzer(library: ModuleType) -> Any:  # noqa: ANN401
    return library.TextAnalyzerBuilder(library.Tokenizer.whitespace()).build()

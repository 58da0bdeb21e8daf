"""Check how the sentences of the sources are indexed."""

from __future__ import annotations

from datetime import date

from engine import index, indexed, sources
from hypothesis import given
from hypothesis import strategies as st

from verifier.evidence.passages import Index, numbers
from verifier.model import Part, Source

FERRY = "The ferry hit the pier on Friday. Nobody was injured. Three cranes fell into the harbour, the port said."
OTHER = "The ferry was repaired in Lowmere. Ines Varga, an engineer, led the work."


def chosen(built: Index, passages: int) -> list[str]:
    return [built.passages[n].sentence.text for n in numbers(passages)]


def test_passages_are_numbered_through_and_kept_by_source() -> None:
    built = index(FERRY, OTHER)
    assert [p.number for p in built.passages] == list(range(5))
    assert list(numbers(built.of_sources(["s1"]))) == [0, 1, 2]
    assert list(numbers(built.of_sources(["s2", "none"]))) == [3, 4]
    assert list(numbers(built.of_sources(built.by_source))) == list(range(5))


def test_neighbours_end_with_their_source() -> None:
    built = index(FERRY, OTHER)
    beside = [list(numbers(built.beside(1 << n))) for n in range(5)]
    assert beside == [[0, 1], [0, 1, 2], [1, 2], [3, 4], [3, 4]]


def test_a_title_is_no_neighbour_of_the_body() -> None:
    built = indexed([Source("s", FERRY, "Ferry hits pier in storm")])
    assert [p.sentence.part for p in built.passages[:2]] == [Part.TITLE, Part.BODY]
    assert list(numbers(built.beside(1))) == [0]


def test_sentences_cut_their_source() -> None:
    texts = {s.id: s.text for s in sources(FERRY, OTHER)}
    for passage in index(FERRY, OTHER).passages:
        s = passage.sentence
        assert texts[s.source][s.start : s.end] == s.text == passage.analysis.text


def test_postings_lead_to_every_passage_with_a_word_or_two_in_a_row() -> None:
    built = index(FERRY, OTHER)
    (stem,) = {t.stem for t in built.passages[0].analysis.tokens if t.key == "ferry"}
    assert list(numbers(built.postings[stem])) == [0, 3]
    pair = tuple(t.stem for t in built.passages[0].analysis.tokens[:2])
    assert list(numbers(built.bigrams[pair[0], pair[1]])) == [0, 3]
    assert ("ferri", "hit") in built.bigrams or (stem, "hit") in built.bigrams


def test_passages_are_known_by_their_figures_and_dates() -> None:
    built = index(FERRY, OTHER)
    assert chosen(built, built.holding["date"]) == ["The ferry hit the pier on Friday."]
    assert chosen(built, built.holding["quantity"]) == ["Three cranes fell into the harbour, the port said."]


def test_relative_dates_are_read_from_the_day_of_publication() -> None:
    built = index("The ferry sank yesterday.", published=date(2020, 2, 1))
    assert built.passages[0].analysis.dates[0].first == date(2020, 1, 31)


def test_no_sources_make_an_empty_index() -> None:
    assert index().passages == ()
    assert index().of_sources(["s1"]) == 0


@given(st.sets(st.integers(0, 300)))
def test_a_set_of_passages_yields_its_numbers_in_order(wanted: set[int]) -> None:
    assert list(numbers(sum(1 << n for n in wanted))) == sorted(wanted)

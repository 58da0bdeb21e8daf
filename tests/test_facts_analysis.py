"""Check what one reading of a text finds, and which spans count."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from reading import read

from verifier.facts.analysis import Analysis, analyse
from verifier.model import Span
from verifier.words.tables import vocabulary


def at(analysis: Analysis, word: str) -> int:
    return next(i for i, t in enumerate(analysis.tokens) if t.key == word)


def content(analysis: Analysis) -> set[str]:
    return {analysis.tokens[i].key for i in analysis.content}


def test_figures_dates_and_grammar_are_no_content() -> None:
    found = read("On 3 May 2021 the depot of Northline lost 40 buses to the flood.")
    assert {"depot", "northline", "flood"} <= content(found)
    assert content(found).isdisjoint({"the", "of", "to", "3", "may", "2021", "40"})


def test_typed_facts_are_found_with_their_spans() -> None:
    found = read("On 3 May 2021 Ann Lee said that the 40 buses might be sold but not scrapped.")
    assert [q.lower for q in found.quantities] == [40]
    assert [d.first for d in found.dates] == [date(2021, 5, 3)]
    assert [n.parts for n in found.names] == [("ann", "lee")]
    assert len(found.negations) == len(found.hedges) == 1
    assert all(found.text[q.start : q.end] == q.text for q in found.quantities)
    assert all(found.text[d.start : d.end] == d.text for d in found.dates)


def test_relative_dates_count_from_the_day_of_publication() -> None:
    text = "The pumps failed yesterday."
    (dated,) = analyse(text, vocabulary(), date(2022, 3, 1)).dates
    assert dated.first == date(2022, 2, 28)


def test_only_the_spans_named_count() -> None:
    text = "As reported on 2 June, the bank lost 30 files and Ann Lee left."
    start = text.index("the bank")
    end = text.index(" and Ann")
    found = analyse(text, vocabulary(), None, (Span(start, end),))
    assert [q.lower for q in found.quantities] == [30]
    assert (found.dates, found.names) == ((), ())
    assert content(found) == {"bank", "files"} | (content(found) & {"lost"})
    assert at(found, "bank") in found.inside
    assert at(found, "reported") not in found.inside


def test_a_conjunction_or_strong_punctuation_opens_a_clause_and_a_comma_a_phrase() -> None:
    found = read("The bank, a small one, closed but the shop stayed open; nobody came.")
    numbers = {word: found.clauses[at(found, word)] for word in ("bank", "closed", "shop", "open", "nobody")}
    assert numbers["bank"] == numbers["closed"] < numbers["shop"] == numbers["open"] < numbers["nobody"]
    assert found.phrases[at(found, "bank")] < found.phrases[at(found, "small")] < found.phrases[at(found, "closed")]


def test_words_that_may_replace_each_other_share_a_key() -> None:
    ours, theirs = read("Thieves stole the files."), read("The files were stolen.")
    keys = [set(a.keys[next(i for i, t in enumerate(a.tokens) if t.key.startswith("st"))]) for a in (ours, theirs)]
    assert keys[0] & keys[1]


def test_positions_lead_from_each_key_to_the_content_that_has_it() -> None:
    found = read("The pump failed, and another pump burst.")
    assert found.positions["pump"] == tuple(i for i, t in enumerate(found.tokens) if t.key == "pump")
    assert all(found.content_set >= set(places) for places in found.positions.values())


def test_a_name_is_sure_where_its_capitals_tell() -> None:
    found = read("Corvo opened late, said Mara Quist of Tideline.")
    sure = {found.tokens[i].key for i in found.sure_name_tokens}
    assert {"mara", "quist", "tideline"} <= sure
    assert sure <= {found.tokens[i].key for i in found.name_tokens}


def test_an_empty_text_has_nothing() -> None:
    found = read("")
    assert not any((found.tokens, found.content, found.quantities, found.negations, found.positions))


@given(st.text(alphabet=st.sampled_from("aB 1.,;'$%-—(not)\nUS "), max_size=60))
@settings(derandomize=True, max_examples=60)
def test_parallel_tables_have_one_entry_for_each_token(text: str) -> None:
    found = read(text)
    sizes = {len(x) for x in (found.tokens, found.stems, found.lemmas, found.keys, found.clauses, found.phrases)}
    assert len(sizes) == 1
    assert found.content_set <= found.inside

"""Prove that words count only where they stand, and that they are found however they are set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import DELETED, ECHO, FIRST, OLD, POST, TWEET, reading, span

from verifier.model import Exclusion, Part, Stance
from verifier.reader.provenance import Astray, evidence_of, locate, part_of
from verifier.reader.values import Quote

SOURCES = (reading(POST), reading(ECHO))


@pytest.mark.parametrize(
    "words",
    ["the wrong table", "THE WRONG TABLE", "the  wrong\ntable", "“the wrong table”", "the wrong table,"],
)
def test_typography_case_and_punctuation_do_not_matter(words: str) -> None:
    found = locate(words, DELETED.text)
    assert found is not None
    assert DELETED.text[found.start : found.end] == "the wrong table"


@pytest.mark.parametrize("words", ["a wrong table", "the wrong tables were", "wrong the table", "the table", "", "..."])
def test_other_words_do_not_stand_there(words: str) -> None:
    assert locate(words, DELETED.text) is None


@given(st.text(), st.text())
def test_whatever_is_found_has_the_words(words: str, text: str) -> None:
    found = locate(words, text)
    if found is not None:
        assert locate(words, text[found.start : found.end]) is not None


def test_a_denial_slipped_into_a_quotation_is_not_overlooked() -> None:
    with pytest.raises(Astray, match="does not have the words"):
        evidence_of(
            Quote(POST.id, "an engineer never deleted the wrong table during an update"), SOURCES, Stance.SUPPORTS
        )


def test_evidence_is_the_sentence_with_its_offsets() -> None:
    found = evidence_of(Quote(POST.id, "4,000 tickets were lost"), SOURCES, Stance.CONTRADICTS)
    assert found.text == "Some 4,000 tickets were lost, the company said."
    assert POST.text[found.start : found.end] == found.text
    assert (found.source, found.part, found.stance) == (POST.id, Part.BODY, Stance.CONTRADICTS)


def test_a_quotation_may_run_over_two_sentences() -> None:
    found = evidence_of(Quote(POST.id, "the company said. Passengers had to wait"), SOURCES, Stance.SUPPORTS)
    assert found.text.startswith("Some 4,000")
    assert found.text.endswith("three hours.")


def test_the_nearest_words_are_told_with_their_offsets() -> None:
    with pytest.raises(Astray) as refused:
        evidence_of(Quote(POST.id, "an engineer deleted the right table during an update"), SOURCES, Stance.SUPPORTS)
    start = FIRST.index("an engineer")
    assert f'; it has "an engineer deleted the wrong table during an update" at {start}-' in str(refused.value)


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        (Quote(POST.id, "wrong table"), "is too short to prove anything"),
        (Quote("nowhere", "the wrong table during an update"), 'no source in reach is called "nowhere"'),
        (Quote(ECHO.id, "deleted the wrong table"), "source 7002 does not have the words"),
        (Quote(OLD.id, "Tideline lost a ferry"), "no source in reach"),
    ],
)
def test_what_proves_nothing_is_refused(quote: Quote, told: str) -> None:
    with pytest.raises(Astray, match=told):
        evidence_of(quote, SOURCES, Stance.SUPPORTS)


def test_what_was_left_out_of_a_source_is_no_evidence() -> None:
    advert = span(FIRST, "Sign up for our harbour newsletter.")
    sifted = replace(reading(POST), sentences=reading(POST).sentences[:-1], excluded=(Exclusion(*advert, "advert"),))
    with pytest.raises(Astray, match="does not have the words"):
        evidence_of(Quote(POST.id, "Sign up for our harbour newsletter"), (sifted,), Stance.SUPPORTS)


def test_the_part_named_stands_in_the_claim() -> None:
    found = part_of("in a tweet", TWEET.text)
    assert TWEET.text[found.start : found.end] == "in a tweet"
    with pytest.raises(Astray, match='the claim does not have the words "in a letter"'):
        part_of("in a letter", TWEET.text)


def test_citation_marks_within_a_part_may_be_left_out() -> None:
    text = "The gate opened [12] and drained [12, 13] the basin [14]."
    found = part_of("opened and drained the basin", text)
    assert text[found.start : found.end] == "opened [12] and drained [12, 13] the basin"
    with pytest.raises(Astray):
        part_of("opened the basin", text)

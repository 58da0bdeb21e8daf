"""Test the cutting of text into paragraphs and sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripts import script

from verifier.text.sentences import paragraphs, sentences

WRAPPED = (
    "The ferry lost its steering at noon, two miles off the\n"
    "harbour, because a relay in the bridge console had been\n"
    "fitted upside down. Nobody was hurt. The maker recalled\n"
    "forty consoles.\n"
)


def cut(text: str, start: int = 0, end: int | None = None) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, start, end)]


def blocks(text: str) -> list[str]:
    return [text[span.start : span.end] for span in paragraphs(text)]


def test_hard_passages_reach_the_score_that_the_documentation_gives() -> None:
    module = script("benchmarks/sentences.py")
    table = module.passages()
    assert len(table) >= 150
    assert module.score(table).f1 >= 0.985
    assert module.boundary_score(table).f1 >= 0.99


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It fell. It rose.", ["It fell.", "It rose."]),
        ("He met Dr. Osei. They spoke.", ["He met Dr. Osei.", "They spoke."]),
        ("Lost. [95954] Found.", ["Lost. [95954]", "Found."]),
        ("The weir closed at 5 p.m. [95954]. It held.", ["The weir closed at 5 p.m. [95954].", "It held."]),
        ("It shut at 5 a.m. [7], [8]; it held.", ["It shut at 5 a.m. [7], [8]; it held."]),
        ("The lock is by T. K. [^2]. It held.", ["The lock is by T. K. [^2].", "It held."]),
        ("It shut at 5 p.m. [Article 7]. It held.", ["It shut at 5 p.m. [Article 7].", "It held."]),
        ("It shut at 5 p.m. (Post). It held.", ["It shut at 5 p.m. (Post).", "It held."]),
        ("It shut at 5 p.m. [7] It held.", ["It shut at 5 p.m. [7]", "It held."]),
        ("It held. (Nobody knew.) It fell.", ["It held.", "(Nobody knew.)", "It fell."]),
        ("1. First. 2. Second.", ["1. First.", "2. Second."]),
        ("It was caused by: 1. Haste. 2. Rust.", ["It was caused by:", "1. Haste.", "2. Rust."]),
        ("a leak.The firm paid.", ["a leak.", "The firm paid."]),
        ("see Gardenworld.Com today", ["see Gardenworld.Com today"]),
        ("Up 1.5 points. Down 2.", ["Up 1.5 points.", "Down 2."]),
        ("“Stop!” she cried.", ["“Stop!” she cried."]),
        ("the pump fell. nobody was hurt! it held.", ["the pump fell.", "nobody was hurt!", "it held."]),
        ("the gate shut at 5 p.m. monday. dr. osei held it.", ["the gate shut at 5 p.m. monday.", "dr. osei held it."]),
        ('it fell [7]. it cost 40. "why?" she asked.', ["it fell [7].", "it cost 40.", '"why?" she asked.']),
        ("iPhones fell. they rose.", ["iPhones fell.", "they rose."]),
        ("The pump fell. nobody was hurt. It held.", ["The pump fell. nobody was hurt.", "It held."]),
        (
            "the pump fell, e.g. at approx. noon, etc. and held.",
            ["the pump fell, e.g. at approx. noon, etc. and held."],
        ),
        ("one line\nanother line", ["one line", "another line"]),
        ("", []),
        (" \n\t\u00a0 ", []),
        ("...", ["..."]),
    ],
)
def test_passage_is_cut(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_offsets_count_in_the_whole_text() -> None:
    text = "Skip this. Read this. And this. Not this."
    assert cut(text, 11, 31) == ["Read this.", "And this."]
    assert sentences(text, 11, 31)[0].start == 11


def test_opening_quotes_of_the_next_sentence_are_left_to_it_when_quotes_do_not_balance() -> None:
    text = 'She wrote: "We knew. "It was late." Then she left.'
    assert cut(text)[-1] == "Then she left."
    assert cut(text)[1] == '"It was late."'


def test_hard_wrapped_prose_is_one_paragraph() -> None:
    assert blocks(WRAPPED) == [WRAPPED.strip()]
    assert cut(WRAPPED)[1] == "Nobody was hurt."


@pytest.mark.parametrize(
    "text",
    [
        "Newest\nOldest\nMost voted",
        "Best pumps of the year 2021 by our test laboratory\nPumps",
        "The ward was closed on Monday after a fault in a pump.\nThe ward was opened on Friday after it was mended.",
        "- a relay that had been fitted upside down, and\n- a console that nobody had looked at before",
    ],
)
def test_lines_that_are_no_wrapped_prose_stay_apart(text: str) -> None:
    assert blocks(text) == text.split("\n")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028", "\n\n", "\r\n\r\n"])
def test_every_kind_of_line_end_parts_paragraphs(ending: str) -> None:
    assert blocks(f"One here.{ending}Two there.") == ["One here.", "Two there."]


@given(st.text(alphabet=st.sampled_from("aB .!?\"'“”()[]1,;\n\t…•é\u00a0"), max_size=120))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in found)


@pytest.mark.parametrize("unit", ["a.", ". ", "!", "a.)", "[1, ", '" ', "Mr. ", "Abc.Def", "U.S.", "x.[1", "<1", "• "])
def test_long_runs_are_cut_without_loss(unit: str) -> None:
    text = unit * 5_000
    found = sentences(text)
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It was set to 90 A. Pumps tripped.", 2),
        ("The cable took 230 V. Nobody looked.", 2),
        ("On May 3 A. Reed left.", 1),
        ("In 1999 F. Jones won.", 1),
    ],
)
def test_a_unit_in_capitals_ends_a_sentence_and_an_initial_does_not(text: str, parts: int) -> None:
    assert len(cut(text)) == parts

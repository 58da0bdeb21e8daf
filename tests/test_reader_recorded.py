"""Prove that recorded answers merge, stay in order, and are found again by question, reader and model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from reader_kit import question, quote, said

from verifier.errors import ConfigError
from verifier.model import Verdict
from verifier.reader import recorded
from verifier.reader.recorded import Bad, Book
from verifier.reader.values import Answer

YES = Answer(Verdict.SUPPORTED, quotes=quote("deleted the wrong table"))
NO = Answer(Verdict.UNSUPPORTED, "the wrong table", "other")
ASKED = question()
MINE = said(YES, ASKED.key)


def test_the_text_is_sorted_and_each_line_once() -> None:
    later, earlier = said(YES, "f" * 32), said(NO, "1" * 32)
    text = Book([later, earlier, later]).text()
    assert text == Book([earlier, later]).text()
    assert [line[9] for line in text.splitlines()] == ["1", "f"]


def test_a_file_comes_back_as_it_was_and_a_missing_one_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    assert recorded.read(path).text() == ""
    path.write_text(Book([MINE, said(NO, "1" * 32)]).text(), encoding="utf-8")
    assert recorded.read(path).text() == path.read_text(encoding="utf-8")
    path.write_text("", encoding="utf-8")
    assert recorded.read(path).text() == ""


def test_marks_and_repeats_that_merges_leave_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    line = Book([MINE]).text()
    path.write_text(f"<<<<<<< ours\n{line}=======\n{line}>>>>>>> theirs\n\n", encoding="utf-8")
    assert recorded.read(path).text() == line


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    path.write_text(Book([MINE]).text() + '{"key": "no"}\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"answers.jsonl, line 2: .*see them all with: verifier reader answers"):
        recorded.read(path)
    assert [type(entry) for _, entry in recorded.lines_of(path)] == [type(MINE), Bad]


def test_an_answer_is_found_by_question_reader_and_model() -> None:
    book = Book([MINE, replace(MINE, model="other", answer=NO)])
    assert book.find(ASKED, "someone", "m") == MINE
    assert book.find(ASKED, "someone", "unknown") is None
    assert book.find(ASKED, "nobody", "m") is None
    assert book.find(replace(ASKED, key="9" * 32)) is None


def test_of_two_answers_that_differ_neither_counts() -> None:
    other = replace(MINE, reader="else")
    assert Book([MINE, other]).find(ASKED) in {MINE, other}
    assert Book([MINE, replace(other, answer=NO)]).find(ASKED) is None
    assert Book([MINE, replace(MINE, answer=NO)]).find(ASKED, "someone", "m") is None


def test_a_new_answer_takes_the_place_of_the_same_readers_old_one() -> None:
    book = Book([MINE, replace(MINE, model="other")]).add([replace(MINE, answer=NO)])
    assert book.find(ASKED, "someone", "m") == replace(MINE, answer=NO)
    assert len(list(book)) == 2

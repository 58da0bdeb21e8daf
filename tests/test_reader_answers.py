"""Prove that whatever a reader answers is read or refused, never half believed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader_kit import said

from verifier.errors import InputError
from verifier.model import Verdict
from verifier.reader import answers
from verifier.reader.values import Answer, Quote

QUOTES = [{"source": "7001", "text": "deleted the wrong table"}]
WRONG = {"verdict": "contradicted", "part": "three hours", "kind": "number", "quotes": QUOTES}


def test_an_answer_is_read() -> None:
    found = answers.answer(json.dumps(WRONG | {"why": "five"}))
    assert found == Answer(
        Verdict.CONTRADICTED, "three hours", "number", (Quote("7001", "deleted the wrong table"),), "five"
    )


@pytest.mark.parametrize("fence", ["```json\n{}\n```", "  ```\n{}```\n", "\n{}\n"])
def test_fences_and_blanks_around_it_do_not_matter(fence: str) -> None:
    assert answers.answer(fence.replace("{}", json.dumps(WRONG))).part == "three hours"


def test_keys_that_nobody_asked_for_are_passed_over() -> None:
    assert answers.answer(json.dumps(WRONG | {"confidence": 0.99})).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "answer: is no JSON object"),
        ("The claim is supported.", "answer: is no JSON object"),
        ("[]", "answer: is no JSON object"),
        ("[" * 50_000, "answer: is nested too deeply"),
        ('{"verdict": NaN}', "answer: holds NaN, which is no JSON number"),
        ("{}", "'verdict' is a required property"),
        ('{"verdict": "true"}', "verdict: 'true' is not one of"),
        ('{"verdict": "supported"}', "'quotes' is a required property"),
        (json.dumps({"verdict": "supported", "quotes": []}), "quotes"),
        (json.dumps({"verdict": "supported", "part": "x", "kind": "date", "quotes": QUOTES}), "was expected"),
        (json.dumps({"verdict": "contradicted", "part": "x", "kind": "date"}), "'quotes' is a required property"),
        (json.dumps({"verdict": "partial", "quotes": QUOTES}), "is a required property"),
        (json.dumps({"verdict": "unsupported", "part": "", "kind": "date"}), "part"),
        (json.dumps({"verdict": "unsupported", "part": "x", "kind": "mood"}), "kind: 'mood' is not one of"),
        (json.dumps(WRONG | {"quotes": QUOTES * 13}), "quotes"),
        (json.dumps(WRONG | {"part": "x" * 3000}), "part"),
        (json.dumps(WRONG | {"why": "x" * 70_000}), "answer: is longer than 64 KiB"),
        (json.dumps(WRONG | {"quotes": [{"source": 7, "text": "y"}]}), "quotes.0.source"),
    ],
)
def test_malformed_huge_and_contradictory_answers_are_refused(text: str, told: str) -> None:
    with pytest.raises(InputError) as refused:
        answers.answer(text)
    assert told in str(refused.value)
    assert len(str(refused.value)) < 300


@given(
    st.recursive(
        st.none() | st.booleans() | st.text() | st.floats(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)
    )
)
def test_nothing_but_an_answer_is_an_answer(value: Any) -> None:
    with pytest.raises(InputError):
        answers.answer(json.dumps(value))


def test_a_line_comes_back_as_it_was() -> None:
    entry = said(Answer(Verdict.PARTIAL, "three\u202ehours", "number", (Quote("7001", "a b c"),), "why"))
    line = answers.line(entry)
    assert answers.recorded(line) == entry
    assert "\u202e" not in line


def test_a_line_by_hand_needs_key_and_answer_alone() -> None:
    found = answers.recorded(json.dumps({"key": "a" * 32, "answer": WRONG}), "file", "m")
    assert (found.reader, found.model, found.prompt) == ("file", "m", 3)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"key": "a" * 32}, "'answer' is a required property"),
        ({"key": "A" * 32, "answer": WRONG}, "key"),
        ({"key": "a" * 32, "answer": WRONG, "note": "x"}, "note"),
        ({"key": "a" * 32, "answer": WRONG | {"pard": "x"}}, "pard"),
        ({"key": "a" * 32, "answer": WRONG, "prompt": 0}, "prompt"),
    ],
)
def test_a_line_with_anything_wrong_is_refused(value: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError, match=told):
        answers.recorded(json.dumps(value))

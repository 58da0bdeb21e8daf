"""Open the Word document again and read its text and its comments."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from samples import DELETED, FERRY, HOSTILE, MANY, RATS, REPORT, TWEET, span_in

from verifier.formats.docx import render
from verifier.model import Problem, Report, Severity

docx = pytest.importorskip("docx", reason="python-docx is not installed: pip install -e '.[test]'")
if TYPE_CHECKING:
    from docx.document import Document


def opened(report: Report) -> Document:
    found: Document = docx.Document(io.BytesIO(render(report)))
    return found


def comments(report: Report) -> list[str]:
    return [comment.text for comment in opened(report).comments]


def commented(report: Report) -> dict[str, str]:
    """Return the words that each comment is at, by the comment's first line."""
    with zipfile.ZipFile(io.BytesIO(render(report))) as archive:
        body = archive.read("word/document.xml").decode()
    found = {}
    for comment in opened(report).comments:
        inner = body.partition(f'<w:commentRangeStart w:id="{comment.comment_id}"/>')[2]
        inner = inner.partition(f'<w:commentRangeEnd w:id="{comment.comment_id}"/>')[0]
        found[comment.text.split("\n")[0]] = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", inner))
    return found


def test_the_postmortem_is_there_word_for_word() -> None:
    text = "\n".join(paragraph.text for paragraph in opened(REPORT).paragraphs)
    for field in FERRY.postmortem.fields:
        assert " ".join(field.value.split()) in " ".join(text.split())


def test_comments_stand_at_the_marked_words_with_both_sides_and_what_to_write() -> None:
    at = commented(REPORT)
    assert at['number: "40,000 tickets" / "4,000 tickets" (error, in the title, surely right)'] == "40,000 Tickets"
    assert at['said again: number: "40,000 tickets" / "4,000 tickets"'] == "40,000 tickets"
    assert at['no source says "Rats"'] == RATS.text
    first = next(text for text in comments(REPORT) if "surely right)" in text)
    assert "Some 4,000 tickets were lost, the company said." in first
    assert "write: 4,000 tickets" in first


def test_missing_words_are_what_is_commented() -> None:
    some = tuple(
        replace(a, spans=(span_in(TWEET, "tweet"),)) if a.claim.id == TWEET.id else a for a in FERRY.assessments
    )
    at = commented(replace(REPORT, reports=(replace(FERRY, assessments=some),)))
    assert at['"tweet" is not stated'] == "tweet"


def test_of_two_claims_that_clash_each_names_the_other() -> None:
    twins = Problem("p-twins", "self-contradiction", "they clash", Severity.WARNING, (), (RATS.id, DELETED.id))
    one = replace(FERRY, problems=(twins,), findings=())
    told = [text for text in comments(replace(REPORT, reports=(one,))) if text.startswith("they clash (warning)")]
    assert [text.count(RATS.text) for text in told] == [0, 1]
    assert [text.count(DELETED.text) for text in told] == [1, 0]


def test_all_postmortems_of_a_run_are_in_it_and_what_is_hostile_does_no_harm() -> None:
    headings = [p.text for p in opened(MANY).paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert headings == ["Calm Water", "Ferry Booking System Loses 40,000 Tickets", "empty"]
    assert "\x1b" not in "".join(p.text for p in opened(HOSTILE).paragraphs)


def test_same_report_same_bytes_and_no_clock() -> None:
    assert render(REPORT) == render(REPORT)
    with zipfile.ZipFile(io.BytesIO(render(REPORT))) as archive:
        assert b"w:date" not in archive.read("word/comments.xml")

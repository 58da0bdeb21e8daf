"""Test the reading of a source into sentences."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.model import Part, Source
from verifier.text.headlines import headline_end
from verifier.text.reading import read_source

BODY = (
    "Published on 2021-03-08 00:00:00. Ferry drifts after relay fails\n"
    "The ferry drifted for an hour. Nobody was hurt.\n"
    "Advertisement\n"
    "A tug brought it in."
)


def source(**fields: Any) -> Source:
    return Source(**{"id": "001", "text": BODY, "title": "Ferry drifts after relay fails - Harbour Herald"} | fields)


def test_title_and_body_are_read_with_their_paragraphs() -> None:
    reading = read_source(source(url="https://www.harbourherald.example/ferry"))
    assert [(s.part, s.paragraph, s.text) for s in reading.sentences] == [
        (Part.TITLE, 0, "Ferry drifts after relay fails"),
        (Part.BODY, 0, "The ferry drifted for an hour."),
        (Part.BODY, 0, "Nobody was hurt."),
        (Part.BODY, 1, "A tug brought it in."),
    ]


def test_excluded_spans_name_their_reasons_in_order() -> None:
    reading = read_source(source(url="https://www.harbourherald.example/ferry"))
    assert [(BODY[one.start : one.end], one.reason) for one in reading.excluded] == [
        ("Published on 2021-03-08 00:00:00.", "date line"),
        ("Ferry drifts after relay fails", "repeated headline"),
        ("Advertisement", "advert"),
    ]


def test_neighbours_with_one_reason_are_one_exclusion() -> None:
    reading = read_source(
        source(text="One thing happened here.\nAdvertisement\n\nDownload now\nAnother thing happened.")
    )
    assert [one.reason for one in reading.excluded] == ["advert"]


def test_source_without_text_or_title_has_no_sentences() -> None:
    reading = read_source(Source("empty", ""))
    assert reading.sentences == ()
    assert reading.excluded == ()


def test_notes_and_source_are_passed_on() -> None:
    own = source(notes=("is truncated",))
    assert read_source(own).notes == ("is truncated",)
    assert read_source(own).source is own


@pytest.mark.parametrize(
    ("title", "url", "outlet", "expected"),
    [
        ("Ferry drifts - Harbour Herald", "https://harbourherald.example/1", "", "Ferry drifts"),
        ("Ferry drifts - HH.com", "https://news.hh.com/1", "", "Ferry drifts"),
        ("Ferry drifts - The Herald UK", "https://www.theherald.example/1", "", "Ferry drifts"),
        ("Ferry drifts – Herald", "", "Herald", "Ferry drifts"),
        ("Ferry drifts | Herald", "", "", "Ferry drifts"),
        ("Ferry drifts - Experts react", "", "", "Ferry drifts - Experts react"),
        ("Ferry drifts - Experts react", "https://herald.example", "Herald", "Ferry drifts - Experts react"),
        ("Ferry drifts - again", "http://[", "", "Ferry drifts - again"),
        ("Anti-drift relay fails", "https://relay.example", "", "Anti-drift relay fails"),
        ("", "", "", ""),
    ],
)
def test_headline_ends_before_the_outlet(title: str, url: str, outlet: str, expected: str) -> None:
    assert title[: headline_end(title, url, outlet)] == expected


@given(st.text(alphabet=st.sampled_from('aBy .!?"”|#-\n\t…0128:éshare'), max_size=200), st.text(max_size=40))
def test_nothing_is_lost_and_offsets_hold(text: str, title: str) -> None:
    reading = read_source(Source("x", text, title=title))
    body = [s for s in reading.sentences if s.part is Part.BODY]
    assert all(text[s.start : s.end] == s.text for s in body)
    assert all(title[s.start : s.end] == s.text for s in reading.sentences if s.part is Part.TITLE)
    spans = sorted([*((s.start, s.end) for s in body), *((s.start, s.end) for s in reading.excluded)])
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())

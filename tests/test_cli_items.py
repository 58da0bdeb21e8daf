"""Prove that lines of single claims are read, and that hostile ones do no harm."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.cli.items import MAX_CLAIM, identity, item, lines, parse
from verifier.errors import InputError

GOOD: dict[str, Any] = {"id": "1", "claim": "It rained.", "sources": [{"id": "a", "text": "It rained."}]}


def test_both_forms_are_read() -> None:
    source = {"id": "a", "text": "t", "title": "T", "published": "2021-03-08 00:00:00", "url": "http://u", "x": 1}
    found = item(GOOD | {"sources": [source], "set": "ignored"})
    assert (found.id, found.claim, found.articles) == ("1", "It rained.", ())
    assert (found.sources[0].title, found.sources[0].url) == ("T", "http://u")
    assert found.sources[0].published == date(2021, 3, 8)
    assert item({"id": 2, "claim": "c", "articles": ["7", 8]}).articles == ("7", "8")


def test_an_article_that_gives_its_own_day_appeared_then() -> None:
    text = "# Ferry sinks\nMay 20, 2019\nA ferry sank on Monday."
    (source,) = item(GOOD | {"sources": [{"id": "a", "text": text}]}).sources
    assert source.published == date(2019, 5, 20)


def test_an_address_that_is_none_is_left_out_and_told() -> None:
    (source,) = item(GOOD | {"sources": [{"id": "a", "text": "It rained.", "url": "http://[bad"}]}).sources
    assert source.url == ""
    assert any("malformed" in note for note in source.notes)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"claim": ""}, "claim"),
        ({"claim": " \n"}, "claim"),
        ({"claim": 1}, "claim"),
        ({"claim": "x" * (MAX_CLAIM + 1)}, "claim"),
        ({"sources": []}, "sources"),
        ({"sources": {}}, "sources"),
        ({"sources": [1]}, "sources[0]"),
        ({"sources": [{"id": 1, "text": "t"}]}, "sources[0].id"),
        ({"sources": [{"id": "a", "text": None}]}, "sources[0].text"),
        ({"sources": [{"id": "a", "text": "t"}] * 2}, "sources[1]"),
        ({"sources": [{"id": "a", "text": "t", "title": []}]}, "sources[0].title"),
        ({"sources": [{"id": "a", "text": "t", "url": 5}]}, "sources[0].url"),
        ({"sources": [{"id": "a", "text": "t", "published": "soon"}]}, "sources[0].published"),
        ({"sources": [{"id": "a", "text": "t", "published": 2021}]}, "sources[0].published"),
        ({"articles": ["7"]}, "line"),
        ({"id": None}, "id"),
        ({"id": True}, "id"),
        ({"id": 1.5}, "id"),
        ({"id": ["1"]}, "id"),
    ],
)
def test_wrong_keys_are_named(change: dict[str, Any], where: str) -> None:
    with pytest.raises(InputError) as caught:
        item(GOOD | change)
    assert caught.value.where == where
    assert caught.value.hint


@pytest.mark.parametrize("articles", [[], "7", [None], [True], [["7"]], {"7": 1}])
def test_wrong_articles_are_refused(articles: object) -> None:
    with pytest.raises(InputError, match="articles"):
        item({"id": "1", "claim": "c", "articles": articles})


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b"{", "is not JSON"),
        (b'{"id": NaN}', "holds NaN, which is no JSON number"),
        (b'{"id": -Infinity}', "holds -Infinity, which is no JSON number"),
        (b"[" * 200_000, "is nested too deeply"),
        (b'{"id":' * 200_000, "is nested too deeply"),
        (b"1" * 10_000, "holds a number too long to read"),
        (b"[1]", "is no JSON object"),
        (b"null", "is no JSON object"),
        (b'{"id": "\xff"}', "is not UTF-8"),
        (b"\x00\x01", "is not JSON"),
        (None, "is longer than"),
    ],
)
def test_wrong_lines_are_refused(line: bytes | None, what: str) -> None:
    with pytest.raises(InputError, match=what):
        parse(line)


@given(st.binary())
def test_any_bytes_are_read_or_refused(line: bytes) -> None:
    try:
        identity(parse(line))
    except InputError as error:
        assert error.what


KEYS = st.sampled_from(["id", "claim", "sources", "articles", "text"])
LEAVES = st.none() | st.booleans() | st.integers() | st.text()


@given(st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)))
def test_any_value_is_read_or_refused(value: object) -> None:
    try:
        item(parse(json.dumps(value).encode()))
    except InputError as error:
        assert error.where


def test_lines_are_cut_at_newlines_and_long_ones_dropped() -> None:
    text = b'\xef\xbb\xbf{"id": 1}\r\n\n  \n' + b"x" * 50 + b"\n" + b"y" * 20 + b"\nz"
    assert list(lines(io.BytesIO(text), limit=20)) == [b'\xef\xbb\xbf{"id": 1}\r\n', None, b"y" * 20 + b"\n", b"z"]
    assert list(lines(io.BytesIO(b"\xef\xbb\xbf\n"), limit=20)) == []


def test_byte_order_mark_is_not_counted() -> None:
    assert parse(b'\xef\xbb\xbf{"id": 1}') == {"id": 1}

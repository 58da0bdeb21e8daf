"""Prove that sources, dates and numbers are named as an editor names them."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from verifier.formats.words import (
    clip,
    count,
    day,
    label,
    left_out,
    listing,
    section,
    sections,
    short_id,
    spelled,
    sureness,
)
from verifier.model import Source


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (Source("7", "", outlet="The Post", published=date(2021, 5, 4)), "The Post, 4 May 2021 (7)"),
        (Source("7", "", url="https://www.echo.example/x", title="T"), "echo.example (7)"),
        (Source("7", "", url="http://[bad", title="A title"), "A title (7)"),
        (Source("004_a083dea70ce9cbff", ""), "source 004"),
        (Source("7", "", outlet="\x1b[2J"), "\\x1b[2J (7)"),
    ],
)
def test_sources_are_named(source: Source, name: str) -> None:
    assert label(source) == name


def test_checksums_are_cut_from_ids_only() -> None:
    assert short_id("004_a083dea70ce9cbff") == "004"
    assert short_id("a083dea70ce9cbff") == "a083dea70ce9cbff"
    assert short_id("article-202102270000") == "article-202102270000"
    assert short_id("client-list") == "client-list"
    assert len(short_id("f" * 100_000 + "1g")) == 100_002


def test_words() -> None:
    assert (count(1, "problem"), count(2, "problem"), count(2, "of many", "of many")) == (
        "1 problem",
        "2 problems",
        "2 of many",
    )
    assert (spelled(1), spelled(12)) == ("one", "12")
    assert [sureness(c) for c in (1.0, 0.9, 0.89, 0.7, 0.69)] == ["sure", "sure", "likely", "likely", "possible"]
    assert (day(date(2020, 2, 7)), day(None)) == ("7 Feb 2020", "")
    assert (listing([]), listing(["a"]), listing(["a", "b", "c"])) == ("", "a", "a, b and c")


def test_long_titles_are_clipped_after_a_word() -> None:
    assert clip("one two three", 9) == "one two …"
    assert clip("x" * 20, 5) == "xxxxx …"


def test_columns_are_named_as_their_pages_name_them() -> None:
    assert (section("SEcauses"), section("Phase Rationale"), section("\x07")) == (
        "Software Causes",
        "Phase Rationale",
        "\\x07",
    )
    assert sections("NSEcauses and ResponsibleOrgs differ: SEcauses") == (
        "Non-software Causes and ResponsibleOrgs differ: Software Causes"
    )


def test_what_was_left_out_is_counted_but_for_date_lines_alone() -> None:
    assert left_out(Counter({"date line": 3})) == ""
    assert left_out(Counter({"date line": 1, "advert": 2, "a\x07b": 1})) == "2 adverts, 1 date line, 1 a\\x07b"

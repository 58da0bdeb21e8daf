"""Check that the signs of a pattern are words without which it cannot stand in a text."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from verifier.claims import phrases
from verifier.claims.phrases import MARK, fullmatch, match, search, spans
from verifier.model import Span
from verifier.text.signs import Signs, signs

HOME = Path(__file__).parents[1]
LISTS = tomllib.loads((HOME / "rules/lexicon/wrappers.toml").read_text("utf-8"))
NAMES = [(table, name) for table in ("wrapping", "absence", "advice", "judgement", "meta") for name in LISTS[table]]
SENTENCES = [
    "the incident was caused by a lack of professional competence in the design phase, according to the articles.",
    "the articles do not mention a software failure incident at another organization, but rather two at one bank.",
    "the reason is unknown", "none", "n/a", "published on 3 may 2019", "owner: jane doe", "in the article, the bank",
    f"as reported in {MARK}, the failure highlights the importance of testing, leading to further delays for everyone.",
    "additionally, the incident could have been avoided, which led to non-malicious, accidental decisions of the team.",
    "it is also stated that the provided articles", "contributing factors that originated from within the system",
]  # fmt: skip


def holds(found: Signs, text: str) -> bool:
    return all(any(word in text for word in texts) for texts in found)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("by (?:the )?team", [{"team"}, {"by"}]),
        ("articles?", [{"article"}]),
        ("(?:mentions?|states?) that", [{"mention", "state"}, {"that"}]),
        ("(?:says|[a-z]+) so", [{"so"}]),
        ("(?:not|never){0,2} said", [{"said"}]),
        ("(?:no|never){1,2} said", [{"said"}, {"no", "never"}]),
        (r"so \(?a\)? [^a-z]\d+", [{"so"}, {"a"}]),
        ("(?!never)(?<=x)once(?= more)", [{"once"}]),
        ("either|or", [{"either", "or"}]),
        ("(?:either|)", []),
        ("[?*]+.", []),
    ],
)
def test_they_are_what_no_match_lacks(source: str, found: list[set[str]]) -> None:
    assert signs(source) == tuple(map(frozenset, found))


def test_those_of_a_macro_count() -> None:
    assert signs("in {article} {other}", {"article": (frozenset({"news"}),), "other": ()}.__getitem__) == (
        frozenset({"news"}),
        frozenset({"in"}),
    )


@pytest.mark.parametrize(("table", "name"), NAMES)
def test_no_phrase_that_stands_in_a_text_is_passed_over(table: str, name: str) -> None:
    entry = LISTS[table][name]
    parts = [entry] if isinstance(entry, str) else entry
    union = re.compile("{0}(?:{1}){0}".format(phrases._EDGE, "|".join(map(phrases._expand, parts))))
    for low in SENTENCES:
        for start in (0, 4):
            assert spans(table, name, low, start) == [Span(*found.span()) for found in union.finditer(low, start)]
            assert _span(search(table, name, low, start)) == _span(union.search(low, start))
            assert _span(match(table, name, low, start)) == _span(union.match(low, start))
        assert _span(fullmatch(table, name, low)) == _span(union.fullmatch(low))


def test_the_sentences_hold_phrases_of_most_lists() -> None:
    assert sum(any(search(table, name, low) for low in SENTENCES) for table, name in NAMES) > 15


def _span(found: re.Match[str] | None) -> tuple[int, int] | None:
    return found.span() if found else None

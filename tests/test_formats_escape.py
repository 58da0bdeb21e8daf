"""Prove that words from files stay words in Markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from verifier.formats.escape import emphasise, escape
from verifier.formats.visible import Shown, visible
from verifier.model import Span

PARSER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")


def shown(markdown: str) -> tuple[str, set[str]]:
    """Return the words a reader sees, and the kinds of markup found beside paragraphs, bold and code."""
    (inline,) = (token for token in PARSER.parse(markdown) if token.type == "inline")
    children = inline.children or []
    kinds = {child.type for child in children} | {token.type for token in PARSER.parse(markdown)}
    known = {"text", "code_inline", "strong_open", "strong_close", "inline", "paragraph_open", "paragraph_close"}
    return "".join(child.content for child in children), kinds - known


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> <!-- x --> &lt; &#x41;",
        "[a](javascript:x) ![b](c) [d]: e <https://f.example> https://g.example www.h.example",
        "**a** __b__ ~~c~~ `d` ``e`` \\`f\\` \\",
        "# a",
        "- a",
        "+ a",
        "1. a",
        "12) a",
        "> a",
        "===",
        "---",
        "* * *",
        "| a | b |",
        "@a @@b `@` c@d.example #12 C# $x$ :smile: ``` ~~~",
    ],
)
def test_text_is_shown_as_it_is(text: str) -> None:
    assert shown(escape(text)) == (text, set())


@given(st.text(alphabet="ab1 \\`*_{}[]()<>#+-.!|~&:@=$\"'/", min_size=1))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    plain = visible(text)
    if plain:
        assert shown(escape(plain)) == (plain, set())


@given(st.text(alphabet="ab *_`[]\\@<", min_size=1), st.integers(0, 9), st.integers(0, 9))
def test_marks_are_bold_and_change_no_word(text: str, start: int, end: int) -> None:
    plain = visible(text)
    if plain and start < end <= len(plain):
        assert shown(emphasise(Shown(plain, (Span(start, end),)))) == (plain, set())


def test_marks_are_bold() -> None:
    assert emphasise(Shown("about 40,000 tickets", (Span(6, 12),))) == "about **40,000** tickets"
    assert emphasise(Shown('said "no" twice', (Span(5, 9),))) == 'said "**no**" twice'
    assert emphasise(Shown("a -- b", (Span(2, 4),))) == "a -- b"


def test_cells_keep_their_number() -> None:
    row = f"| {escape('a|b||c')} | d |"
    assert len(re.findall(r"(?<!\\)\|", row)) == 3

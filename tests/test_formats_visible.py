"""Prove that nothing from a file acts on a terminal, and that marks stay on their words."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from verifier.formats.visible import _PLAIN, _pieces, merge, show, visible
from verifier.model import Span


def test_escapes_what_acts_or_hides() -> None:
    assert visible("a\x1b[31mb\x07c") == "a\\x1b[31mb\\x07c"
    assert visible("x\u202ey\u2066z\u200b\ufeff") == "x\\u202ey\\u2066z\\u200b\\ufeff"
    assert visible("one\u2028two\x85three") == "one\\u2028two\\x85three"
    assert visible("\ud800 \U000e0041") == "\\ud800 \\U000e0041"


def test_only_what_shows_as_itself_is_taken_as_it_is() -> None:
    plain = [char for char in map(chr, range(0x3000)) if _PLAIN.fullmatch(char)]
    assert len(plain) > 500
    assert "".join(_pieces("".join(plain))) == "".join(plain)


def test_folds_blanks_and_keeps_words() -> None:
    assert visible("  one\n\n two\t\u00a0three ") == "one two three"
    assert visible("café “naïve” – 3 €") == "café “naïve” – 3 €"


def test_marks_follow_their_words() -> None:
    text = " \n two \x1b words here"
    shown = show(text, [Span(text.index("words"), text.index("words") + 5)])
    assert shown.text == "two \\x1b words here"
    assert [shown.text[slice(*mark)] for mark in shown.marks] == ["words"]


def test_marks_are_clipped_and_joined() -> None:
    assert merge([Span(5, 9), Span(-3, 2), Span(2, 4), Span(8, 99), Span(7, 7)], 10) == [Span(0, 4), Span(5, 10)]
    assert show("abc", [Span(7, 9)]).marks == ()


@given(st.text(), st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50))))
def test_any_text_is_harmless(text: str, marks: list[tuple[int, int]]) -> None:
    shown = show(text, [Span(*mark) for mark in marks])
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for char in shown.text)
    assert shown.text == visible(text)
    ends = [end for mark in shown.marks for end in mark]
    assert ends == sorted(ends)
    assert all(0 <= mark.start < mark.end <= len(shown.text) for mark in shown.marks)

"""Check what typography is folded away, and that offsets survive it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.text.normalise import key, level


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("the ferry’s crew", "the ferry's crew"),
        ("“We stopped”, «he» said", '"We stopped", "he" said'),
        ("a two–day strike — then another", "a two-day strike - then another"),
        ("non‑breaking hyphen", "non-breaking hyphen"),
        ("12\u202f000\u00a0kWh", "12 000 kWh"),
    ],
)
def test_typography_is_levelled(written: str, plain: str) -> None:
    assert level(written) == plain


def test_plain_text_and_letters_stay() -> None:
    assert level("Zoë paid $5 (five) - or 6%?\n\tYes.") == "Zoë paid $5 (five) - or 6%?\n\tYes."


@given(st.text(max_size=60))
@settings(derandomize=True, max_examples=60)
def test_levelling_keeps_the_length_and_is_done_once(text: str) -> None:
    once = level(text)
    assert len(once) == len(text)
    assert level(once) == once


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café", "cafe"),
        ("TRAM", "tram"),
        ("straße", "STRASSE"),
        ("ﬁlter", "filter"),
        ("re\u00adfund", "refund"),
        ("pay\u200bment", "payment"),
        ("driver’s", "driver's"),
        ("Ｐａｙ", "pay"),
        ("Øre\u200f", "øre"),
    ],
)
def test_words_that_differ_in_form_alone_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("trams", "tram"), ("bus", "busy"), ("10", "100"), ("ward-4", "ward4")])
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.text(max_size=20))
@settings(derandomize=True, max_examples=60)
def test_a_key_ignores_case_of_ascii(word: str) -> None:
    plain = "".join(c for c in word if c.isascii())
    assert key(plain.upper()) == key(plain.lower())

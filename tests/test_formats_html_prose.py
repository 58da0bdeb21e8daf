"""Prove that running text keeps its blanks, lines and items."""

from __future__ import annotations

import pytest

from verifier.formats.html_prose import prose


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        (" ", " "),
        ("1. ", "1. "),
        (" [12]. 2. ", " [12].\n2. "),
        (" (b) ", "\n(b) "),
        ("one\n\ntwo", "one\n\ntwo"),
        (" a\u202eb ", " a\\u202eb "),
        (" in 2019. ", " in 2019. "),
    ],
)
def test_prose(text: str, shown: str) -> None:
    assert prose(text) == shown


def test_long_runs_of_blanks_are_read_at_once() -> None:
    assert prose(" " * 200_000 + "x") == " x"

"""Test which list an item of a text stands in."""

from __future__ import annotations

import pytest

from verifier.text.listed import listed

TEXT = "Lund, Oslo and Turku closed early; Riga, or Vilnius, stayed open, said Tartu."
NAMES = ("Lund", "Oslo", "Turku", "Riga", "Vilnius", "Tartu")
SPANS = [(TEXT.index(name), TEXT.index(name) + len(name)) for name in NAMES]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Lund", "Lund, Oslo and Turku"),
        ("Turku", "Lund, Oslo and Turku"),
        ("Vilnius", "Riga, or Vilnius"),
        ("Tartu", ""),
        ("early", ""),
    ],
)
def test_an_item_stands_in_the_list_of_those_with_nothing_but_a_comma_or_and_between(name: str, told: str) -> None:
    assert listed(TEXT, SPANS[::-1], TEXT.index(name)) == told

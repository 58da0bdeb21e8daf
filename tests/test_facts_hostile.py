"""Check that crafted text neither stops nor slows the reading of facts."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.facts.assertion.quantifier import Quantifier, quantifiers
from verifier.facts.date import read as dates
from verifier.facts.quantity import read as quantities

LONG = 5_000
CRAFTED = {
    "digits": "9" * LONG,
    "powers": "999^99 " * (LONG // 7),
    "nested powers": "9^" * LONG,
    "scientific": "9x10^-99 9e99 10⁹⁹ " * (LONG // 20),
    "dotted": "1." * LONG,
    "grouped": "1,000" + ",000" * LONG,
    "spaced digits": "1 " * LONG,
    "hyphens": "1-" * LONG,
    "slashes": "1/" * LONG,
    "colons": "1:" * LONG,
    "currency": "$" * LONG + "5",
    "brackets": "[" * LONG + "1",
    "citation": "[" + "1, " * LONG,
    "angles": "<article 1 " * LONG,
    "mail": "a@1" * LONG,
    "address": "http://" + "1" * LONG,
    "hundreds": "hundred " * LONG,
    "millions": "5 million " + "million " * LONG,
    "of": "thousands of " * LONG,
    "and": "one and " * LONG,
    "between": "between 1 and " * LONG,
    "months": "May " * LONG,
    "weekdays": "Monday, " * LONG,
    "ago": "two weeks " * LONG,
    "apostrophes": "a'" * LONG,
    "all": "all of the " * LONG,
    "not any": "not any " * LONG,
    "feet": "5 feet " * LONG,
    "capitals": "A1" * LONG,
    "or more": "5 or more " * LONG,
    "partitives": "5 " + "pieces of " * LONG,
    "titles": "Five Pumps " * LONG,
    "nouns": "5 x" + "-x" * LONG,
}


@pytest.mark.parametrize("text", CRAFTED.values(), ids=CRAFTED)
def test_long_runs_are_read_to_the_end(text: str) -> None:
    """A reading that took more than linear time would not come back here."""
    for found in (quantities(text), dates(text, date(2021, 3, 10)), quantifiers(text)):
        assert all(0 <= fact.start < fact.end <= len(text) for fact in found)


WORDS = """
5 17 2014 3.5 1,000 a an the of in million thousand dozen half two twenty one once no none all any not and between to
from at least about or more May March Monday Feb. last ago weeks year-old aged days hours devices people percent PT - –
, . : US / $ £ % ( ) ' 's m k bn st th [ ] < > @ # + ½ ٣ İ ² ﬁ 10:15 a.m.
"""
PIECES = st.sampled_from([*WORDS.split(), "\u00a0", "\n"])


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60))
def test_any_text_keeps_offsets(text: str) -> None:
    for found in (quantities(text), quantifiers(text), dates(text, date(2021, 3, 10))):
        end = 0
        for fact in found:
            assert isinstance(fact, Quantifier) or text[fact.start : fact.end] == fact.text
            assert fact.start >= end
            end = fact.end

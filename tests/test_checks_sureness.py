"""Check what a claim leaves open."""

from __future__ import annotations

import pytest
from engine import case

from verifier.checks.sureness import left_open, lets


def at(claim: str, word: str) -> int:
    keys = [t.key for t in case(claim, "").claim.tokens]
    return keys.index(word)


@pytest.mark.parametrize(
    ("claim", "word", "is_open"),
    [
        ("They might, however, sell the boat.", "sell", True),
        ("They may open the shop, as well as sell the boat.", "sell", True),
        ("They may open the shop, and the clinic sold the boat.", "sold", False),
        ("They sold the boat, which might sink.", "sold", False),
        ("Letters went to people who sold boats.", "sold", True),
        ("They were hit by thieves, who sold boats.", "sold", False),
        ("The boats are to be sold in May.", "sold", True),
        ("The boats were sold to be scrapped.", "sold", False),
        ("There is a risk that they sold the boat.", "sold", True),
        ("The boat can be sold in May.", "sold", True),
        ("The flaw allows boats to be sold.", "sold", True),
        ("They waited until the boat was sold.", "sold", True),
        ("The clerk estimated that they sold the boat.", "sold", True),
        ("The flaw exposed boats to being sold.", "sold", True),
        ("The boats were being sold.", "sold", False),
        ("They would have to sell the boat.", "sell", True),
        ("The clerk confirmed that they sold the boat.", "sold", False),
    ],
)
def test_a_claim_leaves_open_what_stands_under_its_cues(claim: str, word: str, *, is_open: bool) -> None:
    found = case(claim, "They sold the boat.")
    assert (at(claim, word) in left_open(found)) is is_open


@pytest.mark.parametrize(
    ("claim", "word", "is_so"),
    [
        ("The flaw exposed names.", "exposed", True),
        ("The flaw has exposed names.", "exposed", False),
        ("The clerk exposed names.", "exposed", False),
    ],
)
def test_a_flaw_lets_what_it_does(claim: str, word: str, *, is_so: bool) -> None:
    assert lets(case(claim, "Names were exposed."), at(claim, word)) is is_so

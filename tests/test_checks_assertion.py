"""Check when the sources are sure of what a claim says."""

from __future__ import annotations

import pytest
from engine import case

from verifier.checks.assertion import asserted


@pytest.mark.parametrize(
    ("source", "is_so"),
    [
        ("The clerk sold the boat.", True),
        ("Later she sold it.", True),
        ("The clerk may have sold the boat.", False),
        ("A bakery sold bread.", False),
        ("The clerk would have sold the boat.", False),
        ("The clerk sold bread.", False),
    ],
)
def test_sources_are_sure_of_what_one_sentence_asserts(source: str, *, is_so: bool) -> None:
    claim = "The clerk sold the boat."
    found = case(claim, source)
    assert asserted(found, found.claim.content[1]) is is_so

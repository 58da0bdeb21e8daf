"""Check which doers are found that no passage names."""

from __future__ import annotations

import pytest
from engine import outcomes, read, verdict

from verifier.checks.doers import check, doers
from verifier.model import Verdict

VAULT = "The vault of the museum was opened on Sunday by two former guards with a copied key."


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("The vault of the museum was opened by a locksmith with a copied key.", "locksmith"),
        ("The vault of the museum was opened by a burglar's drill.", "burglar's drill"),
    ],
)
def test_a_doer_that_no_passage_names_is_missing(claim: str, said: str) -> None:
    assert outcomes(check, claim, VAULT) == [("missing", said)]
    assert verdict(claim, VAULT) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "The vault of the museum was opened by former guards.",
        "The vault of the museum was opened by copying a key.",
        "The vault lay by the harbour.",
        "The vault was opened by Sunday.",
    ],
)
def test_who_is_named_and_what_is_no_doer_is_not_reported(claim: str) -> None:
    assert outcomes(check, claim, VAULT) == []


def test_a_doer_ends_where_its_noun_phrase_does() -> None:
    analysis = read("The gate was shut by the wind of the night in the yard, closed by frost.")
    found = [[analysis.tokens[t].key for t in tokens] for tokens in doers(analysis)]
    assert ["frost"] in found
    assert all("yard" not in tokens for tokens in found)

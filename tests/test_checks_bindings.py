"""Check how names that the sources know fare in what the claim says of them."""

from __future__ import annotations

import pytest
from engine import outcomes, verdict

from verifier.checks.bindings import check
from verifier.model import Verdict

SOURCE = (
    "Kestrel Foods recalled the soup on Monday after glass was found in jars. The soup was sold in Harle. "
    "Shops took it off their shelves. The regulator thanked the maker. Customers may ask for a refund. "
    "Years ago Morrow Dairy recalled a cheese for a different fault. Its owner left the country. "
    "The price of milk rose. Farmers were pleased. The weather stayed dry."
)


@pytest.mark.parametrize(
    "claim",
    [
        "Kestrel Foods recalled the soup after glass was found in jars.",
        "Kestrel recalled the soup after glass was found in jars.",
        "Morrow Dairy recalled a cheese.",
        "Kestrel Foods recalled the soup, which was sold in Harle.",
        "Glass was found in jars.",
    ],
)
def test_a_name_near_its_evidence_is_left_alone(claim: str) -> None:
    assert outcomes(check, claim, SOURCE) == []
    assert verdict(claim, SOURCE) is Verdict.SUPPORTED


def test_a_member_of_a_list_of_whom_it_is_not_said_is_missing() -> None:
    source = SOURCE.replace("Kestrel Foods recalled", "Kestrel Foods and Peel Mills recalled")
    claim = "Kestrel Foods, Peel Mills and Morrow Dairy recalled the soup after glass was found in jars."
    assert outcomes(check, claim, source) == [("missing", "Morrow Dairy")]
    assert verdict(claim, source) is Verdict.PARTIAL


def test_a_list_that_a_passage_has_whole_holds() -> None:
    source = SOURCE.replace("Kestrel Foods recalled", "Kestrel Foods and Morrow Dairy recalled")
    assert outcomes(check, "Kestrel Foods and Morrow Dairy recalled the soup.", source) == []


def test_two_names_that_no_source_puts_together_are_missing() -> None:
    source = SOURCE + " A prize went to Ann Lee of Northline. She was born in Lowmere."
    assert outcomes(check, "The prize went to Ann Lee from Northline.", source) == []
    assert "missing" in {how for how, _ in outcomes(check, "The prize went to Ann Lee from Kestrel Foods.", source)}


def test_without_evidence_nothing_is_bound() -> None:
    assert outcomes(check, "A glacier melted in Norway.", "The bakery opened.") == []

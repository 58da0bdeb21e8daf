"""Check what is found where a claim vouches for what its sources only believe, fear or suspect."""

from __future__ import annotations

import pytest
from engine import clashes, outcomes, verdict

from verifier.checks.assurance import check
from verifier.model import Verdict


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Convicted burglars opened the vault of the museum.", "Suspected burglars opened the vault of the museum."),
        ("A known forger sold the painting.", "An alleged forger sold the painting."),
        ("The guards proved that thieves used the tunnel.", "The guards believe thieves used the tunnel."),
        ("The guards knew that the vault was open.", "The guards suspected that the vault was open."),
        ("The vault was certainly opened by a guard.", "The vault may have been opened by a guard."),
        ("The museum always closes the vault at night.", "The museum might close the vault at night."),
    ],
)
def test_who_vouches_for_what_is_only_believed_clashes(claim: str, source: str) -> None:
    assert len(clashes(check, claim, source)) == 1
    assert verdict(claim, source) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The guards confirmed that thieves used the tunnel.", "The guards say that thieves used the tunnel."),
        ("A known flaw could open the vault.", "A flaw could open the vault."),
        ("It is not known that thieves used the tunnel.", "The guards believe thieves used the tunnel."),
        (
            "The guards proved that thieves used the tunnel.",
            "At first guards believed thieves used the tunnel. Later guards proved that thieves used the tunnel.",
        ),
        ("Convicted burglars opened the vault.", "Convicted burglars opened the vault. Suspected thieves fled."),
    ],
)
def test_who_vouches_for_what_is_so_or_leaves_it_open_clashes_with_nothing(claim: str, source: str) -> None:
    assert clashes(check, claim, source) == []


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The guards are known to have sold the keys.", ["missing"]),
        ("The guards certainly sold the keys.", ["missing"]),
        ("The guards sold the keys.", []),
        ("The guards clearly sold the keys.", []),
    ],
)
def test_a_firm_word_that_no_source_has_is_not_stated(claim: str, expected: list[str]) -> None:
    assert [outcome for outcome, _ in outcomes(check, claim, "Police said the guards sold the keys.")] == expected

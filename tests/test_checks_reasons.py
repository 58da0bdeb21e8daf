"""Check which causes are found that no passage gives."""

from __future__ import annotations

import pytest
from engine import outcomes, read, verdict

from verifier.checks.reasons import check, reasons
from verifier.model import Verdict

FERRY = (
    "The ferry lost its steering off the cape on Monday because a valve of the hydraulic pump had jammed. "
    "Passengers waited on deck for nine hours. The operator hired divers to look at the hull in the spring."
)
BANK = "Transfers of the savings bank were booked twice over Easter due to an error in the clearing program."


@pytest.mark.parametrize(
    ("claim", "source", "said"),
    [
        ("The ferry lost its steering off the cape because of a lightning bolt.", FERRY, "lightning bolt"),
        ("The ferry lost its steering off the cape due to sabotage.", FERRY, "sabotage"),
        ("Because of sabotage, the ferry lost its steering off the cape.", FERRY, "sabotage"),
        ("Transfers of the savings bank were booked twice, which was caused by a flood.", BANK, "flood"),
        # Each word stands in the source, but not of this.
        (
            "The ferry lost its steering off the cape because divers looked at the hull.",
            FERRY,
            "divers looked at the hull",
        ),
    ],
)
def test_a_cause_that_no_passage_gives_is_missing(claim: str, source: str, said: str) -> None:
    assert outcomes(check, claim, source) == [("missing", said)]
    assert verdict(claim, source) is Verdict.PARTIAL


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The ferry lost its steering off the cape because a valve of the pump had jammed.", FERRY),
        ("Because a pump's valve jammed, the ferry lost its steering.", FERRY),
        ("Transfers were booked twice because of a mistake in the clearing program.", BANK),
        # A denied cause is none.
        ("The ferry did not lose its steering off the cape due to sabotage.", FERRY),
        ("The loss of the ferry's steering was not caused by sabotage.", FERRY),
        # Gloss says nothing that a source could bear out.
        ("Transfers of the savings bank were booked twice because of an issue.", BANK),
        ("Transfers of the savings bank were booked twice over Easter.", BANK),
    ],
)
def test_a_cause_that_is_given_or_denied_is_not_reported(claim: str, source: str) -> None:
    assert [o for o in outcomes(check, claim, source) if "sabotage" not in o[1]] == []


def test_a_cause_ends_where_the_next_clause_begins() -> None:
    analysis = read("The lift stopped because the rope tore, which scared nobody.")
    (reason,) = reasons(analysis)
    assert [analysis.tokens[t].key for t in reason.cause] == ["rope", "tore"]
    assert [analysis.tokens[t].key for t in reason.effect] == ["lift", "stopped"]
    opening = read("Because the rope tore, the lift stopped.")
    (reason,) = reasons(opening)
    assert [opening.tokens[t].key for t in reason.effect] == ["lift", "stopped"]

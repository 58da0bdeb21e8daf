"""Check what becomes of a denial of which the source states the rest."""

from __future__ import annotations

import pytest
from engine import case

from verifier.checks.upheld import upheld

CAUSE = "The blackout was traced to an expired licence of the signalling computer."


@pytest.mark.parametrize(
    "claim",
    [
        "The blackout was not caused by an expired licence of the signalling computer.",
        "The blackout is not attributed to an expired licence of the signalling computer.",
        "The blackout can not be traced to an expired licence of the signalling computer.",
    ],
)
def test_what_the_source_relates_may_not_be_denied(claim: str) -> None:
    looked = case(claim, CAUSE)
    found = upheld(looked, "polarity", looked.claim.negations[0])
    assert found is not None
    assert found.slot >= 0.75
    assert "expired" in found.found


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The blackout was not caused by an expired licence of the signalling computer.", "The blackout did not come from an expired licence of the signalling computer."),
        ("The blackout was not caused by an expired licence of the signalling computer.", "An expired licence of the signalling computer may have led to the blackout."),
        ("The blackout was not caused by an expired licence of the signalling computer.", "The blackout began in the signalling computer."),
        ("The blackout was not caused by an attack.", "An attack on the signalling computer caused the blackout."),
        ("The operator failed to provide a manual for the crane.", "The operator provided a crane, and a porter wrote a manual."),
        ("The blackout would not matter if the licence of the signalling computer expired.", CAUSE),
        ("The depots did not use the same licence for the signalling computer.", "The depots used another licence for the signalling computer."),
    ],
)  # fmt: skip
def test_silence_doubt_and_denial_are_no_clash(claim: str, source: str) -> None:
    looked = case(claim, source)
    assert upheld(looked, "polarity", looked.claim.negations[0]) is None

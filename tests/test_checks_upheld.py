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


EXPIRED = "an expired licence of the signalling computer"
RULED_OUT = f"The blackout was not caused by {EXPIRED}."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (RULED_OUT, f"The blackout did not come from {EXPIRED}."),
        (RULED_OUT, f"A{EXPIRED[1:]} may have led to the blackout."),
        (RULED_OUT, "The blackout began in the signalling computer."),
        ("The blackout was not caused by an attack.", "An attack on the signalling computer caused the blackout."),
        ("The operator failed to provide a manual for it.", "The operator provided a crane, and a porter a manual."),
        (f"The blackout would not matter if {EXPIRED} was found.", CAUSE),
        ("The depots did not use the same licence for it.", "The depots used another licence for the computer."),
    ],
)
def test_silence_doubt_and_denial_are_no_clash(claim: str, source: str) -> None:
    looked = case(claim, source)
    assert upheld(looked, "polarity", looked.claim.negations[0]) is None

"""Check that a word of doubt left out of a repeated sentence is seen."""

from __future__ import annotations

import pytest
from engine import clashes, verdict

from verifier.checks.wording import check
from verifier.model import Verdict

SOURCE = "The council said the faulty valve may have flooded nine cellars in the old town of Harle."


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("may have flooded", "flooded"), ("may have flooded", "has flooded"), ("may have", "will have")],
)
def test_a_cue_left_out_is_a_clash_of_certainty(theirs: str, ours: str) -> None:
    claim = SOURCE.replace(theirs, ours)
    assert len(clashes(check, claim, SOURCE)) == 1
    assert verdict(claim, SOURCE) is Verdict.CONTRADICTED


def test_another_cue_or_a_sentence_that_is_sure_leaves_it_alone() -> None:
    assert clashes(check, SOURCE.replace("may", "might"), SOURCE) == []
    sure = SOURCE.replace("may have flooded", "flooded")
    assert verdict(sure, f"{SOURCE} Later it was sure: the faulty valve flooded nine cellars in Harle.") is not (
        Verdict.CONTRADICTED
    )


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (
            "The board took the logs of the pump.",
            "The board has taken the logs of the drainage pump and expects to publish a report within a month.",
        ),
        (
            "Harbour minister Ada Holm asked for a report by Friday.",
            "The harbour minister, Ada Holm, called the flood worrying and asked the council for a report by Friday.",
        ),
        (
            "900 guests were charged parking fees.",
            "The inn reopened, but 900 guests were charged for unused parking, which took weeks to be refunded.",
        ),
    ],
)
def test_a_cue_of_what_the_claim_leaves_out_is_none(claim: str, source: str) -> None:
    assert verdict(claim, source) is not Verdict.CONTRADICTED

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

"""Check how what a claim denies fares against what the sources deny."""

from __future__ import annotations

import pytest
from engine import case, clashes, outcomes, verdict

from verifier.checks.polarity import check
from verifier.model import Verdict

FLAGGED = {Verdict.CONTRADICTED, Verdict.DISPUTED}


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The backup generator did not start.", "The backup generator started within a minute, the clinic said."),
        ("The backup generator started.", "The backup generator did not start, the clinic said."),
        ("The backup generator started.", "The backup generator failed to start, the clinic said."),
        ("The airline refunded the fares.", "The airline refused to refund the fares."),
        ("Passengers were injured.", "No passengers were injured when the lift fell."),
        ("No passengers were injured.", "Passengers were injured when the lift fell."),
        ("No passengers were injured.", "Two passengers were injured when the lift fell."),
        ("No files were lost in the outage.", "Some 3,000 files were lost in the outage."),
        ("Patients could not reach the clinic.", "Patients reached the clinic by phone all day."),
        ("The blast harmed two clerks.", "The blast did not harm the two clerks."),
        ("Files were copied, the auditors found.", "The auditors found no evidence that files were copied."),
        ("The clinic was able to start the generator.", "The clinic says that it could not start the generator."),
    ],
)
def test_what_one_side_denies_and_the_other_asserts_clashes(claim: str, source: str) -> None:
    assert len(clashes(check, claim, source)) == 1
    assert verdict(claim, source) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The backup generator failed to start.", "The backup generator did not start, the clinic said."),
        ("The backup generator did not start.", "The backup generator failed to start, the clinic said."),
        ("The backup generator did not start.", "The clinic said that the backup generator never started."),
        ("The alarm rang.", "The doors did not open, but the alarm rang."),
        ("The alarm rang and the doors did not open.", "The doors did not open, but the alarm rang."),
        ("The backup generator started.", "The backup generator started. The old pump did not."),
        ("The blast harmed nobody.", "The blast did not harm anyone."),
        ("The sirens did not work.", "The sirens were out of order."),
        ("The files were stored without encryption.", "The files were stored in plain text."),
        ("The pump flooded the attic, not the cellar.", "The pump flooded the attic. The cellar was not flooded."),
        ("The newer boilers are affected.", "The older boilers are not affected, unlike the newer boilers."),
    ],
)
def test_the_same_polarity_in_any_words_holds(claim: str, source: str) -> None:
    assert clashes(check, claim, source) == []
    assert verdict(claim, source) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The airline did not refund the fares.", "The airline sold cakes to passengers. The fares rose."),
        ("The backup generator did not start.", "The lift of the clinic started with a jolt."),
    ],
)
def test_silence_and_another_subject_are_no_clash(claim: str, source: str) -> None:
    assert clashes(check, claim, source) == []
    assert verdict(claim, source) not in FLAGGED


def test_a_denial_that_no_passage_states_is_missing() -> None:
    claim, source = "The airline did not refund the tickets.", "The airline sold the tickets in spring."
    assert outcomes(check, claim, source) == [("missing", "not refund")]


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (
            "The clerk did not open the vault.",
            "If the clerk opened the vault, a siren would have sounded in the street.",
        ),
        ("The clerk did not open the vault.", "Who says that the clerk opened the vault with a key?"),
        ("The airline did not gladly refund the tickets.", "The airline refunded the tickets in June."),
    ],
)
def test_conditions_questions_and_manners_stand_down_with_a_reason(claim: str, source: str) -> None:
    seen = list(check(case(claim, source)))
    assert clashes(check, claim, source) == []
    assert any(o.stood_down for o in seen)


def test_what_is_only_asked_for_is_no_clash() -> None:
    claim, source = "The firm did not replace the valve.", "Inspectors had asked the firm to replace the valve."
    assert verdict(claim, source) is Verdict.PARTIAL


def test_what_a_passage_denies_in_an_unsure_slot_is_missing() -> None:
    claim, source = "Vandals smashed the lamps at Harle.", "The lamps of the old mill at Harle were not smashed."
    assert outcomes(check, claim, source) == [("missing", "smashed")]


def test_a_source_that_agrees_better_settles_it() -> None:
    one = "The backup generator did not start, the clinic said."
    other = "A pump started within a minute."
    assert clashes(check, "The backup generator did not start.", one, other) == []


ASKED = "A spokesman declined to say how many looms had stopped, but said the fault was mended."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The fault was mended, a spokesman said.", ASKED),
        ("The mill declined to say how many looms had stopped.", f'{ASKED} "Some looms stopped," the mill said.'),
    ],
)
def test_who_would_not_say_how_many_may_say_something_else(claim: str, source: str) -> None:
    assert clashes(check, claim, source) == []


def test_who_would_not_say_how_many_did_not_say_how_many() -> None:
    claim, source = "The mill said how many looms had stopped.", "The mill declined to say how many looms had stopped."
    assert len(clashes(check, claim, source)) == 1

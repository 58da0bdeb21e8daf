"""Check how what the checks saw becomes one verdict."""

from __future__ import annotations

import pytest
from engine import assessed, case, verdict

from verifier.checks.case import Case, Observation, Outcome
from verifier.model import Verdict
from verifier.verdict import decide

STATED = case("The flood broke the old pumps in Harle.", "The flood broke the old pumps in Harle on Monday.")
SILENT = case("The flood broke the old pumps in Harle.", "A baker sold cakes.")


def seen(outcome: Outcome, tokens: tuple[int, int] = (1, 2), **more: object) -> Observation:
    return Observation("name", outcome, tokens, "said", 0, (1, 2), "found", **more)  # type: ignore[arg-type]


CLASH, HELD, MISSING = seen(Outcome.CLASH), seen(Outcome.HELD), seen(Outcome.MISSING)
EXCUSED = seen(Outcome.CLASH, stood_down="a question")


@pytest.mark.parametrize(
    ("found", "observations", "expected"),
    [
        (STATED, (), Verdict.SUPPORTED),
        (STATED, (HELD,), Verdict.SUPPORTED),
        (STATED, (MISSING,), Verdict.PARTIAL),
        (STATED, (CLASH,), Verdict.CONTRADICTED),
        (STATED, (CLASH, MISSING), Verdict.CONTRADICTED),
        (STATED, (CLASH, HELD), Verdict.DISPUTED),
        (STATED, (EXCUSED,), Verdict.SUPPORTED),
        (SILENT, (), Verdict.UNSUPPORTED),
        (SILENT, (MISSING,), Verdict.UNSUPPORTED),
        (SILENT, (CLASH,), Verdict.UNSUPPORTED),
    ],
)
def test_worst_first_and_silence_is_no_contradiction(
    found: Case, observations: tuple[Observation, ...], expected: Verdict
) -> None:
    assert decide(found, observations).verdict is expected


def test_a_clash_beside_another_that_nothing_holds_is_no_dispute() -> None:
    other = seen(Outcome.CLASH, (3, 4))
    assert decide(STATED, (CLASH, HELD, other)).verdict is Verdict.CONTRADICTED


def test_only_a_clash_carries_clashes() -> None:
    assert decide(STATED, (CLASH,)).clashes == (CLASH,)
    assert decide(STATED, (MISSING,)).clashes == ()


def test_of_clashes_about_the_same_words_the_longer_counts() -> None:
    longer = seen(Outcome.CLASH, (1, 4))
    assert decide(STATED, (CLASH, longer)).clashes == (longer,)


def test_the_reason_names_both_values_or_what_is_missing() -> None:
    assert all(word in decide(STATED, (CLASH,)).reason for word in ('"said"', '"found"'))
    assert '"said"' in decide(STATED, (MISSING,)).reason


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The flood broke the old pumps in Harle.", Verdict.SUPPORTED),
        ("The flood broke 30 pumps in Harle.", Verdict.PARTIAL),
        ("A walrus married the queen of Sheba.", Verdict.UNSUPPORTED),
        ("The flood broke the old pumps in Lowmere.", Verdict.CONTRADICTED),
    ],
)
def test_verdicts_of_whole_sentences(claim: str, expected: Verdict) -> None:
    source = "The flood broke the old pumps in Harle on Monday. Rain had fallen for a week. The pumps were sold."
    assert verdict(claim, source) is expected


def test_a_span_of_time_is_one_error_though_both_ends_differ() -> None:
    source = "The pumps in question carry build dates between May 2008 and June 2014. They failed in the storm of 2017."
    found = assessed("The failure of the pumps occurred between May 2008 and June 2014.", source)
    assert found.verdict is Verdict.CONTRADICTED
    assert [f.rule for f in found.findings] == ["reported-date"]

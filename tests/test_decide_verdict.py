"""Check how what the mechanisms saw becomes one verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest
from engine import case, verdict

from verifier.compare import value
from verifier.compare.case import Case, Excuse, Observation, Outcome
from verifier.data.thresholds import TITLE_DOUBT_SHARE, UNSTATED_SUPPORT_SHARE
from verifier.decide.verdict import clash_probability, decide
from verifier.decide.weights import clash_model
from verifier.model import Claim, Verdict

CLAIM = Claim("flood", "", 0, 0, "")
STATED = case("The flood broke the old pumps in Harle.", "The flood broke nearly all the old pumps in Harle on Monday.")
SILENT = case("The flood broke the old pumps in Harle.", "A baker sold cakes.")
COUNTED = next(value.observe(case("The flood broke 30 pumps.", "The flood broke 90 pumps.")))
MODEL, MEASURED = clash_model(COUNTED), COUNTED.measures
SURE = {name: float(name not in {"rival", "ours", "held_here"}) for name, _ in MEASURED}
UNSURE = dict.fromkeys(SURE, 0.0)


def test_words_that_stand_in_a_source_are_not_stated_where_it_makes_an_exception() -> None:
    claim = "The map is free for all guests."
    assert verdict(claim, f"{claim[:-1]} of the inn.") is Verdict.SUPPORTED
    assert verdict(claim, f"{claim[:-1]} except those of the inn.") is Verdict.CONTRADICTED


def seen(
    outcome: Outcome, tokens: tuple[int, int] = (1, 2), excuse: Excuse | None = None, **measures: float
) -> Observation:
    told = tuple({**SURE, **measures}.items())
    return Observation("value", "quantity", outcome, tokens, "said", 0, (1, 2), "found", told, excuse)


CLASH, HELD, MISSING = seen(Outcome.CLASH), seen(Outcome.HELD), seen(Outcome.OPEN)
EXCUSED = seen(Outcome.CLASH, excuse=Excuse("unreal", "the passage asks"))
WEAKER = ("alike", "anchored", "first", "order", "beside_lead")
LIKELY = next(
    clash
    for clash in (seen(Outcome.CLASH, (1, 2), None, **dict.fromkeys(WEAKER, n / 40)) for n in range(41))
    if MODEL.doubt <= clash_probability(clash) < MODEL.line
)
DOUBTED = replace(CLASH, measures=tuple(UNSURE.items()))


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
        (STATED, (LIKELY,), Verdict.PARTIAL),
        (STATED, (DOUBTED,), Verdict.SUPPORTED),
        (SILENT, (), Verdict.UNSUPPORTED),
        (SILENT, (MISSING,), Verdict.UNSUPPORTED),
    ],
)
def test_worst_first_and_silence_is_no_contradiction(
    found: Case, observations: tuple[Observation, ...], expected: Verdict
) -> None:
    assert decide(found, observations, CLAIM).verdict is expected


def test_a_clash_beside_another_that_nothing_holds_is_no_dispute() -> None:
    assert decide(STATED, (CLASH, HELD, seen(Outcome.CLASH, (3, 4))), CLAIM).verdict is Verdict.CONTRADICTED


def test_only_a_clash_carries_clashes() -> None:
    assert [o for o, _ in decide(STATED, (CLASH,), CLAIM).clashes] == [CLASH]
    assert decide(STATED, (MISSING, EXCUSED, LIKELY), CLAIM).clashes == ()


def test_of_clashes_about_the_same_words_the_surer_counts() -> None:
    surer, other = seen(Outcome.CLASH, (1, 4)), seen(Outcome.CLASH, (2, 3), cover=0.9)
    assert [o for o, _ in decide(STATED, (other, surer), CLAIM).clashes] == [surer]


def test_the_reason_names_both_values_or_what_is_missing() -> None:
    assert all(word in decide(STATED, (CLASH,), CLAIM).reason for word in ('"said"', '"found"'))
    assert all(word in decide(STATED, (LIKELY,), CLAIM).reason for word in ('"said"', '"found"'))
    assert '"said"' in decide(STATED, (MISSING,), CLAIM).reason


def test_what_another_passage_bears_out_as_surely_is_not_doubted() -> None:
    measures = tuple({**dict(LIKELY.measures), "surer_than_rival": 0.0}.items())
    assert decide(STATED, (replace(LIKELY, measures=measures),), CLAIM).verdict is Verdict.SUPPORTED


def test_a_clash_lowers_support() -> None:
    held, doubted, clashing = (decide(STATED, seen, CLAIM).support for seen in ((), (LIKELY,), (CLASH,)))
    assert 0 <= clashing < doubted < held <= 1


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The flood broke the old pumps in Harle.", Verdict.SUPPORTED),
        ("The flood broke 30 pumps in Harle.", Verdict.PARTIAL),
        ("A walrus married the queen of Sheba.", Verdict.UNSUPPORTED),
        ("The flood did not break the old pumps in Harle.", Verdict.CONTRADICTED),
    ],
)
def test_verdicts_of_whole_sentences(claim: str, expected: Verdict) -> None:
    source = "The flood broke the old pumps in Harle on Monday. Rain had fallen for a week. The pumps were sold."
    assert verdict(claim, source) is expected


def test_a_clash_in_the_title_is_doubted_earlier() -> None:
    unlikely = next(
        clash
        for clash in (
            seen(Outcome.CLASH, (1, 2), None, **dict.fromkeys(("slot", "sure", "held_nowhere", *WEAKER), n / 40))
            for n in range(41)
        )
        if TITLE_DOUBT_SHARE * MODEL.doubt <= clash_probability(clash) < MODEL.doubt
    )
    found = [decide(STATED, (unlikely,), replace(CLAIM, field=field)).verdict for field in ("Title", "Impacts")]
    assert found == [Verdict.PARTIAL, Verdict.SUPPORTED]


def test_claims_that_nothing_states_keep_their_order() -> None:
    said = ("The flood broke the old pumps in Harle.", "The cakes broke the old pumps in Harle.")
    silent, near = (decide(case(claim, "A baker sold cakes."), (), CLAIM) for claim in said)
    assert (silent.verdict, near.verdict) == (Verdict.UNSUPPORTED, Verdict.UNSUPPORTED)
    assert 0 < silent.support < near.support <= UNSTATED_SUPPORT_SHARE

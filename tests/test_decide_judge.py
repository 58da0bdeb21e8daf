"""Check how one claim is judged, and what is kept of what led to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from engine import case, index, postmortem

from verifier.claims.claims import claims_in, claims_of
from verifier.compare.case import Observation, Outcome
from verifier.data.rulebook import load
from verifier.decide.case import repeated
from verifier.decide.findings import finding_id
from verifier.decide.judge import Judgement, _evidence, judge
from verifier.decide.verdict import Decision
from verifier.model import Claim, Kind, Severity, Stance, Verdict

SOURCE = (
    "The flood damaged 300 meters in Harle. Nobody was hurt. The pumps of Northline did not start on Monday. "
    "Its chief, Ines Varga, apologised."
)


def judged(claim: str, *sources: str, select: tuple[str, ...] = ()) -> Judgement:
    built = index(*sources)
    return judge(claims_in(claim)[0], built, built.of_sources(built.by_source), load(None, select))


def test_a_claim_that_cannot_be_checked_keeps_its_reason() -> None:
    claim = Claim("c", "Preventions", 0, 11, "Do it again", Kind.ADVICE, reason="advice")
    built = index(SOURCE)
    found = judge(claim, built, built.of_sources(built.by_source), load())
    assert (found.assessment.verdict, found.assessment.reason) == (Verdict.NOT_CHECKABLE, "advice")
    assert found.case is None


def test_a_stated_claim_shows_what_supports_it() -> None:
    found = judged("The flood damaged 300 meters.", SOURCE).assessment
    assert found.verdict is Verdict.SUPPORTED
    assert found.findings == ()
    assert [(e.text, e.stance) for e in found.evidence] == [("The flood damaged 300 meters in Harle.", Stance.SUPPORTS)]
    assert [f.text for f in found.facts] == ["300 meters"]


def test_a_clash_comes_with_both_sides() -> None:
    found = judged("The flood damaged 900 meters in Harle.", SOURCE).assessment
    (finding,) = found.findings
    assert found.verdict is Verdict.CONTRADICTED
    assert finding.rule == "quantity"
    assert [value.split()[0] for value in finding.values] == ["900", "300"]
    assert "900" in finding.message
    assert "300" in finding.message
    assert found.claim.text[finding.spans[0].start : finding.spans[0].end] == finding.values[0]
    assert finding.evidence[0].text == found.evidence[0].text
    assert found.evidence[0].stance is Stance.CONTRADICTS


def test_spans_of_a_finding_count_like_its_claim() -> None:
    text = "1. The flood damaged 900 meters in Harle."
    (row, *_), _ = claims_of(postmortem(("Impacts", text)))
    built = index(SOURCE)
    (span,) = judge(row, built, built.of_sources(built.by_source), load()).assessment.findings[0].spans
    assert text[span.start : span.end].startswith("900")


def test_evidence_cuts_its_source() -> None:
    found = judged("The pumps of Northline started on Monday.", SOURCE).assessment
    assert found.evidence
    assert all(SOURCE[e.start : e.end] == e.text for e in found.evidence)


def test_where_sources_disagree_both_are_shown_and_it_is_a_warning() -> None:
    one = "The flood destroyed about 300 cars in the garage of the clinic on Monday."
    other = "The flood destroyed 500 cars in the garage of the clinic, police said."
    found = judged("The flood destroyed 300 cars in the garage of the clinic.", one, other).assessment
    assert found.verdict in {Verdict.DISPUTED, Verdict.SUPPORTED}
    assert {f.severity for f in found.findings} <= {Severity.WARNING}
    assert "s1" in {e.source for e in found.evidence if e.stance is Stance.SUPPORTS}


def test_a_rule_that_is_not_in_force_reports_nothing() -> None:
    found = judged("The flood damaged 900 meters in Harle.", SOURCE, select=("date",)).assessment
    assert found.findings == ()
    assert found.verdict is not Verdict.CONTRADICTED


def test_no_source_leaves_a_claim_unsupported_with_no_evidence() -> None:
    found = judged("The flood damaged 900 meters.").assessment
    assert (found.verdict, found.evidence) == (Verdict.UNSUPPORTED, ())


def test_only_allowed_passages_are_evidence() -> None:
    built = index(SOURCE, "The flood damaged 900 meters in Harle.")
    (claim,) = claims_in("The flood damaged 300 meters in Harle.")
    first, second = (judge(claim, built, built.of_sources([s]), load()).assessment for s in ("s1", "s2"))
    assert (first.verdict, second.verdict) == (Verdict.SUPPORTED, Verdict.CONTRADICTED)
    assert {e.source for e in second.evidence} == {"s2"}


@pytest.mark.parametrize(
    ("claim", "source", "stands"),
    [
        ("The clerk lost the key.", "The clerk lost the key in May.", True),
        ("According to the article, the clerk lost the key.", "The clerk lost the key in May.", True),
        ("It is not known whether the clerk lost the key.", "It is not known whether the clerk lost the key.", True),
        ("The clerk lost the key.", "It is not known whether the clerk lost the key.", False),
        ("The clerk lost the key.", "There is no evidence that the clerk lost the key.", False),
        ("The clerk lost the key.", "Who says that the clerk lost the key?", False),
        ("The clerk lost the key.", "The clerk lost a key.", False),
    ],
)
def test_what_stands_word_for_word_must_be_said_as_surely(claim: str, source: str, stands: bool) -> None:  # noqa: FBT001
    assert (repeated(case(claim, source)) == 0) is stands


@pytest.mark.parametrize("change", [{"start": 90, "end": 99}, {"id": "other"}, {"text": "The  FLOOD came"}])
def test_the_id_of_a_finding_rests_on_content_alone(change: dict[str, object]) -> None:
    claim = Claim("c", "Impacts", 0, 14, "The flood came")
    assert finding_id("name", claim, "a", "b") == finding_id("name", replace(claim, **change), "A", "B")  # type: ignore[arg-type]


def test_another_rule_field_text_or_value_is_another_finding() -> None:
    claim = Claim("c", "Impacts", 0, 14, "The flood came")
    ids = {
        finding_id("name", claim, "a", "b"),
        finding_id("date", claim, "a", "b"),
        finding_id("name", replace(claim, field="Causes"), "a", "b"),
        finding_id("name", replace(claim, text="The flood went"), "a", "b"),
        finding_id("name", claim, "a", "c"),
        finding_id("name", claim, "b", "b"),
    }
    assert len(ids) == 6


def test_a_claim_that_a_passage_may_deny_shows_that_passage_first() -> None:
    found = case("The guests praised the cook, and the safe was opened.", "The guests praised it. The safe was shut.")
    clash = Observation("stance", "opposite", Outcome.CLASH, (8, 9), "opened", 1, (3, 4), "shut")
    alone, doubted = (Decision(Verdict.PARTIAL, "", 0.4, (), open_) for open_ in ((), (clash,)))
    assert next(_evidence(found, alone, ())).text == "The guests praised it."
    assert next(_evidence(found, doubted, (clash,))).text == "The safe was shut."


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        ("The school opened in 1889 or 1890.", "The school opened in 1890.", Verdict.SUPPORTED),
        ("The school opened in 1889 or 1891.", "The school opened in 1890.", Verdict.CONTRADICTED),
        ("Three or four trams derailed.", "Four trams derailed.", Verdict.SUPPORTED),
    ],
)
def test_of_two_values_of_which_one_holds_the_passage_need_have_one(claim: str, source: str, verdict: Verdict) -> None:
    assert judged(claim, source).assessment.verdict is verdict


@pytest.mark.parametrize(
    ("source", "stance"),
    [
        ("The database of Harle was not hacked, said the bank.", Stance.CONTEXT),
        ("The database of Harle was hacked, said the bank, and nobody was hurt.", Stance.SUPPORTS),
        ("The garage of Harle was not closed while the database was hacked.", Stance.SUPPORTS),
    ],
)
def test_a_denial_backs_nothing_that_says_the_opposite_of_it(source: str, stance: Stance) -> None:
    found = case("Hackers got into the database of Harle.", source)
    shown = list(_evidence(found, Decision(Verdict.SUPPORTED, "", 0.6), ()))
    assert [(e.text, e.stance) for e in shown] == [(source, stance)]


def test_two_values_that_claim_and_passage_have_in_one_order_are_no_others_for_each_other() -> None:
    source = "From 14:32 on 9 June to 15:47 UTC customers could not log in."
    found = judged("From 14:32 to 15:47 UTC customers could not log in.", source)
    assert found.assessment.verdict is Verdict.SUPPORTED
    turned = judged("From 15:47 to 14:32 UTC customers could not log in.", source)
    assert any(o.outcome is Outcome.CLASH for o in turned.observations)
    assert not any(o.outcome is Outcome.CLASH for o in found.observations)


def test_a_claim_that_no_source_states_shows_the_sentences_nearest_to_it() -> None:
    found = judged(
        "The mayor of Harle blamed the pumps for the flood.", "The flood damaged Harle.", "Pumps stood still."
    )
    assert found.assessment.verdict is Verdict.UNSUPPORTED
    assert {e.stance for e in found.assessment.evidence} == {Stance.CONTEXT}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("We trained the keepers to use the winch.", "The keepers were not trained to use the winch."),
        ("Raised the limit of the winch to 40 tons.", "The limit of the winch was 20 tons."),
    ],
)
def test_what_was_done_since_clashes_with_nothing_told_of_before(text: str, source: str) -> None:
    built = index(source)
    told = claims_in(text)[0]
    found = [
        judge(replace(told, since=since), built, built.of_sources(built.by_source), load()) for since in (False, True)
    ]
    assert [each.assessment.verdict for each in found] == [Verdict.CONTRADICTED, Verdict.PARTIAL]
    assert found[1].assessment.reason.startswith("done since, it seems: ")
    assert not found[1].assessment.findings


def test_a_day_of_what_was_done_since_is_still_compared() -> None:
    built = index("The keepers were trained on May 3, 2021 in Harle.")
    told = replace(claims_in("The keepers were trained on May 5, 2021 in Harle.")[0], since=True)
    found = judge(told, built, built.of_sources(built.by_source), load())
    assert found.assessment.verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The winch ran firmware 4.6 when the brake failed.", Verdict.SUPPORTED),
        ("The winch ran firmware v4.6.2 when the brake failed.", Verdict.SUPPORTED),
        ("The winch ran firmware 4.7 when the brake failed.", Verdict.PARTIAL),
        ("The winch ran firmware v4.6.3 when the brake failed.", Verdict.PARTIAL),
    ],
)
def test_a_version_that_no_source_has_is_missing(claim: str, verdict: Verdict) -> None:
    found = judged(claim, "The winch ran firmware 4.6.2 when the brake failed.").assessment
    assert found.verdict is verdict
    if verdict is Verdict.PARTIAL:
        assert found.reason.startswith('no sentence of the sources has the figure "')

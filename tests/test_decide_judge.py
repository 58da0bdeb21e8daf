"""Check how one claim is judged, and what is kept of what led to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from engine import case, index, postmortem, read

from verifier.claims.claims import claims_in, claims_of
from verifier.decide.judge import Judgement, build_case, finding_id, judge
from verifier.model import Claim, Kind, Severity, Stance, Verdict
from verifier.data.rulebook import load

SOURCE = (
    "The flood damaged 300 meters in Harle. Nobody was hurt. The pumps of Northline did not start on Monday. "
    "Its chief, Ines Varga, apologised."
)


def judged(claim: str, *sources: str, select: tuple[str, ...] = ()) -> Judgement:
    (only,) = claims_in(claim)
    return judge(only, index(*sources), None, load(None, select))


def test_a_claim_that_cannot_be_checked_keeps_its_reason() -> None:
    claim = Claim("c", "Preventions", 0, 11, "Do it again", Kind.ADVICE, reason="advice")
    found = judge(claim, index(SOURCE), None, load())
    assert (found.assessment.verdict, found.assessment.reason) == (Verdict.NOT_CHECKABLE, "advice")
    assert found.case is None


def test_a_stated_claim_shows_what_supports_it() -> None:
    found = judged("The flood damaged 300 meters.", SOURCE).assessment
    assert found.verdict is Verdict.SUPPORTED
    assert found.findings == ()
    assert [(e.text, e.stance) for e in found.evidence] == [("The flood damaged 300 meters in Harle.", Stance.SUPPORTS)]
    assert [f.text for f in found.facts] == ["300 meters"]


def test_a_clash_comes_with_both_sides() -> None:
    found = judged("The flood damaged 900 meters.", SOURCE).assessment
    (finding,) = found.findings
    assert found.verdict is Verdict.CONTRADICTED
    assert finding.rule == "quantity"
    assert finding.values == ("900 meters", "300 meters")
    assert finding.suggestion == "300 meters"
    assert found.claim.text[finding.spans[0].start : finding.spans[0].end] == "900 meters"
    assert finding.evidence[0].text == found.evidence[0].text
    assert found.evidence[0].stance is Stance.CONTRADICTS


def test_spans_of_a_finding_count_like_its_claim() -> None:
    (row, *_), _ = claims_of(postmortem(("Impacts", "1. The flood damaged 900 meters.")))
    found = judge(row, index(SOURCE), None, load()).assessment
    (span,) = found.findings[0].spans
    assert "1. The flood damaged 900 meters."[span.start : span.end] == "900 meters"


def test_evidence_cuts_its_source() -> None:
    found = judged("The pumps of Northline started on Monday.", SOURCE).assessment
    assert found.evidence
    assert all(SOURCE[e.start : e.end] == e.text for e in found.evidence)


def test_where_sources_disagree_both_are_shown_and_it_is_a_warning() -> None:
    one = "The flood destroyed 300 cars in the garage of the clinic."
    other = "The flood destroyed 500 cars in the garage of the clinic, police said."
    found = judge(
        claims_in("The flood destroyed 300 cars in the garage of the clinic.")[0], index(one, other), None, load()
    )
    assert found.assessment.verdict is Verdict.DISPUTED
    assert [(e.source, e.stance) for e in found.assessment.evidence] == [
        ("s2", Stance.CONTRADICTS),
        ("s1", Stance.SUPPORTS),
    ]
    assert {f.severity for f in found.assessment.findings} == {Severity.WARNING}


def test_a_rule_that_is_not_in_force_reports_nothing() -> None:
    found = judged("The flood damaged 900 meters.", SOURCE, select=("date",)).assessment
    assert found.findings == ()


def test_no_source_leaves_a_claim_unsupported_with_no_evidence() -> None:
    found = judged("The flood damaged 900 meters.").assessment
    assert (found.verdict, found.evidence) == (Verdict.UNSUPPORTED, ())


def test_only_allowed_passages_are_evidence() -> None:
    built = index(SOURCE, "The flood damaged 900 meters in Harle.")
    (claim,) = claims_in("The flood damaged 300 meters in Harle.")
    first = judge(claim, built, frozenset(built.by_source["s1"]), load()).assessment
    second = judge(claim, built, frozenset(built.by_source["s2"]), load()).assessment
    assert (first.verdict, second.verdict) == (Verdict.SUPPORTED, Verdict.CONTRADICTED)
    assert {e.source for e in second.evidence} == {"s2"}


def test_a_case_looks_at_passages_with_figures_and_denials_too() -> None:
    found = case("The pumps started; 900 of them.", SOURCE)
    numbers = {found.passage(n).sentence.text[:9] for n in found.views}
    assert {"The pumps", "The flood"} <= numbers


def test_a_case_of_no_passages_is_empty() -> None:
    found = build_case(read("The pumps started."), index(), None)
    assert (found.ranked, found.chosen, found.overlays) == ((), (), ())


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

"""Check what is reported for a verdict alone and for sources that are missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verifier.decide.standing import TITLES, standing
from verifier.document.missing import missing_sources
from verifier.model import Assessment, Claim, Evidence, Finding, Part, Severity, Span, Stance, Verdict

CLAIM = Claim("c", "Impacts", 10, 24, "The flood came", citations=("7",))
BASE = Assessment(CLAIM, Verdict.UNSUPPORTED, "no sentence says this", 0.2)


@pytest.mark.parametrize(
    ("verdict", "severity"),
    [
        (Verdict.UNSUPPORTED, Severity.WARNING),
        (Verdict.MISATTRIBUTED, Severity.WARNING),
        (Verdict.DISPUTED, Severity.WARNING),
        (Verdict.PARTIAL, Severity.NOTE),
    ],
)
def test_a_verdict_that_is_a_finding_of_itself(verdict: Verdict, severity: Severity) -> None:
    (found,) = standing(replace(BASE, verdict=verdict))
    assert (found.rule, found.severity, found.message) == (verdict.value, severity, BASE.reason)
    assert (found.claim, found.spans) == ("c", (Span(10, 24),))
    assert found.rule in TITLES


@pytest.mark.parametrize("verdict", [Verdict.SUPPORTED, Verdict.NOT_CHECKABLE, Verdict.CONTRADICTED])
def test_other_verdicts_report_nothing_of_themselves(verdict: Verdict) -> None:
    assert standing(replace(BASE, verdict=verdict)) == ()


def test_what_a_rule_has_reported_is_not_reported_again() -> None:
    reported = Finding("f", "name", Severity.ERROR, 0.9, "message", "c")
    assert standing(replace(BASE, findings=(reported,))) == ()


def test_the_less_is_stated_the_surer_that_nothing_is() -> None:
    weak, strong = (standing(replace(BASE, support=s))[0].confidence for s in (0.1, 0.4))
    assert 0 <= strong < weak <= 1


def test_the_best_evidence_is_shown() -> None:
    shown = tuple(Evidence(s, Part.BODY, 0, 4, "text", Stance.CONTEXT, 0.5) for s in ("a", "b"))
    assert standing(replace(BASE, evidence=shown))[0].evidence == shown[:1]


def test_a_missing_source_is_one_error_however_often_it_is_cited() -> None:
    (found,) = missing_sources(["7"], [CLAIM, replace(CLAIM, id="d"), replace(CLAIM, id="e", citations=("8",))])
    assert (found.rule, found.severity, found.claim, found.spans) == ("missing-source", Severity.ERROR, "", ())
    assert "[7]" in found.message
    assert "2 times" in found.message


def test_each_missing_source_has_its_own_finding() -> None:
    found = missing_sources(["7", "8"], [CLAIM])
    assert len({f.id for f in found}) == 2
    assert missing_sources([], [CLAIM]) == ()


def test_the_id_does_not_rest_on_the_places_that_cite_it() -> None:
    once, twice = (missing_sources(["7"], [CLAIM] * n)[0].id for n in (1, 2))
    assert once == twice

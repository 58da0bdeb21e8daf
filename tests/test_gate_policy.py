"""Prove that a team's settings grade findings and problems, and touch nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from samples import FERRY, IN_TITLE, IN_WAIT, RATS, REPORT

from verifier.gate.outcome import exceeded, limit, status
from verifier.gate.policy import Policy, apply
from verifier.gate.voices import denies, guesses
from verifier.model import Gate, PostmortemReport, Severity, Stance, Verdict


def applied(**settings: Any) -> PostmortemReport:
    (one,) = apply(REPORT, Policy(**settings)).reports
    return one


def severities(**settings: Any) -> dict[str, str]:
    return {p.id: p.severity.value for p in applied(**settings).problems}


PLAIN = {"p-missing": "error", "p-number": "error", "p-wait": "warning"}


@pytest.mark.parametrize(
    ("settings", "changed"),
    [
        ({}, {}),
        ({"rules": (("missing-source", "note"),)}, {"p-missing": "note"}),
        ({"rules": (("miss*", "note"), ("*", "error"))}, {"p-missing": "note", "p-wait": "error"}),
        ({"fields": (("impacts", "note"),)}, {"p-wait": "note"}),
        ({"fields": (("impacts", "note"), ("title", "warning"))}, {"p-wait": "note", "p-number": "warning"}),
        ({"verdicts": (("disputed", "error"),)}, {"p-wait": "error"}),
        ({"fields": (("Impacts", "note"),), "verdicts": (("disputed", "error"),)}, {"p-wait": "note"}),
        ({"rules": (("quantity", "warning"),), "fields": (("*", "note"),)}, {"p-number": "warning"}),
        ({"min_confidence": 0.8}, {"p-wait": "note"}),
    ],
)
def test_severities(settings: dict[str, Any], changed: dict[str, str]) -> None:
    assert severities(**settings) == PLAIN | changed


def test_what_is_off_or_not_sure_enough_is_left_out() -> None:
    assert set(severities(rules=(("missing-source", "off"),))) == {"p-number", "p-wait"}
    one = applied(show_confidence=0.8)
    assert IN_WAIT.id not in {f.id for f in one.findings}
    assert all(not a.findings for a in one.assessments if a.claim.id == IN_WAIT.claim)
    assert [a.verdict for a in one.assessments] == [a.verdict for a in FERRY.assessments]


def test_problems_stay_sorted_by_severity() -> None:
    assert list(severities(rules=(("missing-source", "note"),))) == ["p-number", "p-wait", "p-missing"]


def test_nothing_changes_without_settings() -> None:
    assert apply(REPORT, Policy()) is REPORT


def test_other_sources_stand_in_or_not() -> None:
    rats = next(a for a in applied(stand_in=False).assessments if a.claim.id == RATS.id)
    assert rats.verdict == Verdict.NOT_CHECKABLE
    assert rats.reason == "[7009] was not supplied, and no other source may stand in"
    others = [a.verdict for a in applied(stand_in=False).assessments if a.claim.id != RATS.id]
    assert others == [a.verdict for a in FERRY.assessments if a.claim.id != RATS.id]


@pytest.mark.parametrize(
    ("sentence", "denied", "guessed"),
    [
        ("The company denied that 4,000 tickets were lost.", True, False),
        ("There is no evidence that 4,000 tickets were lost.", True, False),
        ("As many as 4,000 tickets may have been lost.", False, True),
        ("It is probably 4,000 tickets.", False, True),
        ("Some 4,000 tickets were lost.", False, False),
        ("On 3 May 2021 some 4,000 tickets were lost.", False, False),
    ],
)
def test_denials_and_guesses(sentence: str, *, denied: bool, guessed: bool) -> None:
    assert (denies(sentence), guesses(sentence)) == (denied, guessed)
    evidence = replace(IN_WAIT.evidence[-1], text=sentence, stance=Stance.CONTRADICTS)
    finding = replace(IN_WAIT, evidence=(evidence,))
    one = replace(FERRY, findings=tuple(finding if f.id == finding.id else f for f in FERRY.findings), assessments=())
    for settings, weak in ((Policy(denials=False), denied), (Policy(guesses=False), guessed), (Policy(), False)):
        (after,) = apply(replace(REPORT, reports=(one,)), settings).reports
        graded = next(f for f in after.findings if f.id == finding.id)
        assert graded.severity == (Severity.NOTE if weak else Severity.WARNING)


def test_limits_go_before_the_gate() -> None:
    gate = Gate(Severity.ERROR, ((Severity.ERROR, 2), (Severity.WARNING, 0)))
    assert [limit(gate, severity) for severity in Severity] == [2, 0, None]
    assert exceeded(replace(REPORT, gate=gate)) == {Severity.WARNING: 1}
    assert status(replace(REPORT, gate=Gate(None, ((Severity.ERROR, 1),)))) == 1
    assert status(replace(REPORT, gate=Gate(None, ((Severity.ERROR, 2),)))) == 0
    assert IN_TITLE.severity == Severity.ERROR

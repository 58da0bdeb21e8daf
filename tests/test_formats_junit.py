"""Prove that JUnit XML has a case for every claim and fails those at the gate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from samples import CLEAN, EMPTY, HOSTILE, MANY, REPORT

from verifier.formats.junit import render
from verifier.gate.fingerprint import fingerprint
from verifier.gate.waived import every, waive
from verifier.model import Gate, Report, Severity, Waiver


def cases(report: Report) -> list[ET.Element]:
    return ET.fromstring(render(report)).findall("testsuite/testcase")  # noqa: S314


def outcomes(report: Report, name: str) -> int:
    return sum(case.find(name) is not None for case in cases(report))


def test_every_claim_is_a_case() -> None:
    (one,) = REPORT.reports
    names = [case.get("name", "") for case in cases(REPORT)]
    assert all(any(f"[{a.claim.id}]" in name for name in names) for a in one.assessments)
    assert len(names) == len(one.assessments) + 1


def test_what_cannot_be_checked_is_skipped() -> None:
    (skipped,) = (case for case in cases(REPORT) if case.find("skipped") is not None)
    assert skipped.get("classname") == "Preventions"
    assert skipped.find("skipped").get("message") == "advice"  # type: ignore[union-attr]


@pytest.mark.parametrize(("gate", "failed"), [(Severity.ERROR, 3), (Severity.WARNING, 4), (None, 0)])
def test_cases_fail_at_the_gate(gate: Severity | None, failed: int) -> None:
    assert outcomes(replace(REPORT, gate=Gate(gate)), "failure") == failed


def test_counts_are_right() -> None:
    root = ET.fromstring(render(MANY))  # noqa: S314
    counted = {name: int(root.get(name, "")) for name in ("tests", "failures", "errors", "skipped")}
    assert counted == {"tests": len(cases(MANY)), "failures": 3, "errors": 1, "skipped": 2}


def test_waived_claims_pass() -> None:
    waivers = [Waiver(fingerprint(f), f.rule, "ferry", "", "known", "Ada") for f in every(REPORT.reports[0])]
    report = waive(REPORT, waivers, date(2026, 1, 1))
    assert outcomes(report, "failure") == 0
    assert "waived error" in render(report)


def test_unreadable_inputs_and_empty_runs_are_errors() -> None:
    assert outcomes(MANY, "error") == 1
    assert outcomes(Report("0", "", (EMPTY,)), "error") == 1
    assert outcomes(Report("0", "", (CLEAN,)), "error") == 0


def test_crafted_text_stays_text() -> None:
    assert "\x1b" not in render(HOSTILE)
    assert len(cases(HOSTILE)) == 3
    odd = replace(CLEAN, postmortem=replace(CLEAN.postmortem, title="a\ufffeb\uffff\ud800\x00"))
    assert ET.fromstring(render(Report("0", "", (odd,)))).find("testsuite").get("name") == "a\ufffdb\ufffd\\ud800\\x00"  # type: ignore[union-attr]  # noqa: S314

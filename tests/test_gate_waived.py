"""Prove that waivers hold for what they name, and die with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from samples import FERRY, IN_IMPACTS, IN_TITLE, LOST, REPORT, TITLE

from verifier.formats.text import render
from verifier.gate.fingerprint import combined, fingerprint
from verifier.gate.outcome import FOUND, status
from verifier.gate.waived import every, reasons, waive
from verifier.model import Finding, Report, Stance, Waiver

TODAY = date(2026, 1, 1)
ALL = tuple(Waiver(fingerprint(f), f.rule, "ferry", "", "known", "Ada") for f in every(FERRY))


def of(finding: Finding) -> Waiver:
    return next(w for w in ALL if w.fingerprint == fingerprint(finding))


def test_a_problem_is_waived_when_all_its_findings_are() -> None:
    one = waive(REPORT, [of(IN_TITLE)], TODAY).reports[0]
    assert [p.waived for p in one.problems] == [False, False, False]
    assert {f.id for f in one.findings if f.waived} == {IN_TITLE.id}
    both = waive(REPORT, [of(IN_TITLE), of(IN_IMPACTS)], TODAY).reports[0]
    assert [p.rule for p in both.problems if p.waived] == ["quantity"]
    inside = [f for a in both.assessments if a.claim.id in {TITLE.id, LOST.id} for f in a.findings]
    assert all(f.waived for f in inside)


def test_only_what_is_new_gates() -> None:
    assert status(waive(REPORT, ALL, TODAY)) == 0
    assert status(waive(REPORT, [w for w in ALL if w != of(IN_TITLE)], TODAY)) == FOUND


def test_a_waiver_dies_with_its_evidence() -> None:
    reworded = replace(IN_TITLE, evidence=(replace(IN_TITLE.evidence[0], text="Some 4,000 tickets vanished."),))
    one = replace(
        FERRY,
        findings=tuple(reworded if f.id == IN_TITLE.id else f for f in FERRY.findings),
        assessments=tuple(
            replace(a, findings=tuple(reworded if f.id == IN_TITLE.id else f for f in a.findings))
            for a in FERRY.assessments
        ),
    )
    held = waive(replace(REPORT, reports=(one,)), ALL, TODAY)
    assert held.gate.stale == (of(IN_TITLE),)
    assert status(held) == FOUND


def test_context_and_places_do_not_matter() -> None:
    beside = replace(IN_TITLE.evidence[0], stance=Stance.CONTEXT, text="Something else.")
    moved = replace(IN_TITLE.evidence[0], start=5, end=9, source="another", score=0.1)
    assert fingerprint(replace(IN_TITLE, evidence=(beside, moved))) == fingerprint(IN_TITLE)


@pytest.mark.parametrize(("last", "stale"), [(date(2025, 12, 31), True), (TODAY, False), (date(2026, 1, 2), False)])
def test_waivers_expire_after_their_last_day(last: date, *, stale: bool) -> None:
    held = waive(REPORT, [replace(of(IN_TITLE), expires=last)], TODAY)
    assert bool(held.gate.stale) is stale
    assert any(f.waived for f in held.reports[0].findings) is not stale


def test_waivers_of_other_postmortems_neither_hold_nor_die() -> None:
    held = waive(REPORT, [replace(w, postmortem="other") for w in ALL], TODAY)
    assert (held.gate.used, held.gate.stale) == ((), ())
    assert status(held) == FOUND


def test_reasons_name_the_author_once() -> None:
    assert reasons(ALL, "ferry", [IN_TITLE, IN_IMPACTS]) == ["known (Ada)"]
    assert reasons(ALL, "other", [IN_TITLE]) == []


def test_reports_say_what_is_waived() -> None:
    assert "3 problems waived" in render(waive(REPORT, ALL, TODAY))
    assert "40,000 tickets" not in render(waive(REPORT, ALL, TODAY))
    assert waive(Report("0", "", ()), ALL, TODAY).gate.compared


def test_a_joint_fingerprint_knows_no_order() -> None:
    assert combined(["b", "a", "b"]) == combined(["a", "b"]) != combined(["a"])

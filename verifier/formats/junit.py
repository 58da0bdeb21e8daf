"""Render a report as JUnit XML: a test case per claim, what could not be checked skipped, unreadable inputs errors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from verifier.formats.alerts import Alert, alerts, sentence
from verifier.formats.visible import visible
from verifier.formats.words import clip
from verifier.gate.outcome import gates, grave, was_checked
from verifier.model import Assessment, PostmortemReport, Report, Trouble, Verdict

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = 160
_MESSAGE = 2000


class Case(NamedTuple):
    """Hold a test case: its names, and its outcome (failure, skipped, error or nothing) with what is said of it."""

    group: str
    name: str
    outcome: str = ""
    kind: str = ""
    message: str = ""


def render(report: Report) -> str:
    """Return the report as JUnit XML, without times; what is below the gate or waived passes, and says so."""
    root = ET.Element("testsuites", {"name": "verifier"})
    for one in report.reports:
        _suite(root, one.postmortem.title or one.postmortem.id, _cases(report, one))
    unusable = [_unusable(trouble) for trouble in grave(report.troubles)]
    if not was_checked(report):
        unusable.append(Case("inputs", "anything to check", "error", "nothing-checked", "nothing was checked"))
    if unusable:
        _suite(root, "inputs", unusable)
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(root: ET.Element, name: str, cases: Iterable[Case]) -> None:
    listed = list(cases)
    numbers = {
        "tests": len(listed),
        "failures": sum(case.outcome == "failure" for case in listed),
        "errors": sum(case.outcome == "error" for case in listed),
        "skipped": sum(case.outcome == "skipped" for case in listed),
    }
    suite = ET.SubElement(root, "testsuite", {"name": _safe(name)} | {k: str(v) for k, v in numbers.items()})
    for case in listed:
        element = ET.SubElement(suite, "testcase", {"classname": _safe(case.group), "name": _safe(case.name)})
        if case.outcome in {"failure", "error"}:
            told = ET.SubElement(element, case.outcome, {"type": _safe(case.kind), "message": _safe(case.message)})
            told.text = _safe(case.message)
        elif case.outcome:
            ET.SubElement(element, case.outcome, {"message": _safe(case.message)})
        elif case.message:
            ET.SubElement(element, "system-out").text = _safe(case.message)


def _cases(report: Report, one: PostmortemReport) -> list[Case]:
    """Return the cases of the document as a whole, then one for each claim."""
    found = alerts(one)
    by_claim: dict[str, list[Alert]] = {}
    for alert in found:
        for claim in alert.claims:
            by_claim.setdefault(claim.claim.id, []).append(alert)
    whole = [_judged(report, visible(one.postmortem.id), a.card.title, [a]) for a in found if not a.claims]
    return whole + [_claim(report, assessment, by_claim) for assessment in one.assessments]


def _claim(report: Report, assessment: Assessment, by_claim: Mapping[str, list[Alert]]) -> Case:
    claim = assessment.claim
    name = f"{visible(claim.text)[:_NAME]} [{claim.id}]"
    mine = by_claim.get(claim.id, [])
    if not mine and assessment.verdict == Verdict.NOT_CHECKABLE:
        return Case(claim.field, name, "skipped", "", assessment.reason or "not checkable")
    if mine:
        return _judged(report, claim.field, name, mine)
    return Case(claim.field, name, "", "", f"{assessment.verdict}: {assessment.reason}")


def _judged(report: Report, group: str, name: str, mine: list[Alert]) -> Case:
    """Fail a case where an open alert is at or above the gate; otherwise it passes, with what was found."""
    failing = [a for a in mine if not a.waived and gates(report.gate, a.severity)]
    shown = failing or mine
    said = "; ".join(f"{'waived ' if a.waived else ''}{a.severity}: {sentence(a.card)}" for a in shown)
    return Case(group, name, "failure" if failing else "", shown[0].problem.rule, clip(said, _MESSAGE))


def _unusable(trouble: Trouble) -> Case:
    said = trouble.what + (f"; {trouble.hint}" if trouble.hint else "")
    return Case("inputs", trouble.where, "error", "unusable-input", said)


def _safe(text: str) -> str:
    """Return text on one line that XML can hold."""
    return _ILLEGAL.sub("\ufffd", visible(text))

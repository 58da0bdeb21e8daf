"""Let every finding of the engine be sure and suggest what the source says, to try what is done with suggestions."""

from __future__ import annotations

from dataclasses import replace

from verifier.api import Verifier
from verifier.model import Finding, Postmortem, PostmortemReport, Problem, Report

CHECK = Verifier.check


def check(self: Verifier, postmortem: Postmortem, *more: Postmortem) -> Report:
    """Check as the engine does, and put the sources' values into the findings as suggestions."""
    report = CHECK(self, postmortem, *more)
    return replace(report, reports=tuple(map(_one, report.reports)))


def _one(report: PostmortemReport) -> PostmortemReport:
    found = {f.id: _finding(f) for f in (*report.findings, *(f for a in report.assessments for f in a.findings))}

    def problem(value: Problem) -> Problem:
        return replace(value, suggestion=next((found[i].suggestion for i in value.findings if i in found), ""))

    return replace(
        report,
        findings=tuple(found[f.id] for f in report.findings),
        assessments=tuple(replace(a, findings=tuple(found[f.id] for f in a.findings)) for a in report.assessments),
        problems=tuple(map(problem, report.problems)),
    )


def _finding(finding: Finding) -> Finding:
    return replace(finding, confidence=0.99, suggestion=finding.values[1])

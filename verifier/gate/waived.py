"""Hold waivers against a report: mark what they cover, tell which no longer apply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from verifier.gate.fingerprint import fingerprint
from verifier.model import Assessment, Finding, PostmortemReport, Problem, Report, Waiver


def waive(report: Report, waivers: Sequence[Waiver], today: date) -> Report:
    """Return the report with what the waivers cover marked as waived; its gate names those used and the dead.

    A waiver is dead where its finding is gone from a postmortem that was checked, or where it has expired.
    """
    living = {_key(w): w for w in waivers if w.expires is None or w.expires >= today}
    reports = tuple(marked(one, living) for one in report.reports)
    present = {(one.postmortem.id, fingerprint(f)) for one in report.reports for f in every(one)}
    checked = {one.postmortem.id for one in report.reports}
    used = tuple(w for key, w in living.items() if key in present)
    stale = tuple(w for w in waivers if w.postmortem in checked and (_key(w) not in living or _key(w) not in present))
    return replace(report, reports=reports, gate=replace(report.gate, compared=True, used=used, stale=stale))


def every(report: PostmortemReport) -> tuple[Finding, ...]:
    """Return all findings of a postmortem, each id once."""
    claimed = (finding for a in report.assessments for finding in a.findings)
    return tuple({f.id: f for f in (*claimed, *report.findings)}.values())


def reasons(waivers: Iterable[Waiver], postmortem: str, findings: Iterable[Finding]) -> list[str]:
    """Return why findings were waived, each reason once with its author."""
    names = {fingerprint(f) for f in findings}
    mine = (w for w in waivers if w.postmortem == postmortem and w.fingerprint in names)
    return list(dict.fromkeys(f"{w.reason} ({w.author})" if w.author else w.reason for w in mine))


def _key(waiver: Waiver) -> tuple[str, str]:
    return waiver.postmortem, waiver.fingerprint


def marked(report: PostmortemReport, living: Iterable[tuple[str, str]]) -> PostmortemReport:
    """Return a postmortem's report with the findings marked that waivers cover: pairs of postmortem and fingerprint."""
    mine = {name for postmortem, name in living if postmortem == report.postmortem.id}
    waived = {f.id for f in every(report) if f.waived or fingerprint(f) in mine}
    if not waived:
        return report

    def mark(finding: Finding) -> Finding:
        return replace(finding, waived=True) if finding.id in waived else finding

    def inside(assessment: Assessment) -> Assessment:
        return replace(assessment, findings=tuple(map(mark, assessment.findings)))

    return replace(
        report,
        findings=tuple(map(mark, report.findings)),
        assessments=tuple(map(inside, report.assessments)),
        problems=tuple(replace(p, waived=_whole(p, waived)) for p in report.problems),
    )


def _whole(problem: Problem, waived: set[str]) -> bool:
    return bool(problem.findings) and waived.issuperset(problem.findings)

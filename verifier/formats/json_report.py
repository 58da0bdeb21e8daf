"""Render a report as JSON, as reports/report.schema.json describes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from verifier.formats import records
from verifier.formats.beside import quoted
from verifier.formats.located import Files
from verifier.formats.order import graded
from verifier.formats.quotes import Desk
from verifier.formats.records import Record
from verifier.model import Assessment, Finding, PostmortemReport, Problem, Report, Severity, Trouble, Verdict

SCHEMA_VERSION = "1.2"


def render(report: Report) -> str:
    """Return the report as JSON text."""
    return records.dumps(as_record(report), indent=2) + "\n"


def as_record(report: Report) -> Record:
    """Return the report as a JSON object."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "verifier", "version": report.version, "rules_digest": report.rules_digest},
        "summary": _totals(report.reports),
        "reports": [_one(one) for one in report.reports],
        "troubles": [_trouble(trouble) for trouble in report.troubles],
        "gate": records.gate(report.gate),
    }


def _trouble(trouble: Trouble) -> Record:
    found: Record = {"where": trouble.where, "what": trouble.what, "hint": trouble.hint}
    return found | ({"slight": True} if trouble.slight else {})


def findings(report: PostmortemReport) -> tuple[Finding, ...]:
    """Return all findings of a report, each id once, the document's own first."""
    claimed = (finding for a in report.assessments for finding in a.findings)
    return tuple({finding.id: finding for finding in (*report.findings, *claimed)}.values())


def _one(report: PostmortemReport) -> Record:
    files = Files.of(report)
    places = quoted(report)
    return {
        "postmortem": records.postmortem(report.postmortem),
        "sources": [records.source(reading, files, places) for reading in report.sources],
        "claims": [records.claim(assessment, files) for assessment in report.assessments],
        "findings": [records.finding(finding, files) for finding in findings(report)],
        "problems": [records.problem(problem) for problem in graded(Desk.of(report), report.problems)],
        "source_conflicts": [
            {"a": records.place(c.a, files), "b": records.place(c.b, files), "message": c.message}
            for c in report.source_conflicts
        ],
        "not_checked": [records.not_checked(each, files) for each in report.not_checked],
        "summary": _summary(report),
    }


def _summary(report: PostmortemReport) -> Record:
    return {
        "claims": _verdicts(report.assessments),
        "problems": _severities(report.problems),
        "citations": {
            "resolved": list(report.resolved),
            "missing": list(report.missing),
            **({"mentioned": list(report.mentioned)} if report.mentioned else {}),
        },
    }


def _totals(reports: Iterable[PostmortemReport]) -> Record:
    listed = list(reports)
    return {
        "postmortems": len(listed),
        "claims": _verdicts(a for one in listed for a in one.assessments),
        "problems": _severities(p for one in listed for p in one.problems),
        "citations": {
            "resolved": sum(len(one.resolved) for one in listed),
            "missing": sum(len(one.missing) for one in listed),
        },
    }


def _verdicts(assessments: Iterable[Assessment]) -> dict[str, int]:
    numbers = Counter(a.verdict for a in assessments)
    return {verdict.value: numbers[verdict] for verdict in Verdict}


def _severities(problems: Iterable[Problem]) -> dict[str, int]:
    numbers = Counter(p.severity for p in problems)
    return {severity.value: numbers[severity] for severity in Severity}

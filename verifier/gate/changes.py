"""Leave out of a report the claims whose text and evidence are as they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from verifier.model import Assessment, Evidence, PostmortemReport, Report, Verdict

Known = tuple[str, Verdict, frozenset[tuple[str, str, str]]]


def limited(report: Report, before: Report | None, since: str) -> Report:
    """Return the report with the claims that were not there before, or were judged by other sentences.

    `before` is the report of the state before; None where there was none.
    """
    old = {one.postmortem.id: one for one in before.reports} if before else {}
    if before and len(before.reports) == len(report.reports) == 1:
        old = {report.reports[0].postmortem.id: before.reports[0]}
    reports = tuple(_one(one, old.get(one.postmortem.id)) for one in report.reports)
    left = sum(len(b.assessments) - len(a.assessments) for a, b in zip(reports, report.reports, strict=True))
    return replace(report, reports=reports, gate=replace(report.gate, since=since, unchanged=left))


def _one(report: PostmortemReport, before: PostmortemReport | None) -> PostmortemReport:
    if before is None:
        return report
    known = {_known(a) for a in before.assessments}
    kept = tuple(a for a in report.assessments if _known(a) not in known)
    document = {f.id for f in before.findings if not f.claim}
    ids = {a.claim.id for a in kept}
    findings = tuple(f for f in report.findings if f.claim in ids or (not f.claim and f.id not in document))
    left = {f.id: f for f in (*findings, *(f for a in kept for f in a.findings))}
    problems = []
    for problem in report.problems:
        mine = tuple(i for i in problem.findings if i in left)
        if mine:
            problems.append(replace(problem, findings=mine, claims=tuple(c for c in problem.claims if c in ids)))
    return replace(report, assessments=kept, findings=findings, problems=tuple(problems))


def _known(assessment: Assessment) -> Known:
    """Return what makes a claim the same: its id, its verdict and the sentences it rests on."""
    mine = (*assessment.evidence, *(e for f in assessment.findings for e in f.evidence))
    return assessment.claim.id, assessment.verdict, _sentences(mine)


def _sentences(evidence: Iterable[Evidence]) -> frozenset[tuple[str, str, str]]:
    return frozenset((e.source, e.stance.value, " ".join(e.text.split())) for e in evidence)

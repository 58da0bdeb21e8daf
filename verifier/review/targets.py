"""Find what can be decided on a page: its problems, by the anchors that they have on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from verifier.formats.html_anchors import anchor
from verifier.formats.html_index import slugs
from verifier.gate.waived import every
from verifier.model import PostmortemReport, Report
from verifier.review.decisions import Subject


class Desk(NamedTuple):
    """Hold one page: its postmortem, and its problems by anchor."""

    report: PostmortemReport
    subjects: Mapping[str, Subject]


def pages(report: Report) -> dict[str, Desk]:
    """Return the pages of a run by name; the only one of a single postmortem has none."""
    names = [""] if len(report.reports) == 1 else slugs(report.reports)
    return {name: Desk(one, _subjects(one)) for name, one in zip(names, report.reports, strict=True)}


def _subjects(report: PostmortemReport) -> dict[str, Subject]:
    findings = {f.id: f for f in every(report)}
    texts = {a.claim.id: a.claim.text for a in report.assessments}
    found = {}
    for problem in report.problems:
        mine = tuple((findings[i], texts.get(findings[i].claim, "")) for i in problem.findings if i in findings)
        found[anchor("problem", problem.id)] = Subject(report.postmortem.id, problem.title, mine)
    return found

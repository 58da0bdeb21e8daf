"""Hold the judging of one postmortem as a value that can be sent to another process or machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from verifier.api import Verifier
from verifier.cache import Cache, reader
from verifier.gate import policy
from verifier.gate.policy import Policy
from verifier.gate.waived import waive
from verifier.model import (
    Assessment,
    Gate,
    Postmortem,
    PostmortemReport,
    Report,
    Source,
    Trouble,
    Verdict,
    Waiver,
)

NO_SOURCE = "none of the articles it cites was supplied"


@dataclass(frozen=True, slots=True)
class Terms:
    """Hold what holds for every postmortem of a run: rules, policy, gate, waivers and their day, the cache's folder."""

    rules: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    policy: Policy = field(default=Policy())
    gate: Gate = field(default=Gate())
    waivers: tuple[Waiver, ...] | None = None
    today: date = date.min
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """Hold a postmortem, the articles in its reach, and what could not be read of them."""

    number: int
    postmortem: Postmortem
    sources: tuple[Source, ...]
    troubles: tuple[Trouble, ...]
    terms: Terms

    def key(self, *more: object) -> str:
        """Return a digest of all that the outcome depends on."""
        own = replace(self, number=0, terms=self.terms_of_it())
        return hashlib.sha256(repr((own, more)).encode("utf-8", "surrogatepass")).hexdigest()

    def terms_of_it(self) -> Terms:
        """Return the terms with the waivers of this postmortem alone, without the day where none of them can expire."""
        mine = None if self.terms.waivers is None else tuple(_of(self.terms.waivers, self.postmortem.id))
        day = self.terms.today if any(waiver.expires for waiver in mine or ()) else date.min
        return replace(self.terms, waivers=mine, today=day, cache=None)


def report_of(job: Job) -> Report:
    """Judge a postmortem in its own reach, and put the report through the gate.

    Raises: InputError where it has no claims.
    """
    terms = job.terms
    verifier = Verifier(
        job.sources,
        rules=terms.rules,
        select=terms.select,
        ignore=terms.ignore,
        troubles=job.troubles,
        read=reader(Cache(terms.cache) if terms.cache else None),
    )
    report = verifier.check(job.postmortem)
    if not job.sources:
        report = replace(report, reports=tuple(map(_unsourced, report.reports)))
    report = policy.apply(replace(report, gate=terms.gate), terms.policy)
    return report if terms.waivers is None else waive(report, terms.waivers, terms.today)


def _of(waivers: Iterable[Waiver], postmortem: str) -> Iterable[Waiver]:
    return (waiver for waiver in waivers if waiver.postmortem == postmortem)


def _unsourced(report: PostmortemReport) -> PostmortemReport:
    """Set aside every claim that would need an article, where there is none; what needs none stays."""
    gone = {finding.id for a in report.assessments for finding in a.findings}
    left = tuple(f for f in report.findings if f.id not in gone)
    kept = {finding.id for finding in left}
    problems = (replace(p, findings=tuple(f for f in p.findings if f in kept)) for p in report.problems)
    return replace(
        report,
        assessments=tuple(map(_set_aside, report.assessments)),
        findings=left,
        problems=tuple(p for p in problems if p.findings),
    )


def _set_aside(assessment: Assessment) -> Assessment:
    if assessment.verdict is Verdict.NOT_CHECKABLE:
        return assessment
    return replace(assessment, verdict=Verdict.NOT_CHECKABLE, reason=NO_SOURCE, support=0.0, evidence=(), findings=())

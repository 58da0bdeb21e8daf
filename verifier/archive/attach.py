"""Show, beside claims without a supplied source, what an archive says of them."""

from __future__ import annotations

from dataclasses import replace

from verifier.archive.search import NOTE, Archive, Found
from verifier.model import Assessment, Claim, PostmortemReport, Report, Source, SourceReading
from verifier.text.reading import read_source


def attach(report: Report, archive: Archive) -> Report:
    """Return the report with the archive's evidence; verdicts, problems and citations stay as they are."""
    return replace(report, reports=tuple(_one(one, archive) for one in report.reports))


def _one(report: PostmortemReport, archive: Archive) -> PostmortemReport:
    supplied = frozenset(reading.source.id for reading in report.sources)
    found: dict[str, Source] = {}
    assessments = tuple(
        _shown(a, archive.look_up(_told(a.claim), supplied), found) if is_unbacked(a.claim, report) else a
        for a in report.assessments
    )
    more = (found[name] for name in sorted(found))
    return replace(report, assessments=assessments, sources=(*report.sources, *map(_reading, more)))


def is_unbacked(claim: Claim, report: PostmortemReport) -> bool:
    """Say whether a claim that can be checked has no supplied source: it cites only what is missing, or nothing is."""
    if claim.reason:
        return False
    if claim.citations:
        return not set(claim.citations).intersection(report.resolved)
    return not report.sources


def _shown(assessment: Assessment, found: Found, sources: dict[str, Source]) -> Assessment:
    if not found.evidence:
        return assessment
    sources |= {source.id: source for source in found.sources}
    named = ", ".join(f"[{source.id}]" for source in found.sources)
    states = "states" if len(found.sources) == 1 else "state"
    reason = f"{assessment.reason}; found in the archive: {named} {states} this".removeprefix("; ")
    return replace(assessment, reason=reason, evidence=(*assessment.evidence, *found.evidence))


def _told(claim: Claim) -> str:
    """Return what a claim says, without its citations."""
    return " ".join(claim.text[span.start : span.end] for span in claim.material) or claim.text


def _reading(source: Source) -> SourceReading:
    reading = read_source(source)
    return replace(reading, notes=(*reading.notes, NOTE))

"""Check what a postmortem says of the day an article was published against the article's own date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from verifier.data.rulebook import Rule, Rulebook
from verifier.decide.findings import finding_id
from verifier.facts.date import DateFact, on_day, relate
from verifier.facts.date import read as dates
from verifier.facts.relation import HOLDS, Relation
from verifier.model import Assessment, Claim, Evidence, Finding, Kind, Part, Source, Span, Stance, Verdict

_CLAIMS = ("published", "publication date", "posted")


def dated(assessment: Assessment, sources: Iterable[Source], rules: Rulebook) -> Assessment:
    """Return the assessment of a claim about an article's date: held or contradicted by the date of a source.

    Any other claim, and one whose sources have no known date, is returned as it is.
    """
    claim = assessment.claim
    said = dates(claim.text) if claim.kind is Kind.META and any(c in claim.text.lower() for c in _CLAIMS) else ()
    known = [(s, on_day(s.published)) for s in sources if s.published is not None] if len(said) == 1 else []
    if not known:
        return assessment
    relations = [(relate(said[0], own), source, own) for source, own in known]
    if any(relation in HOLDS for relation, *_ in relations):
        return replace(assessment, verdict=Verdict.SUPPORTED, reason="the date of the article", support=1.0)
    rule = next(iter(rules.about("value", "date")), None)
    clashing = next(((s, own) for relation, s, own in relations if relation is Relation.APART), None)
    if clashing is None or rule is None:
        return assessment
    found = _finding(claim, said[0], *clashing, rule)
    return replace(assessment, verdict=Verdict.CONTRADICTED, reason=found.message, findings=(found,), support=0.0)


def _finding(claim: Claim, said: DateFact, source: Source, own: DateFact, rule: Rule) -> Finding:
    shown = Evidence(source.id, Part.TITLE, 0, len(source.title), source.title, Stance.CONTRADICTS, 1.0)
    return Finding(
        id=finding_id(rule.id, claim, said.text, own.text), rule=rule.id, severity=rule.severity,
        confidence=rule.confidence, claim=claim.id,
        message=f'claim says "{said.text}", source {source.id} is dated {own.text}',
        spans=(Span(claim.start + said.start, claim.start + said.end),),
        evidence=(shown,) if source.title else (), suggestion=own.text, values=(said.text, own.text),
    )  # fmt: skip

"""Compare the figures and dates that stand in one gap between a claim and a passage it repeats."""

from __future__ import annotations

from verifier.checks.case import Case
from verifier.checks.quantity import HOLDS
from verifier.evidence.gaps import Gap
from verifier.evidence.index import Passage
from verifier.facts import date_relation, quantity_relation
from verifier.facts.analysis import Analysis
from verifier.facts.dates import DateFact
from verifier.facts.quantity import Quantity
from verifier.facts.relation import Relation


def figures(case: Case, passage: Passage, gap: Gap) -> str | None:
    """Name the family of figures that differ in a gap; empty where they agree, None where a side has none."""
    ours, theirs = _typed(case.claim, gap.claim), _typed(passage.analysis, gap.passage)
    for kind, a in ours:
        relations = [_relation(a, b) for other, b in theirs if other == kind]
        if Relation.CLASH in relations and not HOLDS.intersection(relations):
            return kind
    if ours and theirs:
        return ""
    digits, others = _digits(case.claim, gap.claim), _digits(passage.analysis, gap.passage)
    if digits and others:
        return "" if digits == others else "quantity"
    return None


def _relation(ours: Quantity | DateFact, theirs: Quantity | DateFact) -> Relation:
    if isinstance(ours, Quantity) and isinstance(theirs, Quantity):
        return quantity_relation.relate(ours, theirs)
    if isinstance(ours, DateFact) and isinstance(theirs, DateFact):
        return date_relation.relate(ours, theirs)
    return Relation.OTHER


def _typed(analysis: Analysis, span: tuple[int, int]) -> list[tuple[str, Quantity | DateFact]]:
    """Return the quantities and dates that have a token in the span, each with the family that compares it."""
    if span[0] >= span[1]:
        return []
    start, end = analysis.tokens[span[0]].start, analysis.tokens[span[1] - 1].end
    return [("quantity", q) for q in analysis.quantities if q.start < end and q.end > start] + [
        ("date", d) for d in analysis.dates if d.start < end and d.end > start
    ]


def _digits(analysis: Analysis, span: tuple[int, int]) -> list[str]:
    return [t.key for t in analysis.tokens[slice(*span)] if t.key[0].isdigit()]

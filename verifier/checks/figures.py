"""Compare the figures and dates that stand in one gap between a claim and a passage it repeats."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import product

from verifier.checks.case import Case
from verifier.checks.parts import reckoned
from verifier.checks.quantity import FAMILY, HOLDS
from verifier.evidence.gaps import Gap
from verifier.evidence.index import Passage
from verifier.facts import date as date_relation
from verifier.facts import quantity as quantity_relation
from verifier.facts.analysis import Analysis
from verifier.facts.date import DateFact
from verifier.facts.quantity import Quantity
from verifier.facts.relation import Relation


def figures(case: Case, passage: Passage, gap: Gap, *, repeated: bool) -> str | None:
    """Name the family of figures that differ in a gap; empty where they agree, None where a side has none.

    Where the claim is else `repeated` word for word, bounds and ranges must give the same figures.
    """
    ours, theirs = _typed(case.claim, gap.claim), _typed(passage.analysis, gap.passage)
    held = False
    for kind, a in ours:
        relations = [_relation(a, b) for other, b in theirs if other == kind]
        if Relation.APART in relations and not HOLDS.intersection(relations):
            worked_out = isinstance(a, Quantity) and reckoned(a, passage.analysis.quantities)
            return "" if worked_out else kind
        held = held or not HOLDS.isdisjoint(relations)
    if repeated and any(_altered(a, b) for (_, a), (_, b) in product(ours, theirs)):
        return FAMILY
    digits, others = _digits(case.claim, gap.claim), _digits(passage.analysis, gap.passage)
    alone = (len(digits), len(others)) == (gap.claim[1] - gap.claim[0], gap.passage[1] - gap.passage[0])
    if ours and theirs and (held or not alone):
        return ""
    if digits and others:
        return "" if digits == others else FAMILY
    return None


def _altered(ours: Quantity | DateFact, theirs: Quantity | DateFact) -> bool:
    """Say whether two bounds of one sort, or two ranges, differ in a figure that is no rounding of the other.

    More than 30 follows from more than 80; who repeats a sentence and puts 30 for 80 alters it all the same.
    """
    if not (isinstance(ours, Quantity) and isinstance(theirs, Quantity)) or ours.vague or theirs.vague:
        return False
    if ours.comparator != theirs.comparator or math.isclose(ours.lower, ours.upper):
        return False
    mine, others = _ends(ours), _ends(theirs)
    cut = ours.step if ours.step > theirs.step else 0.0
    alike = (
        abs(a - b) < cut or quantity_relation.weigh(_bare(ours, a), _bare(theirs, b)) in HOLDS
        for a, b in zip(mine, others, strict=False)
    )
    return len(mine) == len(others) and not all(alike)


def _ends(quantity: Quantity) -> tuple[float, ...]:
    return tuple(end for end in (quantity.lower, quantity.upper) if 0 < end < math.inf)


def _bare(quantity: Quantity, figure: float) -> Quantity:
    return replace(quantity, comparator="", lower=figure, upper=figure)


def _relation(ours: Quantity | DateFact, theirs: Quantity | DateFact) -> Relation:
    if isinstance(ours, Quantity) and isinstance(theirs, Quantity):
        return quantity_relation.weigh(ours, theirs)
    if isinstance(ours, DateFact) and isinstance(theirs, DateFact):
        return date_relation.weigh(ours, theirs)
    return Relation.OPEN


def _typed(analysis: Analysis, span: tuple[int, int]) -> list[tuple[str, Quantity | DateFact]]:
    """Return the quantities and dates that have a token in the span, each with the family that compares it."""
    if span[0] >= span[1]:
        return []
    start, end = analysis.tokens[span[0]].start, analysis.tokens[span[1] - 1].end
    return [("quantity", q) for q in analysis.quantities if q.start < end and q.end > start] + [
        ("date", d) for d in analysis.dates if d.start < end and d.end > start
    ]


def _digits(analysis: Analysis, span: tuple[int, int]) -> list[str]:
    """Return the words of a span that begin with a digit; a citation marker is none."""
    inside = (analysis.tokens[t].key for t in range(*span) if t in analysis.inside)
    return [key.replace(",", "") for key in inside if key[0].isdigit()]

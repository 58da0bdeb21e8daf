"""Compare the values of two quantities, whatever they count."""

from __future__ import annotations

import math
from dataclasses import replace

from verifier.data.thresholds import BOUND_BEYOND, BOUND_REACH, RATE_WITHIN
from verifier.facts.number.parts import QuantityKind
from verifier.facts.number.units import duration_of
from verifier.facts.quantity.latitude import DOWN, UP, fits, meets, same
from verifier.facts.quantity.reading import Quantity
from verifier.facts.relation import Relation, related

_MILLION, _THOUSANDFOLD = 10**6, 1000
_SHARES = frozenset({"percent", "ratio"})
_STRICT = {"less than": (-1, "at most"), "more than": (1, "at least")}
_NUMBERED = frozenset({"count", "age", "ordinal", "duration"})


def relate(a: Quantity, b: Quantity) -> Relation:
    """Return how one quantity relates to another; counted nouns are not looked at."""
    if {a.kind, b.kind} == {"count", "ratio"}:
        return _counted(a, b) if a.kind == "count" else _counted(b, a).mirror
    if a.kind != b.kind and {a.kind, b.kind} <= _NUMBERED:
        return _numbered(a, b)
    a, b = _read_alike(a, b), _read_alike(b, a)
    if not comparable(a, b):
        return Relation.APART if swapped_unit(a, b) else Relation.OPEN
    if a.per and b.per and a.per != b.per:
        return _rates(a, b)
    if a.kind == "score":
        return Relation.EQUAL if (a.part, a.whole) == (b.part, b.whole) else Relation.APART
    low, high = sorted((a.whole or 0.0, b.whole or 0.0))
    if 0 < low * _THOUSANDFOLD <= high:  # 44,000 of 45,000 beside 44 of 45
        return Relation.APART
    return related(fits(b, a), fits(a, b), meets=meets(a, b))


def weigh(claim: Quantity, source: Quantity) -> Relation:
    """Return how a claim's quantity relates to a source's, taken that both speak of one thing.

    As `relate`, but a bound is taken to lie near the value that it is drawn from: who says "at least 60,000" where the
    source says "at least 30,000", or "at least 3 million" where it says 3 billion, says something else; "more than a
    thousand" says little of 2.7 million, and nothing else.
    """
    claim, source = _counted_whole(claim, source), _counted_whole(source, claim)
    relation = relate(claim, source)
    if claim.kind != source.kind or claim.per != source.per or claim.vague or source.vague:
        loose = relation is Relation.IMPLIES and not claim.per and source.per and source.comparator in UP | DOWN
        return Relation.OPEN if loose else relation  # 13 million, more than two of every 10,000
    if same(claim.value, source.value):
        return _same_figure(claim, source, relation)
    if relation is Relation.IMPLIES and source.comparator in UP | DOWN and not _near(source, claim):
        return Relation.APART
    if relation is Relation.IMPLIES and source.lower == source.upper and claim.written == source.written:
        return Relation.OPEN  # a figure that the source does not give: 91,000 of 90,000, 101 of some 100
    if relation is not Relation.IMPLIED or claim.comparator not in UP | DOWN:
        return relation
    if claim.comparator == source.comparator == "up to":
        return Relation.APART  # each names what was reached
    if _in_reach(claim, source):
        return relation
    return Relation.APART if _rescaled(claim, source) else Relation.OPEN


def _counted_whole(a: Quantity, b: Quantity) -> Quantity:
    """Return a bound on a count as one that it may reach, where the other is one: fewer than six, at most five."""
    by, reaching = _STRICT.get(a.comparator, (0, ""))
    counted = {a.kind, b.kind} == {"count"} and b.comparator == reaching and a.value % 1 == 0
    if not by or not counted or abs(a.value - b.value) != 1:
        return a
    lower, upper = (a.value + by, a.upper) if by > 0 else (a.lower, a.value + by)
    return replace(a, comparator=b.comparator, lower=lower, upper=upper)


def comparable(a: Quantity, b: Quantity) -> bool:
    """Say whether two quantities are of one kind and unit."""
    return a.unit == b.unit and (a.kind == b.kind or {a.kind, b.kind} <= _SHARES)


def swapped_unit(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities have one figure in two units of a kind: £300 and $300, 2 metres and 2 feet."""
    if a.kind != b.kind or a.kind not in {"money", "measure", "duration"} or a.vague or b.vague:
        return False
    other = a.written != b.written if a.unit == b.unit else a.kind == "money"
    return other and same(a.value / a.factor, b.value / b.factor)


def _read_alike(q: Quantity, other: Quantity) -> Quantity:
    """Return a quantity as the other one is read: pounds are money beside £, "2.4m" is millions beside a count."""
    if q.kind != "measure" or q.kind == other.kind:
        return q
    if other.unit == "gbp" and q.written == "pound":
        return _reread(q, 1 / q.factor, "gbp", "money")
    if other.kind == "count" and q.written == "meter" and q.text[-1:] == "m":
        return _reread(q, _MILLION, "", "count")
    return q


def _reread(q: Quantity, scale: float, unit: str, kind: QuantityKind) -> Quantity:
    lower, upper, step = q.lower * scale, q.upper * scale, q.step * scale
    return replace(q, lower=lower, upper=upper, step=step, factor=1.0, unit=unit, written=unit, kind=kind)


def _numbered(a: Quantity, b: Quantity) -> Relation:
    """Compare figures that number one thing in two ways: she was 34; five years, the fifth year; 3 dead, the third."""
    plain = not (a.vague or b.vague) and {a.comparator, b.comparator} <= {"", "exactly"}
    last, other = (a, b) if a.kind == "ordinal" else (b, a)
    if last.kind == "ordinal":
        told = other.kind != "duration" or last.noun[-1:] in ((), (other.written,), ("anniversary",))
    else:
        told = "duration" not in (a.kind, b.kind) and not any(q.kind == "count" and q.noun_span for q in (a, b))
    return Relation.EQUAL if plain and told and same(a.value / a.factor, b.value / b.factor) else Relation.OPEN


def _rates(a: Quantity, b: Quantity) -> Relation:
    """Compare "7,000 a week" with "1,000 a day"; rates by other things than time are not compared."""
    ours, theirs = duration_of(a.per), duration_of(b.per)
    if not ours or not theirs:
        return Relation.OPEN
    if math.isclose(b.value / theirs, a.value / ours, rel_tol=RATE_WITHIN):
        return Relation.EQUAL
    return Relation.APART if same(a.value, b.value) else Relation.OPEN


def _counted(count: Quantity, ratio: Quantity) -> Relation:
    """Compare "44" with "44 of 45": both of its figures are counts."""
    parts = (
        replace(ratio, kind="count", unit="", written="", lower=figure, upper=figure, step=1.0, part=None, whole=None)
        for figure in (ratio.part, ratio.whole)
        if figure is not None
    )
    return Relation.IMPLIED if any(fits(count, part) for part in parts) else Relation.OPEN


def _same_figure(claim: Quantity, source: Quantity, relation: Relation) -> Relation:
    """Weigh a bound that only one side gives to the figure of both: losing it says more, adding it is loose."""
    ours, theirs = claim.comparator, source.comparator
    if (ours in UP and theirs in DOWN) or (ours in DOWN and theirs in UP):
        return Relation.APART
    if not ours and theirs in UP | DOWN:
        return Relation.IMPLIES
    if relation is Relation.OPEN and not theirs:
        return Relation.IMPLIES if ours in UP else Relation.APART
    return relation


def _near(source: Quantity, claim: Quantity) -> bool:
    """Tell whether a figure of the claim's own lies close behind a bound of the source: 2.4 of more than 2 million."""
    v, x = source.value, claim.value
    if claim.comparator in UP | DOWN:
        return False
    if source.comparator in UP:
        return x < min(v + source.step, BOUND_BEYOND * v)
    return max(v - source.step, v / BOUND_BEYOND) < x


def _rescaled(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities have the same digits, in another scale or unit: 3 million and 3 billion."""
    ours, theirs = a.value / a.factor, b.value / b.factor
    return min(ours, theirs) > 0 and math.log10(ours / theirs).is_integer()


def _in_reach(claim: Quantity, source: Quantity) -> bool:
    """Tell whether a bound of the claim's own is drawn from a value as high as the source's."""
    v, x = claim.value, source.value
    return v <= 1 or x <= v * BOUND_REACH if claim.comparator in UP else x >= v / BOUND_REACH

"""Compare the values of two quantities, whatever they count."""

from __future__ import annotations

import math
from dataclasses import replace

from verifier.facts.quantity.alike import period, read_alike
from verifier.facts.quantity.reading import Quantity
from verifier.facts.quantity.rounding import DOWN, REACH, UP, fits_loosely, holds, rounds
from verifier.facts.relation import Relation

_STRICT = frozenset(("more than", "less than"))
_EXACT = 1e-9
_RATE = 0.05
_THOUSANDFOLD = 1000
_NEXT = 1.25
"""By what factor a figure may exceed a vague number that is said of it: "dozens" of 100, "hundreds" of 1,200."""


def relate(claim: Quantity, source: Quantity) -> Relation:
    """Return how the claim's value relates to the source's; counted nouns are not looked at."""
    if claim.kind != source.kind and {claim.kind, source.kind} == {"count", "ratio"}:
        return _part_of_ratio(claim, source)
    claim, source = read_alike(claim, source), read_alike(source, claim)
    if not _comparable(claim, source):
        return Relation.CLASH if swapped_unit(claim, source) else Relation.OTHER
    if claim.per and source.per and claim.per != source.per:
        return _rates(claim, source)
    if claim.kind == "score" or (claim.part is not None and source.part is not None):
        return _pairs(claim, source)
    if claim.vague or source.vague or _is_range(claim) or _is_range(source):
        return _intervals(claim, source)
    if _same(claim.value, source.value):
        return _same_figure(claim, source)
    return _figures(claim, source)


def _comparable(a: Quantity, b: Quantity) -> bool:
    shares = {"percent", "ratio"}
    if a.unit != b.unit:
        return False
    return a.kind == b.kind or {a.kind, b.kind} <= shares


def swapped_unit(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities have one figure in two units of a kind: £300 and $300, 2 metres and 2 feet."""
    if a.kind != b.kind or a.kind not in {"money", "measure", "duration"} or a.vague or b.vague:
        return False
    other = a.written != b.written if a.unit == b.unit else a.kind == "money"
    return other and _same(a.value / a.factor, b.value / b.factor)


def _rates(claim: Quantity, source: Quantity) -> Relation:
    """Compare "7,000 a week" with "1,000 a day"; rates by other things than time are not compared."""
    ours, theirs = period(claim.per), period(source.per)
    if not ours or not theirs:
        return Relation.OTHER
    share = ours / theirs
    if math.isclose(source.value * share, claim.value, rel_tol=_RATE):
        return Relation.EQUAL
    return Relation.CLASH if _same(claim.value, source.value) else Relation.OTHER


def _part_of_ratio(claim: Quantity, source: Quantity) -> Relation:
    """Compare "44" with "44 of 45": both of its figures are counts."""
    ratio, count = (claim, source) if claim.kind == "ratio" else (source, claim)
    if count.value in (ratio.part, ratio.whole):
        return Relation.WEAKER if ratio is claim else Relation.ENTAILED
    if ratio is claim or ratio.part is None or ratio.whole is None:
        return Relation.OTHER
    bounds = {relate(count, _counted(ratio, figure)) for figure in (ratio.part, ratio.whole)}
    return Relation.ENTAILED if Relation.ENTAILED in bounds else Relation.OTHER


def _counted(ratio: Quantity, value: float) -> Quantity:
    """Return one of the two figures of a ratio as a count."""
    return replace(ratio, kind="count", unit="", written="", lower=value, upper=value, step=1.0, part=None, whole=None)


def _pairs(claim: Quantity, source: Quantity) -> Relation:
    if (claim.part, claim.whole) == (source.part, source.whole):
        return Relation.EQUAL
    bounding = claim.kind != "score" and claim.comparator in UP | DOWN and not source.comparator
    if bounding and claim.whole != source.whole and holds(claim, source):
        return Relation.ENTAILED
    alike = claim.kind != "score" and _same(claim.value, source.value)
    return Relation.EQUAL if alike and not _scaled(claim, source) else Relation.CLASH


def _scaled(claim: Quantity, source: Quantity) -> bool:
    """Tell whether both figures of a share are those of the other in thousands: 44,000 of 45,000, 44 of 45."""
    a, b = claim.whole or 0.0, source.whole or 0.0
    return min(a, b) > 0 and max(a, b) >= _THOUSANDFOLD * min(a, b)


def _is_range(q: Quantity) -> bool:
    return q.lower != q.upper and not q.comparator


def _same(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=_EXACT, abs_tol=_EXACT)


def _intervals(claim: Quantity, source: Quantity) -> Relation:
    """Compare where at least one side is an interval: "billions", "3 to 5"."""
    (a, b), (c, d) = _figure_span(claim), _figure_span(source)
    if _beyond(claim, c, d) or _beyond(source, a, b):
        return Relation.CLASH
    if _bounds(claim, c, d):
        return Relation.ENTAILED
    if _same(a, c) and _same(b, d):
        return Relation.EQUAL
    if a <= c and d <= b:
        return Relation.ENTAILED
    if c <= b and a <= d:
        return Relation.WEAKER
    return Relation.WEAKER if claim.vague and c == d and b < c <= (b + 1) * _NEXT else Relation.CLASH


def _beyond(bound: Quantity, low: float, high: float) -> bool:
    """Tell whether an interval lies wholly where a strict bound says that nothing is: fewer than 100 of "hundreds"."""
    if bound.vague or bound.comparator not in _STRICT:
        return False
    return low >= bound.value if bound.comparator in DOWN else high <= bound.value


def _bounds(claim: Quantity, low: float, high: float) -> bool:
    """Tell whether the claim is a fair bound of a source's interval: "fewer than 500" of "450 to 470"."""
    if claim.vague:
        return False
    if claim.comparator in UP:
        return claim.value <= low <= claim.value * REACH
    return claim.comparator in DOWN and claim.value / REACH <= high <= claim.value


def _figure_span(q: Quantity) -> tuple[float, float]:
    """Return what the figure itself spans: a bound counts as its figure."""
    if q.comparator in UP:
        return q.lower, q.lower
    return (q.upper, q.upper) if q.comparator in DOWN else (q.lower, q.upper)


def _opposed(a: Quantity, b: Quantity) -> bool:
    return (a.comparator in UP and b.comparator in DOWN) or (a.comparator in DOWN and b.comparator in UP)


def _beside(a: Quantity, b: Quantity) -> bool:
    """Tell whether one figure is not reached and the other exceeded: nearly 100, more than 100."""
    return {a.comparator, b.comparator} == {"nearly", "more than"}


def _same_figure(claim: Quantity, source: Quantity) -> Relation:
    if _opposed(claim, source) or _beside(claim, source):
        return Relation.CLASH
    if _strength(claim) == _strength(source):
        return Relation.EQUAL
    if claim.comparator in _STRICT and not source.comparator:
        return Relation.CLASH if claim.comparator in DOWN or _odd(claim) else Relation.WEAKER
    return Relation.ENTAILED if _strength(claim) else Relation.WEAKER


def _odd(q: Quantity) -> bool:
    """Tell whether a figure is too particular to stand loosely: "more than 189" is not said of 189."""
    return q.step <= q.factor and q.value >= 10 * q.factor


def _strength(q: Quantity) -> str:
    """Return the comparator as far as it matters between equal figures."""
    for group in (UP, DOWN):
        if q.comparator in group:
            return min(group)
    return "" if q.comparator == "exactly" else q.comparator


def _figures(claim: Quantity, source: Quantity) -> Relation:
    """Compare two different figures."""
    if not _opposed(claim, source) and (holds(claim, source) or rounds(claim, source)):
        return Relation.ENTAILED
    if fits_loosely(source, claim) or rounds(source, claim):
        return Relation.WEAKER
    return Relation.WEAKER if _opposed(claim, source) and _overlap(claim, source) else Relation.CLASH


def _overlap(a: Quantity, b: Quantity) -> bool:
    return a.lower <= b.upper and b.lower <= a.upper

"""Judge what values a figure leaves room for: as a bound, as softened, as rounded."""

from __future__ import annotations

import math

from verifier.data.thresholds import FINE_SHARE, NEARLY, ROUNDED_FROM, ROUNDED_STEP, SOFT_SHARE, SOFTEST, VAGUE_OVER
from verifier.facts.quantity.reading import LOWER_BOUNDS, UPPER_BOUNDS, Quantity
from verifier.facts.relation import Interval

UP, DOWN = LOWER_BOUNDS, UPPER_BOUNDS
_STRICT = frozenset(("more than", "less than"))
_EXACT = 1e-9


def same(a: float, b: float) -> bool:
    """Say whether two figures are one but for how computers hold them."""
    return a == b or math.isclose(a, b, rel_tol=_EXACT, abs_tol=_EXACT)


def fits(loose: Quantity, exact: Quantity) -> bool:
    """Say whether a quantity follows from another: its bound, range, softened or rounded figure takes all of it in."""
    if exact.comparator == "nearly" and loose.comparator in DOWN:
        return exact.upper <= loose.upper
    if same(loose.lower, exact.lower) and same(loose.upper, exact.upper):
        if _soft(loose) or _soft(exact):
            return _soft(loose)
        bounds = loose.comparator in UP | DOWN and exact.comparator in UP | DOWN
        return not bounds or _stated(exact).within(_stated(loose))
    return _stated(exact).within(_room(loose, exact))


def meets(a: Quantity, b: Quantity) -> bool:
    """Say whether two quantities can both hold, a round figure being loosely said of one a little more or less."""
    if same(a.value, b.value) and any(_loose(x) and y.comparator in _STRICT for x, y in ((a, b), (b, a))):
        return True
    return _room(a, b).meets(_stated(b)) or _room(b, a).meets(_stated(a))


def _soft(q: Quantity) -> bool:
    return q.approximate or q.comparator == "nearly"


def _loose(q: Quantity) -> bool:
    """Tell whether a plain figure is round enough to stand loosely: 5,000, but not 189."""
    return not (q.comparator or q.vague) and not (q.step <= q.factor and q.value >= 10 * q.factor)


def _stated(q: Quantity) -> Interval:
    """Return what the words themselves leave room for; a softened figure is that figure."""
    strict = q.comparator in _STRICT and not q.vague
    return Interval(q.lower, q.upper, strict and q.comparator in UP, strict and q.comparator in DOWN)


def _room(q: Quantity, other: Quantity) -> Interval:
    """Return what values a quantity leaves room for where the other may be the true one."""
    stated = _stated(q)
    if q.comparator in UP | DOWN:
        return stated
    if q.vague:
        plain = not other.vague and other.lower == other.upper
        return Interval(q.lower, (q.upper + 1) * VAGUE_OVER) if plain else stated
    if q.comparator == "nearly":
        return Interval(q.lower * (1 - NEARLY), q.upper)
    slack = max(_slack(q, other) if q.approximate else 0.0, _rounding(q, other)) * (1 + _EXACT)
    cut = q.step == q.factor > other.step and q.written == other.written and abs(q.value) >= ROUNDED_STEP * q.factor
    return Interval(q.lower - slack, q.upper + (q.step * (1 - _EXACT) if cut else slack))


def _slack(q: Quantity, other: Quantity) -> float:
    """Return how far the true value may lie from a softened figure: not far from one that is no rounder than itself.

    Who says "about 50" counts by tens, and would say 40 of what is nearer to that; who says "about 15" counts by fives.
    """
    size = abs(q.value)
    fives = 0 < q.step <= q.factor and math.isclose(size / q.step % 5, 0, abs_tol=_EXACT)
    step = q.step * (5 if fives else 1)
    slack = min(max(step / 2, SOFT_SHARE * size), SOFTEST * size)
    return slack if q.step > other.step else min(slack, max(other.step / 2, q.step))


def _rounding(q: Quantity, other: Quantity) -> float:
    """Return how far a plain figure may lie from one that is given to more places, or in another unit."""
    size = max(abs(q.lower), abs(q.upper))
    if q.written != other.written:
        return min(q.step / 2, SOFT_SHARE * size)
    return min(q.step / 2, _tolerance(q, other, size) * size) if other.step < q.step else 0.0


def _tolerance(q: Quantity, other: Quantity, size: float) -> float:
    """Return by what share a plain figure may be rounded: much where decimals fall away, little among whole numbers."""
    step, size = q.step / q.factor, size / q.factor
    if other.step / other.factor < 1 <= step:
        return SOFT_SHARE
    if step < 1 or (step >= ROUNDED_STEP and size >= ROUNDED_FROM):
        return FINE_SHARE
    return 0.0

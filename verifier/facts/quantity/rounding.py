"""Judge whether one figure is a fair bound, softening or rounding of another."""

from __future__ import annotations

import math

from verifier.facts.quantity.reading import Quantity

UP = frozenset(("at least", "more than"))
DOWN = frozenset(("at most", "less than", "up to"))
REACH = 10.0
"""How far a bound may lie from the value it is drawn from: "at least 3 million" is no fair bound of 3 billion."""
_SOFT, _SOFTEST, _NEARLY = 0.10, 0.25, 0.20
_FINE, _COARSE = 0.05, 0.025
_HUNDRED, _THOUSAND = 100, 1000
_EXACT = 1e-9


def holds(loose: Quantity, exact: Quantity) -> bool:
    """Tell whether the figure of `exact` lies where a bound or softened figure says it lies."""
    v, x = loose.value, exact.value
    if loose.comparator in UP:
        return v <= x and (v <= 1 or x <= v * REACH)
    if loose.comparator == exact.comparator == "up to":
        return False
    if loose.comparator in DOWN:
        return v / REACH <= x <= v
    if loose.comparator == "nearly":
        return v * (1 - _NEARLY) <= x <= v
    return loose.approximate and abs(x - v) <= _slack(loose, exact)


def _slack(q: Quantity, exact: Quantity) -> float:
    """Return how far the true value may lie from a softened figure: not far from one that is no rounder than itself."""
    size = abs(q.value)
    step = q.step * (5 if q.step and math.isclose(size / q.step % 5, 0, abs_tol=_EXACT) else 1)
    slack = min(max(step / 2, _SOFT * size), _SOFTEST * size)
    return slack if q.step > exact.step else min(slack, max(exact.step / 2, q.step))


def rounds(round_: Quantity, exact: Quantity) -> bool:
    """Tell whether a plain figure is the other one rounded to the places it shows, and looks rounded."""
    if round_.comparator in UP | DOWN:
        return False
    size, gap = abs(round_.value), abs(exact.value - round_.value)
    if round_.written != exact.written:
        return gap < max(round_.step, exact.step) / 2 and gap <= _SOFT * size
    return exact.step < round_.step and gap <= round_.step / 2 and gap <= _tolerance(round_, exact) * size


def _tolerance(round_: Quantity, exact: Quantity) -> float:
    """Return by what share a plain figure may be rounded: much where decimals fall away, little among whole numbers."""
    step, size = round_.step / round_.factor, abs(round_.value) / round_.factor
    if exact.step / exact.factor < 1 <= step:
        return _SOFT
    if step < 1 or (step >= _HUNDRED and size >= _THOUSAND):
        return _FINE if size >= 10 * step else _COARSE
    return 0.0


def fits_loosely(source: Quantity, claim: Quantity) -> bool:
    """Tell whether a figure of the claim's own fits a bound or softened figure of the source."""
    v, x = source.value, claim.value
    if claim.comparator in UP | DOWN:
        return False
    if source.comparator in UP:
        return v < x < min(v + source.step, 1.5 * v)
    if source.comparator in DOWN:
        return max(v - source.step, v / 1.5) < x < v
    return holds(source, claim)

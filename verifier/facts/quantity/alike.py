"""Read a figure as the other side does where its unit may mean two things; tell how long the period of a rate is."""

from __future__ import annotations

from dataclasses import replace

from verifier.facts.number.expression import QuantityKind
from verifier.facts.number.units import duration_of
from verifier.facts.quantity.reading import Quantity

_MILLION = 10**6


def read_alike(q: Quantity, other: Quantity) -> Quantity:
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


def period(per: str) -> float:
    """Return how many seconds the period of a rate lasts; 0 where it is counted by something else."""
    return duration_of(per) if per else 0.0

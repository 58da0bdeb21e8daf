"""Turn typed facts into plain values for reports."""

from __future__ import annotations

import math

from verifier.facts.analysis import Analysis
from verifier.facts.date import DateFact
from verifier.facts.quantity import Quantity
from verifier.model import Fact


def facts_of(analysis: Analysis) -> tuple[Fact, ...]:
    """Return the quantities, dates and names of a text in order, as facts with JSON values."""
    found = [
        *(Fact("quantity", q.start, q.end, q.text, _quantity(q)) for q in analysis.quantities),
        *(Fact("date", d.start, d.end, d.text, _date(d)) for d in analysis.dates),
        *(
            Fact("name", n.start, n.end, analysis.text[n.start : n.end], " ".join(n.parts))
            for n in analysis.names
            if n.sure
        ),
    ]
    return tuple(sorted(found, key=lambda f: (f.start, f.end, f.type)))


def _quantity(quantity: Quantity) -> dict[str, object]:
    return {
        "lower": _finite(quantity.lower),
        "upper": _finite(quantity.upper),
        "unit": quantity.unit,
        "kind": quantity.kind,
        "counts": " ".join(quantity.noun),
        "approximate": quantity.approximate,
    }


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _date(found: DateFact) -> dict[str, object]:
    return {
        "first": found.first.isoformat() if found.first else None,
        "last": found.last.isoformat() if found.last else None,
        "granularity": str(found.granularity),
    }

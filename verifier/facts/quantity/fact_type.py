"""Say what the mechanisms and reports need to know of quantities."""

from __future__ import annotations

import math

from verifier.facts.fact_type import FactType
from verifier.facts.quantity.reading import Quantity, quantities
from verifier.facts.quantity.relation import weigh


def _shown(quantity: Quantity) -> dict[str, object]:
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


TYPE = FactType("quantity", lambda text, _: quantities(text), weigh, slot=lambda q: q.noun, shown=_shown)

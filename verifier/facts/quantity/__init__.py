"""Read and compare quantities: how much or how many of what."""

import math
from functools import lru_cache

from verifier.facts.fact_type import FactType
from verifier.facts.quantity.reading import Quantity
from verifier.facts.quantity.reading import quantities as read
from verifier.facts.quantity.relation import comparable, relate, swapped_unit, weigh

__all__ = ["TYPE", "Quantity", "comparable", "read", "relate", "swapped_unit", "weigh"]


def _shown(q: Quantity) -> dict[str, object]:
    lower, upper = (value if math.isfinite(value) else None for value in (q.lower, q.upper))
    shown = {"lower": lower, "upper": upper, "unit": q.unit, "kind": q.kind}
    return {**shown, "counts": " ".join(q.noun), "approximate": q.approximate}


TYPE = FactType("quantity", lambda text, *_: read(text), lru_cache(2**15)(weigh), slot=lambda q: q.noun, shown=_shown)

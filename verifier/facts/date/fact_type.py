"""Say what the mechanisms and reports need to know of dates."""

from __future__ import annotations

from verifier.data.thresholds import DATE_UNLIKE
from verifier.facts.date.fact import DateFact
from verifier.facts.date.reading import dates
from verifier.facts.date.relation import weigh
from verifier.facts.fact_type import FactType


def _alike(ours: DateFact, theirs: DateFact) -> float:
    """Return how alike two dates are given: half where one is counted from the day of writing, or is coarser."""
    same = ours.relative == theirs.relative and ours.granularity == theirs.granularity
    return 1.0 if same else DATE_UNLIKE


def _shown(found: DateFact) -> dict[str, object]:
    return {
        "first": found.first.isoformat() if found.first else None,
        "last": found.last.isoformat() if found.last else None,
        "granularity": str(found.granularity),
    }


TYPE = FactType("date", dates, weigh, alike=_alike, shown=_shown)

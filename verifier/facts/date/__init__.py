"""Read and compare dates and times of day."""

from datetime import date

from verifier.data.thresholds import DATE_UNLIKE
from verifier.facts.date.fact import DateFact
from verifier.facts.date.reading import dates as read
from verifier.facts.date.relation import relate, weigh
from verifier.facts.fact_type import FactType

__all__ = ["TYPE", "DateFact", "on_day", "read", "relate", "weigh"]


def _alike(ours: DateFact, theirs: DateFact) -> float:
    """Return how alike two dates are given: half where one is counted from the day of writing, or is coarser."""
    same = ours.relative == theirs.relative and ours.granularity == theirs.granularity
    return 1.0 if same else DATE_UNLIKE


def on_day(day: date) -> DateFact:
    """Return a day as a fact."""
    return read(day.isoformat())[0]


def _shown(found: DateFact) -> dict[str, object]:
    first, last = (day.isoformat() if day else None for day in (found.first, found.last))
    return {"first": first, "last": last, "granularity": str(found.granularity)}


TYPE = FactType("date", read, weigh, alike=_alike, shown=_shown)

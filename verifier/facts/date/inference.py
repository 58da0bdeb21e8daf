"""Compare a full date with one that its document's own date resolves: "on Tuesday", "last month", "in March"."""

from __future__ import annotations

from datetime import timedelta

from verifier.facts.date.fact import DateFact
from verifier.facts.relation import Relation

_WITHIN = frozenset({"", "early", "mid", "late"})
_AHEAD = timedelta(days=7)
_SLACK = {"day": 1, "weekday": 7, "week": 7, "month": 16, "quarter": 46, "season": 46, "year": 183, "decade": 1800}


def inferable(claim: DateFact, source: DateFact) -> bool:
    """Say whether a claim names its year, and the source's date has one only by the day its document was written."""
    whole = claim.clock is None and claim.year is not None and claim.first is not None and claim.modifier in _WITHIN
    return whole and source.clock is None and source.year is None and source.first is not None


def infer(claim: DateFact, source: DateFact) -> Relation:
    """Return how a claim's full date relates to the days that a source's date resolves to.

    A weekday may lie ahead of its document by up to a week, and "two years ago" is no exact year: such are no clash.
    """
    if not (claim.first and claim.last and source.first and source.last):
        return Relation.OPEN
    slack = timedelta(days=_SLACK.get(source.granularity, 0) if source.shift else 0)
    low, high = source.first - slack, source.last + slack
    if claim.first <= source.first and source.last <= claim.last:
        return Relation.IMPLIED
    if claim.first <= high and low <= claim.last:
        return Relation.IMPLIES
    ahead = source.weekday is not None and timedelta(0) < claim.first - source.last <= _AHEAD
    return Relation.OPEN if ahead else Relation.APART

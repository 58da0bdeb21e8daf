"""Compare two dates, each at its own granularity."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import starmap

from verifier.facts.date.fact import DateFact
from verifier.facts.relation import Relation

_PARTS = ("year", "month", "day", "weekday")
_NARROW = frozenset(("early", "mid", "late"))
_EARLIER = frozenset(("before", "by", "until"))
_LATER = frozenset(("after", "since"))
_HALF_DAY, _FORTNIGHT = 720, 14


def relate(claim: DateFact, source: DateFact) -> Relation:
    """Return how the claim's date relates to the source's; whether both date the same event is not looked at."""
    if (claim.clock is None) != (source.clock is None):
        return Relation.OTHER
    if claim.clock is not None and source.clock is not None:
        return _clocks(claim, source)
    if _beside(claim, source):
        return Relation.ENTAILED
    if _beside(source, claim):
        return Relation.WEAKER
    relation = _dated(claim, source)
    if relation in (Relation.EQUAL, Relation.ENTAILED, Relation.WEAKER):
        return _modified(claim, source, relation)
    return relation


def _clocks(claim: DateFact, source: DateFact) -> Relation:
    if claim.zone and source.zone and claim.zone != source.zone:
        return Relation.OTHER
    gap = abs((claim.clock or 0) - (source.clock or 0))
    return Relation.EQUAL if gap == 0 or (gap == _HALF_DAY and not (claim.marked and source.marked)) else Relation.CLASH


def _beside(bound: DateFact, other: DateFact) -> bool:
    """Tell whether "before 2015" or "after May" is said of a date that does lie on that side."""
    if other.modifier in _EARLIER | _LATER or not (bound.first and bound.last and other.first and other.last):
        return False
    if not (bound.year and (other.year or other.relative)) and bound.year != other.year:
        return False
    if bound.modifier == "before":
        return other.last < bound.first
    return bound.modifier == "after" and other.first > bound.last


def _dated(claim: DateFact, source: DateFact) -> Relation:
    if claim.relative and source.relative and not (claim.first and source.first):
        return _unresolved(claim, source)
    if _spans(claim) or _spans(source):
        return _intervals(claim, source)
    return _parts(_filled(claim), _filled(source))


def _unresolved(claim: DateFact, source: DateFact) -> Relation:
    """Compare dates counted from an unknown day."""
    ours, theirs = (claim.unit, claim.month, claim.weekday), (source.unit, source.month, source.weekday)
    if ours == theirs:
        return Relation.EQUAL if claim.shift == source.shift else Relation.CLASH
    named = claim.unit == source.unit and claim.unit in ("named month", "weekday")
    return Relation.CLASH if named else Relation.OTHER


def _spans(fact: DateFact) -> bool:
    """Tell whether the parts alone do not say what the date spans."""
    return fact.granularity in ("decade", "quarter", "season", "week") or fact.until is not None


def _intervals(claim: DateFact, source: DateFact) -> Relation:
    if not (claim.first and claim.last and source.first and source.last):
        return Relation.OTHER
    if (claim.first, claim.last) == (source.first, source.last):
        return Relation.EQUAL
    if claim.until and source.until and claim.granularity == source.granularity:
        return Relation.CLASH  # both name where they begin and end
    if claim.first <= source.first and source.last <= claim.last:
        return Relation.ENTAILED
    apart = claim.last < source.first or source.last < claim.first
    return Relation.CLASH if apart else Relation.WEAKER


def _filled(fact: DateFact) -> DateFact:
    """Add the parts that follow: those of a resolved relative date, and the weekday of a full date."""
    if fact.relative and fact.first and fact.last and not fact.weekday:
        same_year = fact.first.year == fact.last.year
        same_month = same_year and fact.first.month == fact.last.month
        fact = replace(
            fact,
            year=fact.first.year if same_year else None,
            month=fact.first.month if same_month else None,
            day=fact.first.day if fact.first == fact.last else None,
        )
    if fact.year and fact.month and fact.day and not fact.weekday:
        return replace(fact, weekday=_weekday(fact.year, fact.month, fact.day))
    return fact


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).isoweekday()
    except ValueError:
        return None


def _parts(claim: DateFact, source: DateFact) -> Relation:
    ours = {p: getattr(claim, p) for p in _PARTS if getattr(claim, p)}
    theirs = {p: getattr(source, p) for p in _PARTS if getattr(source, p)}
    shared = ours.keys() & theirs.keys()
    if not shared:
        return _resolved(claim, source)
    if any(ours[p] != theirs[p] for p in shared) or (shared == {"weekday"} and _weeks_apart(claim, source)):
        return Relation.CLASH
    if ours == theirs:
        return Relation.EQUAL
    return Relation.ENTAILED if ours.keys() <= theirs.keys() else Relation.WEAKER


def _weeks_apart(claim: DateFact, source: DateFact) -> bool:
    """Tell whether two days of one weekday are known to lie more than two weeks apart."""
    if claim.first is None or source.first is None:
        return False
    return abs((claim.first - source.first).days) > _FORTNIGHT


def _resolved(claim: DateFact, source: DateFact) -> Relation:
    """Compare a weekday with a date through the days that both resolve to; a mismatch may be the resolution's."""
    if "weekday" not in (claim.granularity, source.granularity) and not (claim.relative or source.relative):
        return Relation.OTHER
    relation = _intervals(claim, source)
    return Relation.OTHER if relation is Relation.CLASH else relation


def _modified(claim: DateFact, source: DateFact, relation: Relation) -> Relation:
    """Let "early" against "late" and "before" against "after" of one date clash, and weigh what only one side adds."""
    ours, theirs = claim.modifier, source.modifier
    if ours == theirs:
        return relation
    if relation is Relation.EQUAL:
        return Relation.CLASH if _opposed(ours, theirs) else Relation.WEAKER if ours else Relation.ENTAILED
    if (ours in _NARROW) != (theirs in _NARROW):
        return _narrow(claim, source, relation)
    return relation


def _opposed(ours: str, theirs: str) -> bool:
    pairs = ((_NARROW, _NARROW), (_EARLIER, _LATER), (_LATER, _EARLIER))
    return any(starmap(lambda a, b: ours in a and theirs in b, pairs))


def _narrow(claim: DateFact, source: DateFact, relation: Relation) -> Relation:
    """Compare "early January" with a day of January by what both span, where that is known."""
    spans = _intervals(claim, source)
    return relation if spans is Relation.OTHER else spans

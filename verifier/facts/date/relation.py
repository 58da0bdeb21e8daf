"""Compare two dates, each at its own granularity."""

from __future__ import annotations

import math
from calendar import monthrange
from dataclasses import replace
from datetime import date

from verifier.data.thresholds import ABOUT_MINUTES, MONTH_PARTS, SAME_WEEKDAY_WITHIN, YEARLESS_APART_FROM
from verifier.facts.date.clock import ZONES
from verifier.facts.date.fact import DateFact
from verifier.facts.relation import HOLDS, Interval, Relation, related

_PARTS = ("year", "month", "day", "weekday")
_NARROW = frozenset(("early", "mid", "late"))
_SIDES = frozenset(("before", "by", "until", "after", "since"))
_EXTENT = frozenset(("until", "since"))
_HALF_DAY, _LEAP_YEAR = 720, 2000


def relate(a: DateFact, b: DateFact) -> Relation:
    """Return how one date relates to another; whether both date the same event is not looked at."""
    if (a.clock is None) != (b.clock is None):
        return Relation.OPEN
    if a.clock is not None and b.clock is not None:
        return _clocks(a, b)
    if not _SIDES.isdisjoint((a.modifier, b.modifier)):
        return _sides(a, b)
    relation = _dated(a, b)
    return _narrowed(a, b, relation) if relation in HOLDS else relation


def weigh(claim: DateFact, source: DateFact) -> Relation:
    """Return how a claim's date relates to a source's, taken that both date one event.

    As `relate`, but two bounds of a sort are drawn from one day, and what lasts until or since a day does so exactly.
    """
    modifiers = {claim.modifier, source.modifier}
    if _EXTENT.isdisjoint(modifiers) and (len(modifiers) > 1 or _SIDES.isdisjoint(modifiers)):
        return relate(claim, source)
    plain = relate(replace(claim, modifier=""), replace(source, modifier=""))
    return plain if plain is Relation.APART else relate(claim, source)


def _clocks(claim: DateFact, source: DateFact) -> Relation:
    if claim.zone and source.zone and claim.zone != source.zone:
        at, there = ({((f.clock or 0) - by) % (2 * _HALF_DAY) for by in ZONES[f.zone]} for f in (claim, source))
        return Relation.EQUAL if at & there and claim.modifier == source.modifier else Relation.OPEN
    ours, theirs = (Interval(fact.clock or 0, fact.clock or 0) for fact in (claim, source))
    gap, marked = abs(ours.low - theirs.low), claim.marked and source.marked
    if not _SIDES.isdisjoint((claim.modifier, source.modifier)):
        return _open(ours, claim.modifier).relate(_open(theirs, source.modifier)) if marked else Relation.OPEN
    if gap == 0 or (gap == _HALF_DAY and not marked):
        return Relation.EQUAL
    exact = [fact.modifier != "about" for fact in (claim, source)]
    return Relation.APART if all(exact) or gap > ABOUT_MINUTES else related(*exact, meets=True)


def _sides(a: DateFact, b: DateFact) -> Relation:
    """Compare "before April 1" with "March 20": what lies on one side of a day is a span without end.

    Where a year is missing it is taken to be the other's, but nothing half a year away is apart for that.
    """
    ours, theirs = _span(a, b), _span(b, a)
    if ours is None or theirs is None:
        plain = _dated(a, b)
        beside = _open(Interval(0, 0), a.modifier).relate(_open(Interval(0, 0), b.modifier))  # of one day, whichever
        return plain if plain is not Relation.EQUAL else beside if beside in HOLDS else Relation.OPEN
    relation = _open(ours, a.modifier).relate(_open(theirs, b.modifier))
    dated = [fact.year is not None or fact.relative for fact in (a, b)]
    if relation is Relation.APART and not all(dated):
        return relation if abs(ours.low - theirs.low) < YEARLESS_APART_FROM else Relation.OPEN
    if relation is Relation.EQUAL and dated[0] != dated[1]:
        return Relation.IMPLIES if dated[0] else Relation.IMPLIED
    return relation


def _open(span: Interval, modifier: str) -> Interval:
    """Return the days that lie on a side of a span."""
    if modifier in ("by", "until"):
        return Interval(-math.inf, span.high)
    if modifier == "before":
        return Interval(-math.inf, span.low - 1)
    if modifier == "after":
        return Interval(span.high + 1, math.inf)
    return Interval(span.low, math.inf) if modifier == "since" else span


def _span(fact: DateFact, other: DateFact) -> Interval | None:
    """Return the days of a date, counted through; in the other's year, or any, where it names none."""
    if fact.first and fact.last and (fact.year or fact.relative or other.first):
        return Interval(fact.first.toordinal(), fact.last.toordinal())
    if fact.year is not None or fact.month is None or fact.relative or fact.granularity == "week":
        return None
    year = other.year or (other.first.year if other.first and other.relative else _LEAP_YEAR)
    try:
        first = date(year, fact.month, fact.day or 1)
        end = fact.month + 2 if fact.granularity == "quarter" else fact.month
        day = fact.until[2] if fact.until else fact.day or monthrange(year, end)[1]
        last = first.replace(month=end, day=day)
    except ValueError:
        return None
    return Interval(first.toordinal(), last.toordinal())


def _dated(claim: DateFact, source: DateFact) -> Relation:
    if claim.relative and source.relative and not (claim.first and source.first):
        return _unresolved(claim, source)
    if _spans(claim) or _spans(source):
        return _intervals(claim, source)
    relation = _parts(_filled(claim), _filled(source))
    spans = _intervals(claim, source) if relation is Relation.OPEN and claim.month and source.month else relation
    return spans if spans in HOLDS else relation


def _unresolved(claim: DateFact, source: DateFact) -> Relation:
    """Compare dates counted from an unknown day."""
    ours, theirs = (claim.unit, claim.month, claim.weekday), (source.unit, source.month, source.weekday)
    if ours == theirs:
        return Relation.EQUAL if claim.shift == source.shift else Relation.APART
    named = claim.unit == source.unit and claim.unit in ("named month", "weekday")
    return Relation.APART if named else Relation.OPEN


def _spans(fact: DateFact) -> bool:
    """Tell whether the parts alone do not say what the date spans."""
    return fact.granularity in ("decade", "quarter", "season", "week") or fact.until is not None


def _intervals(a: DateFact, b: DateFact) -> Relation:
    ours, theirs = _span(a, b), _span(b, a)
    if ours is None or theirs is None:
        return Relation.OPEN
    relation = ours.relate(theirs)
    if a.until and b.until and a.granularity == b.granularity and relation is not Relation.EQUAL:
        return Relation.APART  # both name where they begin and end
    return relation


def _filled(fact: DateFact) -> DateFact:
    """Add the parts that follow: those of a resolved relative date, and the weekday of a full date."""
    if fact.relative and fact.first and fact.last and not fact.weekday:
        first, last = fact.first, fact.last
        month = first.month if first.replace(day=1) == last.replace(day=1) else None
        year = first.year if first.year == last.year else None
        fact = replace(fact, year=year, month=month, day=first.day if first == last else None)
    if fact.year and fact.month and fact.day and fact.first and not fact.weekday:
        return replace(fact, weekday=fact.first.isoweekday())
    return fact


def _parts(claim: DateFact, source: DateFact) -> Relation:
    ours = {p: getattr(claim, p) for p in _PARTS if getattr(claim, p)}
    theirs = {p: getattr(source, p) for p in _PARTS if getattr(source, p)}
    shared = ours.keys() & theirs.keys()
    if not shared:
        return _resolved(claim, source)
    if any(ours[p] != theirs[p] for p in shared) or (shared == {"weekday"} and _weeks_apart(claim, source)):
        return Relation.APART
    if ours == theirs:
        return Relation.EQUAL
    return related(theirs.keys() <= ours.keys(), ours.keys() <= theirs.keys(), meets=True)


def _weeks_apart(claim: DateFact, source: DateFact) -> bool:
    """Tell whether two days of one weekday are known to lie more than two weeks apart."""
    ours, theirs = claim.first, source.first
    return bool(ours and theirs and abs((ours - theirs).days) > SAME_WEEKDAY_WITHIN)


def _resolved(claim: DateFact, source: DateFact) -> Relation:
    """Compare a weekday with a date through the days that both resolve to; a mismatch may be the resolution's."""
    if "weekday" not in (claim.granularity, source.granularity) and not (claim.relative or source.relative):
        return Relation.OPEN
    relation = _intervals(claim, source)
    return Relation.OPEN if relation is Relation.APART else relation


def _narrowed(a: DateFact, b: DateFact, relation: Relation) -> Relation:
    """Compare "early January" with "late January" by word, with January or a day of it by what both span."""
    ours, theirs = a.modifier in _NARROW, b.modifier in _NARROW
    if relation is Relation.EQUAL and a.modifier != b.modifier:
        return Relation.APART if ours and theirs else Relation.IMPLIES if ours else Relation.IMPLIED
    if ours == theirs:
        return relation
    narrow, plain = (a, b) if ours else (b, a)
    if plain.day and not narrow.first:
        held = plain.day in MONTH_PARTS[narrow.modifier]
        return (Relation.IMPLIED if ours else Relation.IMPLIES) if held else Relation.APART
    spans = _intervals(a, b)
    return relation if spans is Relation.OPEN else spans

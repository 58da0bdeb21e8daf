"""Find dates and times of day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache
from itertools import chain, pairwise
from typing import cast

from verifier.data.thresholds import AGO_MOST, TENSE_NEAR, TENSE_REACH
from verifier.data.word_lists import table, words
from verifier.facts.date.calendar_words import HOLIDAY_WORDS, MONTHS, SEASONS, SHORT_WEEKDAYS, TO, WEEKDAYS, year_by
from verifier.facts.date.clock import Clock, clock_at
from verifier.facts.date.fact import DateFact, Granularity, Modifier, Parts
from verifier.facts.date.interval import DAYS, narrowed, of_parts, of_relative
from verifier.facts.date.parts import calendar_dates
from verifier.facts.date.periods import NINETIES
from verifier.facts.date.relative import LOOSELY, SPANS, Relative, relative_date
from verifier.facts.number.numerals import numeral
from verifier.facts.number.parts import Numeral
from verifier.words.shapes import is_past
from verifier.words.tokens import Tokens, plain_words, tokenise

_CALENDAR = table("calendar")
_PARTS: dict[str, Modifier] = _CALENDAR["parts"]
_SIDES: dict[str, Modifier] = _CALENDAR["sides"]
_DIGIT = re.compile(r"\d")
_SEEDS = HOLIDAY_WORDS.union(
    NINETIES, MONTHS, WEEKDAYS, SEASONS, SPANS, *(_CALENDAR[name] for name in ("days", "shifts", "clock")),
    ("ago", "quarter", "weekend", "end", "week", "century", "half", "clock", "morning", "afternoon", "evening", "m",
     "thousand", "eighteen", "nineteen", "five", "ten", "twenty"),
)  # fmt: skip
_STARTS = _SEEDS.union(
    SHORT_WEEKDAYS, *(table("scales")[name] for name in ("ones", "tens", "ordinals")),
    ("q", "h", "a", "an", "earlier", "later", "early", "late", "last", "final", *_CALENDAR["told_before"]),
)  # fmt: skip
_UNITS = {"weekend": "week", "day of week": "weekday", "named month": "month"}
_AGO = frozenset(("ago", "from", *_CALENDAR["told_behind"]))
_COUNTABLE, _LEAPS = frozenset(("day", "month", "weekday", "quarter")), 2  # the month with a day more or less
_FINE = {"month": ("month", "year"), "quarter": ("quarter",)}
_ANY_YEAR = 2001  # one that begins with a Monday
_COUNTED = {"after": 1, "following": 1, "before": -1}
_DUE = words("calendar", "contexts", "due")
_NOW, _THEN = frozenset({"is", "are"}), frozenset({"was", "were", "had", "been"})
_COMING = words("calendar", "contexts", "coming")

Found = Parts | Relative | Clock


@lru_cache(maxsize=8)
def dates(text: str, published: date | None = None, told: DateFact | None = None) -> tuple[DateFact, ...]:
    """Return the dates and times of a text in order.

    Relative dates count from the day that it was `published`, or from the date `told` of last: "two days later".
    """
    found = _found(text)
    if not found:
        return ()
    t, facts = tokenise(text), list[DateFact]()
    for opening, one in found:
        if told and isinstance(one, Relative) and (one.told or _last_year(t, one, told)):
            facts += _from_told(t, one, told)
        elif not isinstance(one, Relative) or not one.told:
            facts.append(_ending(t, facts, _counted(t, one.first, _fact(t, opening, one, published))))
        told = told_last(facts[-1:], told)
    return tuple(facts)


def _ending(t: Tokens, before: list[DateFact], fact: DateFact) -> DateFact:
    """Return a weekday that ends a span as the first behind the day that opens it: from Monday to Friday."""
    opened = before[-1].last if before and t.text[before[-1].end : fact.start].strip() in TO else None
    if not opened or not fact.first or fact.granularity != "weekday" or fact.relative or fact.first >= opened:
        return fact
    day = date.fromordinal(min(opened.toordinal() + (fact.first - opened).days % DAYS["week"], date.max.toordinal()))
    return replace(fact, first=day, last=day)


def told_last(facts: Sequence[DateFact], told: DateFact | None) -> DateFact | None:
    """Return the last of some dates that others may be counted from: a day, month or quarter; else what was before."""
    told_of = [f for f in facts if f.granularity in _COUNTABLE and (f.granularity != "quarter" or not f.relative)]
    return next((f for f in reversed(told_of) if (f.first or f.day or bool(f.month) != bool(f.weekday))), told)


def _from_told(t: Tokens, found: Relative, told: DateFact) -> list[DateFact]:
    """Count from a date that was told of before, as finely as it is told; where it has no year, days alone."""
    if _last_year(t, found, told):
        found = found._replace(unit="quarter", shift=-4)
    day, fine = _any_day(told), found.unit in _FINE.get(told.granularity, (found.unit,))
    span = of_relative(found, "", day) if day and fine and (told.first or found.unit == "day") else None
    if not day or not span or (told.day and not told.first and (day.month > _LEAPS) != (span[0].month > _LEAPS)):
        return []
    fact = _relative(t, found, day)
    if not told.first and told.granularity == "weekday":
        fact = replace(fact, granularity="weekday", first=None, last=None, weekday=span[0].isoweekday())
    elif not told.first:
        fact = replace(fact, first=None, last=None, month=span[0].month, day=span[0].day)
    start, end = t.starts[found.first], t.ends[found.last - 1]
    return [replace(fact, start=start, end=end, text=t.text[start:end])]


def _last_year(t: Tokens, found: Relative, told: DateFact) -> bool:
    """Tell whether "a year ago" or "a year earlier" stands behind a quarter, and so means that of the year before."""
    return told.granularity == "quarter" and found.shift == -1 and t.lows[found.last - 2] == "year"


def _any_day(fact: DateFact) -> date | None:
    """Return the first day of a date, of any year where it has none; nothing where there is no such day."""
    try:
        return fact.first or date(_ANY_YEAR, fact.month or 1, fact.day or fact.weekday or 1)
    except ValueError:
        return None


def _counted(t: Tokens, at: int, fact: DateFact) -> DateFact:
    """Count on from a day, or back from it: three days after 12 January 2021, the day before yesterday."""
    at -= t.lows[at - 1] == "the"
    if t.lows[at - 2 : at] == ["eve", "of"]:
        return _shifted(t, at - 2, fact, -1)
    sign, unit = _COUNTED.get(t.lows[at - 1], 0), DAYS.get(t.lows[at - 2].removesuffix("s"), 0)
    if not sign or not unit or t.lows[at - 4] in LOOSELY or t.glued(at - 3):
        return fact
    one = t.lows[at - 3] == "a" or t.lows[at - 3 : at - 1] == ["the", "day"]
    n = numeral(t, at - 3) or Numeral(at - 3, at - 2, float(one), 1)
    if n.last != at - 2 or not 0 < n.value <= AGO_MOST or n.value % 1:
        return fact
    return _shifted(t, at - 3, fact, sign * unit * int(n.value))


def _shifted(t: Tokens, first: int, fact: DateFact, days: int) -> DateFact:
    """Return a day so many days off, whose words begin at a token; without its year where the other has none."""
    known, start = fact.first if fact.first == fact.last else None, _any_day(fact)
    if not start or (not known and not fact.day):
        return fact
    day = date.fromordinal(min(max(start.toordinal() + days, 1), date.max.toordinal()))
    if not known and (start.month > _LEAPS) != (day.month > _LEAPS):
        return fact  # there may be a 29 February between
    return replace(
        fact, start=t.starts[first], text=t.text[t.starts[first] : fact.end], first=known and day, last=known and day,
        modifier="", year=day.year if known else None, month=day.month, day=day.day, weekday=None, relative=False,
        unit="", shift=0,
    )  # fmt: skip


@lru_cache(maxsize=8)
def _found(text: str) -> tuple[tuple[int, Found], ...]:
    """Return every date with the token at which it, or the list that it is part of, begins."""
    if not _DIGIT.search(text) and _SEEDS.isdisjoint(plain_words(text)):
        return ()
    t = tokenise(text)
    found: list[tuple[int, Found]] = []
    behind = 0
    for i in [i for i, low in enumerate(t.lows) if low in _STARTS or low[:1].isdecimal()]:
        here = _at(t, i) if i >= behind else None
        if here:
            found.extend((i, one) for one in here)
            behind = here[-1].last
    return tuple(found)


def _at(t: Tokens, i: int) -> Sequence[Found]:
    """Return the dates that begin at a token: none where a figure is too long for a year, or no "ago" behind "a"."""
    low = t.lows[i]
    if (low in ("a", "an") and t.lows[i + 2] not in _AGO) or (len(low) > 4 and low.isdecimal() and low[0] != "0"):
        return ()
    one = clock_at(t, i) or relative_date(t, i)
    return (one,) if one else calendar_dates(t, i)


def _fact(t: Tokens, opening: int, found: Found, published: date | None) -> DateFact:
    if isinstance(found, Clock):
        fact = DateFact(0, 0, "", "time", clock=found.minutes, zone=found.zone, marked=found.marked)
    elif isinstance(found, Parts):
        fact = _calendar(t, opening, found, published)
    else:
        fact = _relative(t, found, published)
    first, modifier = _modifier(t, min(opening, found.first))
    first = max(first, found.first) if found.first > opening else first
    modifier = fact.modifier or modifier
    span = fact.first and fact.last and (fact.first, fact.last)
    low, high = narrowed(span, modifier) if span else (fact.first, fact.last)
    start, end = t.starts[first], t.ends[found.last - 1]
    return replace(fact, start=start, end=end, text=t.text[start:end], modifier=modifier, first=low, last=high)


def _calendar(t: Tokens, opening: int, parts: Parts, published: date | None) -> DateFact:
    shift, dated = year_by(t, parts.last), parts
    if published and shift is not None and not parts.year and parts.granularity != "weekday":
        dated = parts._replace(year=min(max(published.year + shift, MINYEAR), MAXYEAR))
    span = of_parts(dated, t.lows[parts.first], published, ahead=_ahead(t, opening))
    return DateFact(
        0, 0, "", parts.granularity, span[0] if span else None, span[1] if span else None,
        parts.year, parts.month, parts.day, parts.weekday, until=parts.until,
    )  # fmt: skip


def _ahead(t: Tokens, first: int) -> bool | None:
    """Say whether what stands before a date tells of the future (will report in May) or of the past; None for open."""
    before = t.lows[max(0, first - TENSE_REACH) : first]
    if not _COMING.isdisjoint(before) or (not _DUE.isdisjoint(before) and not _NOW.isdisjoint(before)):
        return True
    meant = _THEN.isdisjoint(before) and any(a in _DUE and b in ("to", "for") for a, b in pairwise(before))
    if meant or (before[-3::2] == ["as", "as"] and before[-2] in ("soon", "early")):
        return True
    return False if any(map(is_past, before[-TENSE_NEAR:])) and _DUE.isdisjoint(before) else None


def _relative(t: Tokens, found: Relative, published: date | None) -> DateFact:
    granularity = cast("Granularity", _UNITS.get(found.unit, found.unit))
    span = of_relative(found, t.lows[found.last - 1], published) if published else None
    return DateFact(
        0, 0, "", granularity, span[0] if span else None, span[1] if span else None,
        month=found.number if found.unit == "named month" else None,
        weekday=found.number if granularity == "weekday" else None,
        relative=True, modifier=cast("Modifier", found.part), unit=found.unit, shift=found.shift,
    )  # fmt: skip


def _modifier(t: Tokens, first: int) -> tuple[int, Modifier]:
    """Return the first token with "early" and the like, and the modifier; words such as "since" stay outside."""
    before = [(n, " ".join(t.lows[first - n : first])) for n in (3, 2, 1) if first >= n]
    parts = ((first - n, _PARTS[phrase]) for n, phrase in before if phrase in _PARTS)
    sides = ((first, _SIDES[phrase]) for _, phrase in before if phrase in _SIDES)
    return next(chain(parts, sides), (first, ""))

"""Read dates counted from the day of writing ("two weeks ago"), or from one told of before ("the day after")."""

from __future__ import annotations

from typing import NamedTuple

from verifier.data.thresholds import AGO_MOST
from verifier.data.word_lists import View, table, words
from verifier.facts.date.calendar_words import MONTHS, SEASONS, SHIFTS, WEEKDAYS, behind_month, is_year_figure
from verifier.facts.number.numerals import numeral
from verifier.words.tokens import Tokens

_DAYS: View = table("calendar")["days"]
_BEFORE_UNIT: View = table("calendar")["told_before"]
_BEHIND_UNIT: View = table("calendar")["told_behind"]
_UNITS = words("calendar", "contexts", "spans")
_PARTS_OF_DAY = words("calendar", "contexts", "day_parts")
_ENDS = words("calendar", "contexts", "ends")
LOOSELY = frozenset({"within", "than", "to", "least", "most", "about", "nearly", "almost", "over", "under"})
_TOLD_UNITS = frozenset(("day", "week", "month", "year"))
SPANS = {form: unit for unit in sorted(_TOLD_UNITS) for form in (unit, f"{unit}s")}


class Relative(NamedTuple):
    """Hold the tokens [first, last) of a relative date: how many units it lies from the day of writing.

    `unit` is day, week, month, year, quarter, decade, season, weekday or a named month; `number` is the number of the
    weekday or month it names, `part` early or late in it; one that is `told` is counted from the date told of last.
    """

    first: int
    last: int
    unit: str
    shift: int
    number: int = 0
    part: str = ""
    told: bool = False


def relative_date(t: Tokens, i: int) -> Relative | None:
    """Return the relative date that begins at token `i`."""
    low = t.lows[i]
    if low in _DAYS:
        titled = i > 0 and t.words[i][0].isupper() and t.words[i - 1][:1].isupper()  # USA Today
        return None if (low == "today" and t.lows[i + 1] == "'s") or titled else Relative(i, i + 1, "day", _DAYS[low])
    if low in ("earlier", "later", "early", "late"):
        return _parted(t, i)
    if t.lows[i - 1] == "the" and (told := _told_of(t, i)):
        return told
    if low in SHIFTS:
        return _shifted(t, i)
    if low in WEEKDAYS:
        return _in_week(t, i)
    if low == "weekend":
        return Relative(i, i + 1, "weekend", -1) if t.lows[i - 1] in ("the", "over") else None
    return _ended(t, i) if low in _UNITS else _ago(t, i)


def _in_week(t: Tokens, i: int) -> Relative | None:
    """Read "Tuesday of last week"."""
    week = _shifted(t, i + 2) if t.lows[i + 1] in ("of", "in") and t.lows[i + 2] in SHIFTS else None
    number = WEEKDAYS[t.lows[i]]
    return week._replace(first=i, unit="day of week", number=number) if week and week.unit == "week" else None


def _ended(t: Tokens, i: int) -> Relative | None:
    """Read the week of "by the end of the week", the year of "at the end of year", "by year-end"."""
    if t.lows[i] == "year" and t.lows[i + 1] in ("-", "'s") and t.lows[i + 2] == "end":
        return None if is_year_figure(t.words[i + 3]) else Relative(i, i + 3, "year", 0, part="late")
    first = i - 1 if t.lows[i - 1] == "the" else i
    ended = t.lows[first - 1] == "of" and t.lows[first - 2] in _ENDS
    return Relative(first, i + 1, t.lows[i], 0) if ended else None


def _parted(t: Tokens, i: int) -> Relative | None:
    """Read "earlier this year", "late last month"."""
    found = _shifted(t, i + 1) if t.lows[i + 1] in SHIFTS else None
    if not found or found.unit == "day":
        return None
    part = "" if t.lows[i] in ("earlier", "later") else t.lows[i]
    return found._replace(first=i, part=part)


def _shifted(t: Tokens, i: int) -> Relative | None:
    """Read "last month", "this week", "next Tuesday", "last October", "last night"."""
    shift, j = SHIFTS[t.lows[i]], i + 1
    low = t.lows[j]
    idle = t.lows[i - 1] == "the" and t.lows[i] != "current" and (low != "quarter" or t.lows[j + 1] == "of")
    if low == "-" or t.lows[i - 1] == "at" or idle:
        return None
    if low in _PARTS_OF_DAY and shift <= 0:
        return Relative(i, j + 1, "day", -1 if shift < 0 else 0)
    if low == "weekend":
        return Relative(i, j + 1, "weekend", shift)
    if low == "week" and t.lows[j + 1] == "on" and t.lows[j + 2] in WEEKDAYS:
        return Relative(i, j + 3, "day of week", shift, WEEKDAYS[t.lows[j + 2]])
    if low in _UNITS and t.lows[j + 1] != "-" and (low != "week" or t.lows[j + 1] != "of") and t.lows[i] != "previous":
        return Relative(i, j + 1, low, shift)
    return _named(t, i, shift)


def _named(t: Tokens, i: int, shift: int) -> Relative | None:
    j, low = i + 1, t.lows[i + 1]
    inside = t.lows[j + 2 : j + 5] if t.words[j + 1] == "(" else []
    if low in WEEKDAYS and not (MONTHS.keys() & inside and any(map(str.isdecimal, inside))):  # last Friday (3 May)
        return Relative(i, j + 1, "weekday", shift, WEEKDAYS[low])
    if low in MONTHS and t.words[j][0].isupper() and not t.words[behind_month(t, j)][:1].isdecimal():
        return Relative(i, j + 1, "named month", shift, MONTHS[low])
    return Relative(i, j + 1, "season", shift) if low in SEASONS else None


def _told_of(t: Tokens, i: int) -> Relative | None:
    """Read "the next day" and "the month after", which are counted from a date told of before."""
    unit = "day" if t.lows[i + 1] in _PARTS_OF_DAY else t.lows[i + 1]
    if t.lows[i] in _BEFORE_UNIT and unit in (("day",) if t.lows[i] == "next" else _TOLD_UNITS):
        return Relative(i - 1, i + 2, unit, _BEFORE_UNIT[t.lows[i]], told=True)  # not: over the next year
    behind = _behind_unit(t, i + 1) if t.lows[i] in _TOLD_UNITS else 0
    return Relative(i - 1, i + 2, t.lows[i], behind, told=True) if behind else None


def _behind_unit(t: Tokens, j: int) -> int:
    """Return 1 where "later", -1 where "earlier" or the like stands behind a unit and nothing it is counted from."""
    sign, end = _BEHIND_UNIT.get(t.lows[j], 0), j + 1
    if t.lows[j] not in ("after", "before"):
        return 0 if t.lows[end] in ("than", *SHIFTS) else sign
    end += t.lows[end] in ("that", "this")
    return sign if t.words[end] in ("", ".", ",", ";", ":", ")") else 0


def _ago(t: Tokens, i: int) -> Relative | None:
    """Read "two weeks ago", "a year from now", and "two weeks later", which is counted from a date told of before."""
    number = None if t.lows[i] in ("a", "an") else numeral(t, i)
    count, j = (number.value, number.last) if number else (float(t.lows[i] in ("a", "an")), i + 1)
    unit = SPANS.get(t.lows[j]) if count == int(min(count, AGO_MOST)) else None
    if not count or not unit:
        return None
    if t.lows[j + 1] == "ago":
        return Relative(i, j + 2, unit, -int(count))
    if t.lows[j + 1] == "from" and t.lows[j + 2] in ("now", "today"):
        return Relative(i, j + 3, unit, int(count))
    sign = _behind_unit(t, j + 1) if t.lows[i - 1] not in LOOSELY else 0
    return Relative(i, j + 2, unit, sign * int(count), told=True) if sign else None

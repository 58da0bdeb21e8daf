"""Read calendar dates with a month or weekday: "27 February 2020", "Feb. 3-5", "Tuesday, 3 May"."""

from __future__ import annotations

from verifier.facts.date.calendar_words import MONTHS, SEASONS, SHORT_WEEKDAYS, WEEKDAYS, day_at, month_at
from verifier.facts.date.fact import Parts
from verifier.facts.date.figures import date_in_figures
from verifier.facts.date.periods import QUARTERS, quarter_at, season_at, years_at
from verifier.facts.date.years import is_dated_year
from verifier.facts.lexicon import words
from verifier.words.tokens import Tokens

_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_DASHES = frozenset(("-", "–", "—"))
_NAMED_DAYS = words("calendar", "contexts", "named_days")


def calendar_date(t: Tokens, i: int) -> Parts | None:
    """Return the calendar date that begins at token `i`."""
    low = t.lows[i]
    if low[:1].isdecimal():
        return date_in_figures(t, i) or _day_first(t, i) or years_at(t, i)
    if low in MONTHS:
        return _month_first(t, i)
    if low in WEEKDAYS or low in SHORT_WEEKDAYS:
        return _weekday(t, i)
    if low in SEASONS:
        return season_at(t, i)
    return quarter_at(t, i) if low in QUARTERS or low == "q" else None


def _day_first(t: Tokens, i: int) -> Parts | None:
    """Read "27 February 2020", "3rd of March", "3-5 March 2020", "27-Feb-2020"."""
    day = day_at(t, i)
    if not day or (t.glued(i) and (t.words[i - 1][-1].isalnum() or t.words[i - 1] in "./:,")):
        return None
    j, until = _behind_day(t, i + 1), None
    if t.lows[j] in _DASHES or t.lows[j] in ("to", "and"):
        second = day_at(t, j + 1)
        if second and second > day and month_at(t, _month_place(t, j + 2)):
            until, j = second, _behind_day(t, j + 2)
    k = _month_place(t, j)
    month = month_at(t, k)
    if not month:
        return None
    last = _behind_month(t, k)
    year, last = _year_behind(t, last)
    return Parts(i, last, "day", year, month, day, until=(year or 0, month, until) if until else None)


def _behind_day(t: Tokens, j: int) -> int:
    return j + 1 if t.lows[j] in _ENDINGS and t.glued(j) else j


def _month_place(t: Tokens, j: int) -> int:
    """Step over an ending, "of" or a hyphen to where the month must stand."""
    j = _behind_day(t, j)
    if t.lows[j] == "of" and t.lows[j + 1] in MONTHS:
        return j + 1
    return j + 1 if t.words[j] == "-" and t.glued(j) and t.lows[j + 1] in MONTHS else j


def _behind_month(t: Tokens, i: int) -> int:
    """Return the token behind a month and its full stop."""
    short = len(t.lows[i]) <= 4 and t.lows[i] not in ("may", "june", "july")
    return i + 2 if short and t.words[i + 1] == "." and t.glued(i + 1) else i + 1


def _year_behind(t: Tokens, j: int) -> tuple[int | None, int]:
    """Return the year behind a month or day, and the token behind it."""
    k = j + 1 if t.words[j] in (",", "-", "/") or t.lows[j] in ("of", "in") else j
    if is_dated_year(t.words[k]) and not (t.glued(k + 1) and t.words[k + 1][:1].isalnum()):
        return int(t.words[k]), k + 1
    return None, j


def _month_first(t: Tokens, i: int) -> Parts | None:
    """Read "February 27, 2020", "Feb. 3-5", "February 2020", "February"."""
    month = month_at(t, i)
    if not month:
        return None
    j = _behind_month(t, i)
    year, last = _year_behind(t, j)
    if year:
        return Parts(i, last, "month", year, month)
    day = day_at(t, j)
    if not day or _is_clock(t, j):
        return Parts(i, j, "month", _shared_year(t, j), month)
    j, until = _behind_day(t, j + 1), None
    second = day_at(t, j + 1) if t.lows[j] in _DASHES or t.lows[j] == "to" else None
    if second and second > day and not _is_clock(t, j + 1):
        until, j = second, _behind_day(t, j + 2)
    year, last = _year_behind(t, j)
    return Parts(i, last, "day", year, month, day, until=(year or 0, month, until) if until else None)


def _is_clock(t: Tokens, j: int) -> bool:
    """Tell whether the figure is an hour: "in May 10:15 was set"."""
    colon = t.words[j + 1] == ":" and t.glued(j + 1) and t.glued(j + 2)
    return colon or t.lows[j + 1] in ("am", "pm") or (t.lows[j + 1] in ("a", "p") and t.words[j + 2] == ".")


def _shared_year(t: Tokens, j: int) -> int | None:
    """Return the year of a second month that the first shares: "July and August 2019"."""
    if (t.lows[j] in ("and", "or", "to", "through") or t.lows[j] in _DASHES) and month_at(t, j + 1):
        return _year_behind(t, _behind_month(t, j + 1))[0]
    return None


def _weekday(t: Tokens, i: int) -> Parts | None:
    """Read "Tuesday" and "Tuesday, 27 February 2020"."""
    low = t.lows[i]
    j = i + 1
    if t.words[j] == "." and low in SHORT_WEEKDAYS:
        j += 1
    following = _full_date(t, j + 1 if t.words[j] == "," else j)
    if following and following.day:
        return following._replace(first=i, weekday=WEEKDAYS.get(low) or SHORT_WEEKDAYS[low])
    if low not in WEEKDAYS or not t.words[i][0].isupper() or t.lows[i - 1] in _NAMED_DAYS:
        return None
    if t.words[i - 1].lower() == "the" and t.words[i + 1][:1].isupper():
        return None
    return Parts(i, i + 1, "weekday", weekday=WEEKDAYS[low])


def _full_date(t: Tokens, i: int) -> Parts | None:
    if t.lows[i][:1].isdecimal():
        return date_in_figures(t, i) or _day_first(t, i)
    return _month_first(t, i) if t.lows[i] in MONTHS else None

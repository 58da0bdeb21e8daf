"""Read the parts of calendar dates: days, months, years, decades, quarters, seasons and ranges of them."""

from __future__ import annotations

from typing import NamedTuple

from verifier.facts.calendar_words import (
    MONTHS,
    SEASONS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    day_at,
    is_dated_year,
    is_year,
    is_year_figure,
    month_at,
)
from verifier.facts.date_fact import Granularity
from verifier.facts.lexicon import table
from verifier.facts.tokens import Tokens

_QUARTERS: dict[str, int] = table("calendar")["quarters"]
_HALF = 4
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_DASHES = frozenset(("-", "–", "—"))
_NOT_DAYS = frozenset(
    ("black", "good", "super", "patch", "cyber", "easter", "palm", "ash", "holy", "bloody", "shrove", "giving")
)


class Parts(NamedTuple):
    """Hold the tokens [first, last) of a date and the parts they name; `until` is the far end of a range."""

    first: int
    last: int
    granularity: Granularity
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    until: tuple[int, int, int] | None = None
    number: int = 0
    """Which quarter of the year (1 to 4) or half (5, 6)."""


def calendar_date(t: Tokens, i: int) -> Parts | None:
    """Return the calendar date that begins at token `i`."""
    low = t.lows[i]
    if low[:1].isdecimal():
        return _slashed(t, i) or _day_first(t, i) or _years(t, i)
    if low in MONTHS:
        return _month_first(t, i)
    if low in WEEKDAYS or low in SHORT_WEEKDAYS:
        return _weekday(t, i)
    if low in SEASONS:
        return _season(t, i)
    return _quarter(t, i) if low in _QUARTERS or low == "q" else None


def _slashed(t: Tokens, i: int) -> Parts | None:
    """Read 2020-02-27, 2020/02/27, 27.02.2020, 27/2/2020; 02/03/2020 gives only its year."""
    fields, last = _fields(t, i)
    if not fields or not all(f.isdecimal() and f.isascii() and len(f) <= 4 for f in fields):
        return None
    a, b, c = (int(f) for f in fields)
    if is_year_figure(fields[0]):
        return _checked(Parts(i, _behind_timestamp(t, last), "day", a, b, c))
    if not is_year_figure(fields[2]) or not (_may_be_day(a) and _may_be_day(b)):
        return None
    if a > 12 or b > 12 or a == b:
        day, month = (a, b) if a > 12 else (b, a)
        return _checked(Parts(i, last, "day", c, month, day))
    return Parts(i, last, "year", c)


def _fields(t: Tokens, i: int) -> tuple[list[str], int]:
    """Return the three figures that dots, slashes or hyphens join, and the token behind them."""
    if t.words[i].count(".") == 2:
        fields, last = t.words[i].split("."), i + 1
    else:
        sign, last = t.words[i + 1], i + 5
        if sign not in ("-", "/") or t.words[i + 3] != sign or not all(t.glued(k) for k in range(i + 1, last)):
            return [], i
        fields = [t.words[i], t.words[i + 2], t.words[i + 4]]
    chained = t.words[last] in ("-", "/", ".") and t.glued(last) and t.glued(last + 1)
    return ([], i) if chained else (fields, last)


def _behind_timestamp(t: Tokens, j: int) -> int:
    """Return the token behind the clock time and offset of a timestamp: 2020-02-27T10:15:00+00:00."""
    k = j + 1 if t.words[j] == "T" else j
    if not (t.words[k].isdecimal() and len(t.words[k]) == 2 and t.words[k + 1] == ":" and t.words[k + 3] == ":"):
        return j
    end = k + 5
    zoned = t.words[end] in ("+", "-") and t.glued(end) and t.words[end + 2] == ":"
    return end + 4 if zoned else end + 1 if t.words[end] == "Z" else end


def _may_be_day(number: int) -> bool:
    return 1 <= number <= 31


def _checked(parts: Parts) -> Parts | None:
    return parts if 1 <= (parts.month or 0) <= 12 and 1 <= (parts.day or 0) <= 31 else None


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
    if low not in WEEKDAYS or not t.words[i][0].isupper() or t.lows[i - 1] in _NOT_DAYS:
        return None
    if t.words[i - 1].lower() == "the" and t.words[i + 1][:1].isupper():
        return None
    return Parts(i, i + 1, "weekday", weekday=WEEKDAYS[low])


def _full_date(t: Tokens, i: int) -> Parts | None:
    if t.lows[i][:1].isdecimal():
        return _slashed(t, i) or _day_first(t, i)
    return _month_first(t, i) if t.lows[i] in MONTHS else None


def _years(t: Tokens, i: int) -> Parts | None:
    """Read "2014", "2010-2014", "2010-14", "the 1990s", "the '90s"."""
    decade = _decade(t, i)
    if decade or not is_year(t, i):
        return decade
    year = int(t.words[i])
    if (t.words[i + 1] in _DASHES or t.words[i + 1] == "/") and t.glued(i + 1) and t.glued(i + 2):
        word = t.words[i + 2]
        end = int(word) if is_year_figure(word) else _short_end(year, word)
        if year < end and not (t.words[i + 3] == "-" and t.glued(i + 3)):
            return Parts(i, i + 3, "year", year, until=(end, 12, 31))
        return None if word.isdecimal() else Parts(i, i + 1, "year", year)
    return Parts(i, i + 1, "year", year)


def _short_end(year: int, word: str) -> int:
    return year - year % 100 + int(word) if len(word) == 2 and word.isdecimal() else 0


def _decade(t: Tokens, i: int) -> Parts | None:
    word, j = t.words[i], i + 1
    if t.words[j] in ("'", "’") and t.glued(j):
        j += 1
    if t.lows[j] not in ("s", "'s") or not t.glued(j) or not word.isdecimal() or word[-1] != "0":
        return None
    if is_year_figure(word):
        sure = t.lows[j] == "s" or t.lows[i - 1] in ("the", "in", "early", "late", "mid")
        return Parts(i, j + 1, "decade", int(word)) if sure else None
    short = len(word) == 2 and word >= "20" and (t.words[i - 1] in ("'", "’", "‘") or t.lows[i - 1] == "the")
    return Parts(i, j + 1, "decade", 1900 + int(word)) if short else None


def _season(t: Tokens, i: int) -> Parts | None:
    """Read "summer 2020", "the summer of 2020"."""
    j = i + 2 if t.lows[i + 1] == "of" else i + 1
    if not is_year_figure(t.words[j]) or not is_year(t, j):
        return None
    return Parts(i, j + 1, "season", int(t.words[j]))


def _quarter(t: Tokens, i: int) -> Parts | None:
    """Read "Q3 2020", "the third quarter of 2020", "the first half of 2020"."""
    j, low = i + 1, t.lows[i + 1]
    if t.lows[i] == "q":
        index = int(low) if low in ("1", "2", "3", "4") and t.glued(j) else 0
    else:
        index = _QUARTERS[t.lows[i]]
        half = low == "half" and index <= 2
        index = index + _HALF if half else index if low == "quarter" else 0
    k = j + 2 if t.lows[j + 1] in ("of", "in") else j + 1
    if not index or not is_year_figure(t.words[k]):
        return None
    return Parts(i, k + 1, "quarter", int(t.words[k]), number=index)

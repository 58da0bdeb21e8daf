"""Read calendar dates with a month or weekday: "27 February 2020", "Feb. 3-5", "Tuesday, 3 May"."""

from __future__ import annotations

from calendar import monthrange
from datetime import MINYEAR

from verifier.data.word_lists import words
from verifier.facts.date import calendar_words as cal
from verifier.facts.date.fact import Parts
from verifier.facts.date.figures import behind_timestamp, date_in_figures, day_and_month
from verifier.facts.date.lists import days_listed
from verifier.facts.date.periods import period_at, season_at, years_at
from verifier.facts.number.nouns import is_plural
from verifier.facts.number.numerals import numeral
from verifier.facts.number.units import currency_before
from verifier.words.tokens import Tokens

_JOINS = cal.TO | {"and", "or"}
_WEEK_OF = frozenset(("of", "beginning", "starting", "commencing"))
_STRETCHED = {"days": 1, "weeks": 7, "months": 0}
_NAMED_DAYS = words("calendar", "contexts", "named_days")


def calendar_dates(t: Tokens, i: int) -> list[Parts]:
    """Return the calendar date that begins at token `i`, or the dates of a list of days."""
    listed = days_listed(t, i)
    found = None if listed else _calendar_date(t, i)
    return [found] if found else listed


def _calendar_date(t: Tokens, i: int) -> Parts | None:
    low = t.lows[i]
    if low[:1].isdecimal():
        found = date_in_figures(t, i) or _day_first(t, i) or years_at(t, i) or day_and_month(t, i)
        return found or period_at(t, i) or _numbered_week(t, i)
    if low in cal.MONTHS:
        return _month_first(t, i)
    if low in cal.WEEKDAYS or low in cal.SHORT_WEEKDAYS:
        return _weekday(t, i)
    if low in cal.SEASONS:
        return season_at(t, i)
    found = period_at(t, i) or _week(t, i) or _stretch(t, i) or _holiday(t, i) or _numbered_week(t, i)
    return found or _year_in_words(t, i) or _day_first(t, i)


def _day_first(t: Tokens, i: int) -> Parts | None:
    """Read "27 February 2020", "3rd of March", "3-5 March 2020", "27-Feb-2020", "the third of March"."""
    day, j = cal.day_place(t, i)
    if not day or currency_before(t, i) or (t.glued(i) and (t.words[i - 1][-1].isalnum() or t.words[i - 1] in "./:,")):
        return None
    second, behind = _second_day(t, i, j)
    until = second if second > day and cal.month_at(t, cal.month_place(t, behind)) else None
    k = cal.month_place(t, behind if until else j)
    month = cal.month_at(t, k)
    if not month:
        return None
    year, last = _year(t, cal.behind_month(t, k))
    return Parts(i, last, "day", year, month, day, until=(year or 0, month, until) if until else None)


def _month_first(t: Tokens, i: int) -> Parts | None:
    """Read "February 27, 2020", "Feb. 3-5", "February 2020", "February"."""
    month = cal.month_at(t, i)
    if not month:
        return None
    j = cal.behind_month(t, i)
    year, last = cal.year_behind(t, j)
    if year:
        return Parts(i, last, "month", year, month)
    j = j + 1 if t.words[j] in ("/", "-") and t.glued(j) and t.glued(j + 1) and cal.day_place(t, j + 1)[0] else j
    day, behind = cal.day_place(t, j)
    if not day or cal.is_clock(t, j):
        return Parts(i, j, "month", _shared_year(t, j), month)
    j, (second, end) = behind, _second_day(t, i, behind)
    until = second if second > day and not cal.is_clock(t, j + 1) else None
    year, last = _year(t, end if until else j)
    return Parts(i, last, "day", year, month, day, until=(year or 0, month, until) if until else None)


def _second_day(t: Tokens, i: int, j: int) -> tuple[int, int]:
    """Return the last day of "3-5", "between 3 and 5", and the token behind it; 0 for none."""
    joined = t.lows[j] in cal.TO or (t.lows[j] == "and" and t.lows[i - 1] == "between")
    return cal.day_place(t, j + 1 + (t.lows[j + 1] == "the")) if joined else (0, j)


def _year(t: Tokens, j: int) -> tuple[int | None, int]:
    """Return the year behind a day or month and the token behind it, or that of the date which it is joined to."""
    year, last = cal.year_behind(t, j)
    k = behind_timestamp(t, j)
    k += k > j and t.words[k].isupper()  # Oct 26 15:50:06 UTC 2016
    if k > j and cal.is_year_figure(t.words[k]):
        return int(t.words[k]), k + 1
    return year or _shared_year(t, j), last


def _shared_year(t: Tokens, j: int) -> int | None:
    """Return the year of a second date that the first shares: "July and August 2019", "March 3 to April 5, 2019"."""
    if t.lows[j] not in _JOINS:
        return None
    day, k = cal.day_place(t, j + 1)
    k = cal.month_place(t, k) if day else k
    if not cal.month_at(t, k):
        return None
    last = cal.behind_month(t, k)
    return cal.year_behind(t, last if day else cal.day_place(t, last)[1])[0]


def _holiday(t: Tokens, i: int) -> Parts | None:
    """Read "Christmas Day", "New Year's Eve 2019", "Thanksgiving": a weekday, from a day of the month on."""
    n = next((n for n in (4, 3, 2, 1) if " ".join(t.lows[i : i + n]) in cal.HOLIDAYS), 0)
    if not n or t.lows[i + n] in ("week", "weekend", "season"):
        return None
    year, last = cal.year_behind(t, i + n)
    weekday, day = divmod(cal.HOLIDAYS[" ".join(t.lows[i : i + n])], 10_000)
    return Parts(i, last, "day", year, day // 100, 0 if weekday else day % 100, weekday or None, number=day % 100)


def _week(t: Tokens, i: int) -> Parts | None:
    """Read "week of March 6", "week starting on 6 March 2020"."""
    if t.lows[i] != "week" or t.lows[i + 1] not in _WEEK_OF:
        return None
    found = _full_date(t, i + 3 if t.lows[i + 2] == "on" else i + 2)
    return found._replace(first=i, granularity="week") if found and found.day and not found.until else None


def _numbered_week(t: Tokens, i: int) -> Parts | None:
    """Read "first week of 2020", "the 3rd week of May", "last week of December": the first has the fourth day."""
    number, j = cal.day_place(t, i)
    last = t.lows[i] == "last"
    j = i + 1 if last else j
    if t.lows[j] != "week" or t.lows[j + 1] not in ("of", "in") or not (last or number in range(1, 5)):
        return None
    found = _month_first(t, j + 2) or years_at(t, j + 2)
    if not found or found.granularity not in ("month", "year"):
        return None
    month = found.month or (12 if last else 1)
    day = monthrange(found.year or MINYEAR, month)[1] - 3 if last else 7 * number - 3
    return found._replace(first=i, granularity="week", month=month, day=day, number=1)


def _stretch(t: Tokens, i: int) -> Parts | None:
    """Read "first nine months of 2020", "the last ten days of May"."""
    n = numeral(t, i + 1) if t.lows[i] in ("first", "last", "final") else None
    days = _STRETCHED.get(t.lows[n.last]) if n and t.lows[n.last + 1] == "of" else None
    if not n or days is None:
        return None
    j = n.last + 2
    found = years_at(t, j) or _month_first(t, j)
    if not found or found.until or found.granularity != ("month" if days else "year"):
        return None
    year, month, count = found.year or 0, found.month, int(n.value) * (days or 1)
    length = monthrange(year or MINYEAR, month)[1] if month else 12
    first, last = (1, count) if t.lows[i] == "first" else (length - count + 1, length)
    if not 0 < count < length:
        return None
    if not month:
        return found._replace(first=i, granularity="month", month=first, until=(year, last, 0))
    return found._replace(first=i, granularity="day", day=first, until=(year, month, last))


def _year_in_words(t: Tokens, i: int) -> Parts | None:
    """Read "in nineteen eighty-six", "the year two thousand and one"."""
    year, last = cal.year_behind(t, i) if t.lows[i - 1] in ("in", "year") else (None, i)
    return Parts(i, last, "year", year) if year and not (is_plural(t.lows[last]) and t.words[last].islower()) else None


def _weekday(t: Tokens, i: int) -> Parts | None:
    """Read "Tuesday", "Tuesday the 27th", "Tuesday, 27 February 2020" and "Tuesday (Feb 27)"."""
    low = t.lows[i]
    j = i + 1
    if t.words[j] == "." and low in cal.SHORT_WEEKDAYS:
        j += 1
    numbered = j + 1 if t.lows[j] == "the" else j
    following = _full_date(t, j + 1 if t.words[j] in (",", "(") else numbered)
    if following and following.day:
        last = following.last + (t.words[j] == "(" and t.words[following.last] == ")")
        return following._replace(first=i, last=last, weekday=cal.WEEKDAYS.get(low) or cal.SHORT_WEEKDAYS[low])
    day, behind = cal.day_place(t, numbered)
    if day and (behind > numbered + 1 or not (t.words[behind][:1].isalnum() or t.glued(behind + 1))):  # Friday 13
        return Parts(i, behind, "day", day=day, weekday=cal.WEEKDAYS.get(low) or cal.SHORT_WEEKDAYS[low])
    if low not in cal.WEEKDAYS or t.lows[i - 1] in _NAMED_DAYS:
        return None
    if t.lows[i - 1] == "the" and t.words[i + 1][:1].isupper():
        return None
    return Parts(i, i + 1, "weekday", weekday=cal.WEEKDAYS[low])


def _full_date(t: Tokens, i: int) -> Parts | None:
    return date_in_figures(t, i) or _day_first(t, i) or day_and_month(t, i) or _month_first(t, i)

"""Work out which days a date spans."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta

from verifier.data.thresholds import NUMBERED_DAY_WITHIN, PERIOD_PARTS, YEARLESS_NEARER
from verifier.facts.date.calendar_words import SEASONS
from verifier.facts.date.fact import Parts
from verifier.facts.date.relative import Relative

Interval = tuple[date, date]
_HALVES = {5: (1, 6), 6: (7, 12)}
DAYS = {"day": 1, "week": 7, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def of_parts(parts: Parts, season: str, published: date | None, *, ahead: bool | None = None) -> Interval | None:
    """Return the days that a calendar date spans; without a year, the nearest to `published`, or the next `ahead`."""
    if parts.weekday and published and not parts.month:
        find = _numbered_weekday if parts.day else _weekday
        return find(parts.weekday, parts.day or int(ahead or 0), published)
    if parts.year:
        return _in_year(parts, season, parts.year)
    return _without_year(parts, published, ahead=ahead) if published and parts.month else None


def _in_year(parts: Parts, season: str, year: int) -> Interval | None:
    if parts.granularity in ("day", "week"):
        return _days(parts, year)
    if parts.granularity == "month":
        first, last = parts.month or 1, parts.until[1] if parts.until else parts.month or 1
        return month_span(year, first)[0], month_span(year, last)[1]
    if parts.granularity == "season":
        return season_span(season, year)
    first, last, end = 1, 12, year
    if parts.granularity == "quarter":
        first, last = _HALVES.get(parts.number, (parts.number * 3 - 2, parts.number * 3))
    elif parts.granularity == "decade":
        end = year + 9
    return date(year, first, 1), month_span(parts.until[0] if parts.until else end, last)[1]


def month_span(year: int, month: int) -> Interval:
    """Return the first and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def season_span(season: str, year: int) -> Interval:
    """Return the days of a season of the northern year."""
    first, last = SEASONS[season]
    start, end = date(year, first // 100, first % 100), date(year, last // 100, last % 100)
    return start, (end.replace(year=year + 1) if season == "winter" else end)


def narrowed(span: Interval, part: str) -> Interval:
    """Return the early, middle or late part of an interval."""
    if part not in PERIOD_PARTS:
        return span
    low, high = PERIOD_PARTS[part]
    length = (span[1] - span[0]).days
    return span[0] + timedelta(days=int(length * low)), span[0] + timedelta(days=round(length * high))


def of_relative(found: Relative, season: str, published: date) -> Interval | None:
    """Return the days that a date counted from `published` spans."""
    try:
        return _relative(found, season, published)
    except (OverflowError, ValueError):
        return None


def _relative(found: Relative, season: str, published: date) -> Interval:
    shift, unit = found.shift, found.unit
    if unit == "weekday":
        return _weekday(found.number, shift, published)
    if unit == "named month":
        return _in_turn(lambda year: month_span(year, found.number), shift, published)
    if unit == "season":
        return _in_turn(lambda year: season_span(season, year), shift, published)
    if unit == "day of week":
        day = _days_away("week", shift, published)[0] + timedelta(days=found.number - 1)
        return day, day
    return _days_away(unit, shift, published) if unit in DAYS else _months(published, shift, _MONTHS[unit])


def _days_away(unit: str, shift: int, published: date) -> Interval:
    """Resolve days, weeks (Monday to Sunday) and weekends (Friday to Sunday)."""
    day = published + timedelta(days=shift * DAYS[unit])
    if unit == "day":
        return day, day
    monday = day - timedelta(days=day.weekday())
    return monday + timedelta(days=4 if unit == "weekend" else 0), monday + timedelta(days=6)


def _days(parts: Parts, year: int) -> Interval | None:
    try:
        first = date(year, parts.month or 1, parts.day or parts.number or 1)
        if parts.weekday and not parts.day:
            first += timedelta(days=(parts.weekday - first.isoweekday()) % DAYS["week"])
        if parts.granularity == "week":  # from its Monday, or from the Sunday that it is named after
            first -= timedelta(days=first.weekday() if parts.number else max(first.isoweekday() % DAYS["week"] - 1, 0))
            return first, first + timedelta(days=6)
        return first, first.replace(day=parts.until[2]) if parts.until else first
    except (OverflowError, ValueError):
        return None


def _without_year(parts: Parts, published: date, *, ahead: bool | None) -> Interval | None:
    """Resolve "5 March" to the last one that had begun when the document was published, or to the next.

    Nobody leaves the year out of what is nearly a year ago: the next one is meant unless it is told as past (false).
    """
    years = range(max(published.year - 1, MINYEAR), min(published.year + 1, MAXYEAR) + 1)
    spans = [span for year in years if (span := _in_year(parts._replace(year=year), "", year))]
    past = [span for span in spans if span[0] <= published]
    coming = [span for span in spans if (span[1] >= published if ahead else span[0] > published)]
    if not past or not coming:
        return past[-1] if past else coming[0] if coming else None
    near = YEARLESS_NEARER * (coming[0][0] - published).days < (published - past[-1][1]).days
    return coming[0] if ahead or (near and ahead is None) else past[-1]


def _weekday(weekday: int, shift: int, published: date) -> Interval:
    """Resolve a weekday to the nearest up to the day of publication; "last" leaves it out, "coming" looks ahead."""
    back = (published.isoweekday() - weekday) % 7
    if shift < 0 and back == 0:
        back = 7
    if shift > 0:
        back -= 7
    day = published - timedelta(days=back)
    return day, day


def _numbered_weekday(weekday: int, day: int, published: date) -> Interval | None:
    """Resolve "Friday the 26th" to the nearest such day."""
    near = (published.toordinal() + sign * n for n in range(NUMBERED_DAY_WITHIN) for sign in (-1, 1))
    found = (date.fromordinal(n) for n in near if 0 < n <= date.max.toordinal())
    return next(((d, d) for d in found if (d.isoweekday(), d.day) == (weekday, day)), None)


def _months(published: date, shift: int, width: int) -> Interval:
    index = published.year * 12 + published.month - 1
    first = index - index % width + shift * width
    if not MINYEAR * 12 < first < MAXYEAR * 12 - width:
        raise OverflowError
    last = first + width - 1
    return date(first // 12, first % 12 + 1, 1), month_span(last // 12, last % 12 + 1)[1]


def _in_turn(span_in: Callable[[int], Interval], shift: int, published: date) -> Interval:
    """Resolve what comes every year, a month or season: "last" to one that was over, "next" to one not yet begun."""
    span = span_in(published.year)
    if shift < 0 and published <= span[1]:
        return span_in(published.year - 1)
    return span_in(published.year + 1) if shift > 0 and span[0] <= published else span

"""Hold a date or time of day as far as a text gives it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Granularity = Literal["day", "month", "year", "decade", "quarter", "season", "weekday", "week", "time"]
Modifier = Literal["", "early", "late", "mid", "before", "after", "since", "by", "until", "about"]


@dataclass(frozen=True, slots=True)
class DateFact:
    """Hold a date, the interval [first, last] it spans, and the parts that the text itself names.

    A range of days or years ("3-5 March", "2010-2014") is one fact: `year`, `month` and `day` are its first end,
    `until` is its far one; "between A and B" are two facts. `first` and `last` are None where the year is unknown.
    `modifier` 'early', 'mid' and 'late' narrow the interval, the others leave it as it is. `clock` counts minutes from
    midnight, `marked` says whether a.m. or p.m. stands with it. A relative date is `shift` of its `unit` away.
    """

    start: int
    end: int
    text: str
    granularity: Granularity
    first: date | None = None
    last: date | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    clock: int | None = None
    relative: bool = False
    modifier: Modifier = ""
    zone: str = ""
    marked: bool = False
    unit: str = ""
    shift: int = 0
    until: tuple[int, int, int] | None = None


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

"""Read several days of one month: "May 3, 4 and 9", "on 2, 3 and 5 May 2021"."""

from __future__ import annotations

from verifier.data.word_lists import words
from verifier.facts.date.calendar_words import (
    MONTHS,
    behind_month,
    day_place,
    is_clock,
    month_at,
    month_place,
    year_behind,
)
from verifier.facts.date.fact import Parts
from verifier.words.tokens import Tokens

_JOINS = frozenset(("and", "or", "&"))
_BEHIND = words("counting", "noun", "stops") | MONTHS.keys()

Place = tuple[int, int, int]


def days_listed(t: Tokens, i: int) -> list[Parts]:
    """Return the days of a list that begins at token `i`, empty where none does; each has its own tokens."""
    if t.lows[i] in MONTHS:
        return _month_first(t, i)
    return _days_first(t, i) if t.lows[i][:1].isdecimal() else []


def _month_first(t: Tokens, i: int) -> list[Parts]:
    j = behind_month(t, i)
    places = _places(t, j)
    if not places or t.lows[i - 1] == "between" or is_clock(t, places[-1][0]):
        return []
    year, end = year_behind(t, places[-1][1])
    behind, month = t.lows[end], month_at(t, i)
    if month is None or (behind[:1].isalpha() and behind not in _BEHIND) or behind in ("-", "%"):
        return []  # May 3 and 4 servers
    (_, last, day), *more = places
    return _dated([(i, last, day), *more], month, year, end)


def _days_first(t: Tokens, i: int) -> list[Parts]:
    places = _places(t, i)
    if not places or t.lows[i - 1] == "between" or (t.glued(i) and t.words[i - 1] not in "(-–—\"'"):
        return []
    k = month_place(t, places[-1][1])
    month = month_at(t, k)
    if month is None:
        return []
    year, end = year_behind(t, behind_month(t, k))
    return _dated(places, month, year, end)


def _dated(places: list[Place], month: int, year: int | None, end: int) -> list[Parts]:
    first, _, day = places[-1]
    earlier = [Parts(f, last, "day", year, month, d) for f, last, d in places[:-1]]
    return [*earlier, Parts(first, end, "day", year, month, day)]


def _places(t: Tokens, i: int) -> list[Place]:
    """Return where the days of a list stand, and which: each later than the one before, two of them with "and"."""
    found: list[Place] = []
    joined, j = False, i
    while True:
        day, behind = day_place(t, j)
        if not day or (found and day <= found[-1][2]):
            break
        found.append((j, behind, day))
        if joined:
            return found
        j = behind + 1 if t.words[behind] == "," else behind
        joined = t.lows[j] in _JOINS
        if not joined and j == behind:
            break
        j += joined
    return found if len(found) > 2 else []

"""Read several days of one month: "May 3, 4 and 9", "on 2, 3 and 5 May 2021"."""

from __future__ import annotations

from verifier.data.word_lists import words
from verifier.facts.date import calendar_words as cal
from verifier.facts.date.fact import Parts
from verifier.words.tokens import Tokens

_JOINS = frozenset(("and", "or", "&"))
_BEHIND = words("counting", "noun", "stops") | cal.MONTHS.keys()

Place = tuple[int, int, int]


def days_listed(t: Tokens, i: int) -> list[Parts]:
    """Return the days of a list that begins at token `i`, empty where none does; each has its own tokens."""
    opens = t.lows[i] in cal.MONTHS
    places = _places(t, cal.behind_month(t, i) if opens else i) if opens or t.lows[i][:1].isdecimal() else []
    if not places or t.lows[i - 1] == "between":
        return []
    (start, *_), (first, end, day) = places[0], places[-1]
    k = i if opens else cal.month_place(t, end)
    tied = cal.is_clock(t, first) if opens else t.glued(i) and t.words[i - 1] not in "(-–—\"'"
    month = cal.month_at(t, k)
    if month is None or tied:
        return []
    year, end = cal.year_behind(t, end if opens else cal.behind_month(t, k))
    behind = t.lows[end]
    if opens and ((behind[:1].isalpha() and behind not in _BEHIND) or behind in ("-", "%")):
        return []  # May 3 and 4 servers
    earlier = [Parts(i if f == start else f, last, "day", year, month, d) for f, last, d in places[:-1]]
    return [*earlier, Parts(first, end, "day", year, month, day)]


def _places(t: Tokens, i: int) -> list[Place]:
    """Return where the days of a list stand, and which: each later than the one before, two of them with "and"."""
    found: list[Place] = []
    joined, j = False, i
    while True:
        day, behind = cal.day_place(t, j)
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

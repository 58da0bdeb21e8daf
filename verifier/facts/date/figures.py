"""Read dates in figures: 2020-02-27, 27/2/2020, 2020-02-27T10:15:00Z."""

from __future__ import annotations

from verifier.data.thresholds import DATES_LISTED, FIGURE_YEAR_PIVOT
from verifier.data.word_lists import words
from verifier.facts.date.calendar_words import MONTHS, WEEKDAYS, is_year_figure
from verifier.facts.date.fact import Parts
from verifier.words.tokens import Tokens

_ON = words("calendar", "contexts", "on")
_LISTED = frozenset((",", "and", "or", "to"))


def date_in_figures(t: Tokens, i: int) -> Parts | None:
    """Read 2020-02-27, 2020/Feb/27, 27.02.2020, 27/2/2020; 02/03/2020 gives only its year."""
    fields, last = _fields(t, i)
    if fields and is_year_figure(fields[0]):
        fields[1] = str(MONTHS.get(fields[1].lower(), fields[1]))
    if not fields or not all(f.isdecimal() and f.isascii() and len(f) <= 4 for f in fields):
        return None
    a, b, c = (int(f) for f in fields)
    if [len(f) for f in fields] == [2, 2, 2] and t.words[i + 1] == "/" and (max(a, b) > 12 or a == b):
        fields[2], c = f"20{c:02}", c + (2000 if c < FIGURE_YEAR_PIVOT else 1900)
    if is_year_figure(fields[0]):
        return _checked(Parts(i, behind_timestamp(t, last), "day", a, b, c))
    if not is_year_figure(fields[2]):
        return None
    if a > 12 or b > 12 or a == b:
        day, month = (a, b) if a > 12 else (b, a)
        return _checked(Parts(i, last, "day", c, month, day))
    return Parts(i, last, "year", c)


def day_and_month(t: Tokens, i: int) -> Parts | None:
    """Read "on 11/20, 11/22 or 11/25"; figures that may each be the month or a share are left alone."""
    opens = next((k for k in range(i, max(i - 4 * DATES_LISTED, 0), -4) if t.lows[k - 1] not in _LISTED), i)
    told = t.words[opens + 1] == "/" and (t.lows[opens - 1] in _ON or t.lows[opens - 1] in WEEKDAYS)
    if t.words[i + 1] != "/" or not told or not (t.glued(i + 1) and t.glued(i + 2)):
        return None
    a, b = t.words[i], t.words[i + 2]
    longer = t.lows[i + 3] == "of" or (t.glued(i + 3) and t.words[i + 3] in ("/", "-"))
    if longer or not (a.isdecimal() and b.isdecimal() and len(a) <= 2 and len(b) <= 2):
        return None
    day, month = sorted((int(a), int(b)), reverse=True)
    return _checked(Parts(i, i + 3, "day", None, month, day)) if day > 12 else None


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


def behind_timestamp(t: Tokens, j: int) -> int:
    """Return the token behind the clock time and offset of a timestamp: 2020-02-27T10:15:00+00:00."""
    k = j + 1 if t.words[j] == "T" else j
    if not (t.words[k].isdecimal() and len(t.words[k]) == 2 and t.words[k + 1] == ":" and t.words[k + 3] == ":"):
        return j
    end = k + 5
    zoned = t.words[end] in ("+", "-") and t.glued(end) and t.words[end + 2] == ":"
    return end + 4 if zoned else end + 1 if t.words[end] == "Z" else end


def _checked(parts: Parts) -> Parts | None:
    return parts if 1 <= (parts.month or 0) <= 12 and 1 <= (parts.day or 0) <= 31 else None

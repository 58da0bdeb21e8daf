"""Read times of day: "10:15 a.m. PT", "9pm", "1700 GMT", "noon"."""

from __future__ import annotations

from typing import NamedTuple

from verifier.data.word_lists import View, table, words
from verifier.facts.date.calendar_words import WEEKDAYS
from verifier.facts.number.parts import ONES, TENS
from verifier.words.grammar import SUBJECTS
from verifier.words.tokens import Tokens

_NAMED: View = table("calendar")["clock"]
ZONES: View = table("calendar")["zones"]
_AT = words("calendar", "contexts", "at")
_AROUND = _AT | {"between"}
_PAST = {"half past": 30, "quarter past": 15, "quarter to": -15}
_BEHIND = SUBJECTS | {"in", "on", "that", "this", "a", "p", "am", "pm", "and", "or", "when"}
_HALVES = {"morning": 0, "afternoon": 12, "evening": 12}


class Clock(NamedTuple):
    """Hold the tokens [first, last) of a time of day, its minutes, its zone, and whether a.m. or p.m. is given."""

    first: int
    last: int
    minutes: int
    zone: str = ""
    marked: bool = False


def clock_at(t: Tokens, i: int) -> Clock | None:
    """Return the time of day that begins at token `i`."""
    low = t.lows[i]
    named = i + 1 if low == "12" else i
    if t.lows[named] in _NAMED:
        sure = named > i or t.lows[i - 1] in _AT
        return Clock(i, named + 1, _NAMED[t.lows[named]], marked=True) if sure else None
    gone = _PAST.get(" ".join(t.lows[i : i + 2])) or _minutes_past(t, i)
    if gone and (gone > 0 or t.lows[i - 1] in _AT):
        hours = _hours(t, i + 2, whole=True)
        return hours and hours._replace(first=i, minutes=hours.minutes + gone)
    if not (low[:1].isdecimal() or low in ONES) or (t.glued(i) and t.words[i - 1] not in "(-–—\"'“"):
        return None
    return _military(t, i) or _hours(t, i)


def _minutes_past(t: Tokens, i: int) -> int:
    """Read the minutes of "at ten past six" and "at twenty to three", 0 for none; "by five to ten people" are many."""
    minutes, sign = ONES.get(t.lows[i], 0) or TENS.get(t.lows[i], 0), {"past": 1, "to": -1}.get(t.lows[i + 1], 0)
    ends = not t.words[i + 3][:1].isalnum() or t.lows[i + 3] in _BEHIND
    told = t.lows[i - 1] in _AT and t.lows[i - 1] not in ("from", "about", "around")
    return sign * minutes if minutes in (5, 10, 20) and told and (sign > 0 or ends) else 0


def _hours(t: Tokens, i: int, *, whole: bool = False) -> Clock | None:
    """Read "10:15", "10.15am", "9 p.m.", "7 o'clock", "at seven in the morning"; "seven" where it must be one."""
    hour, minute, j, colon = _digits(t, i)
    if hour is None or hour > (12 if whole else 24):
        return None
    colon = colon or whole
    end, half = _meridiem(t, j)
    if half is None:
        end = j + 1 if t.lows[j] in ("o'clock", "oclock") else j
        colon = (colon or end > j) and minute < 60
        end, half = _part_of_day(t, end) if colon or (hour <= 12 and t.lows[i - 1] in _AT) else (end, None)
    end, zone = _zone(t, end)
    if half is None and not ((colon or (zone and "." in t.words[i])) and minute < 60):
        return None
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    return Clock(i, end, hour * 60 + minute, zone, half is not None or hour > 12)


def _part_of_day(t: Tokens, j: int) -> tuple[int, int | None]:
    """Return the token behind "in the morning" or "at night", and the hours to add."""
    part = t.lows[j + 2] if t.lows[j] == "in" and t.lows[j + 1] == "the" else ""
    if part in _HALVES:
        return j + 3, _HALVES[part]
    day = j + 1 if t.lows[j] == "on" else j
    if (t.lows[day] in WEEKDAYS or t.lows[day] == "that") and t.lows[day + 1] in _HALVES:
        return j, _HALVES[t.lows[day + 1]]
    return (j + 2, 12) if t.lows[j : j + 2] == ["at", "night"] else (j, None)


def _digits(t: Tokens, i: int) -> tuple[int | None, int, int, bool]:
    """Return hour, minute, the next token, and whether a colon stands between."""
    word = str(ONES.get(t.lows[i], t.words[i]))
    if "." in word:
        whole, _, part = word.partition(".")
        return (int(whole), int(part), i + 1, False) if len(whole) < 3 and len(part) == 2 else (None, 0, i, False)
    if len(word) == 4 and word.isdecimal() and _meridiem(t, i + 1)[1] is not None:
        return int(word[:2]), int(word[2:]), i + 1, False
    if not word.isdecimal() or len(word) > 2:
        return None, 0, i, False
    behind = t.words[i + 2] if t.words[i + 1] == ":" and t.glued(i + 1) and t.glued(i + 2) else ""
    if behind.isdecimal() and 2 <= len(behind) <= 3:
        seconds = t.words[i + 3] == ":" and t.glued(i + 3) and t.glued(i + 4) and t.words[i + 4].isdecimal()
        return int(word), int(behind), i + 5 if seconds else i + 3, True
    return int(word), 0, i + 1, False


def _meridiem(t: Tokens, j: int) -> tuple[int, int | None]:
    """Return the token behind a.m. or p.m., and the hours to add."""
    low = t.lows[j]
    if low in ("am", "pm") and (t.words[j] != "Am"):
        return j + 1, 0 if low == "am" else 12
    if low in ("a", "p") and t.words[j + 1] == "." and t.lows[j + 2] == "m" and t.glued(j + 1):
        return j + (4 if t.words[j + 3] == "." and t.glued(j + 3) else 3), 0 if low == "a" else 12
    return j, None


def _zone(t: Tokens, j: int) -> tuple[int, str]:
    bracketed = t.words[j] == "(" and t.words[j + 2] == ")"
    zone = t.lows[j + bracketed]
    named = zone in ZONES and (bracketed or t.words[j].isupper())
    return (j + 1 + 2 * bracketed, zone) if named else (j, "")


def _military(t: Tokens, i: int) -> Clock | None:
    """Read "1730 GMT", "0600 hours", "at 0942", "between 0730 and 0930"."""
    word = t.words[i]
    if len(word) != 4 or not word.isdecimal() or int(word[:2]) > 24 or int(word[2:]) > 59:
        return None
    end, zone = _zone(t, i + 1)
    if not zone and (word[0] != "0" or not (t.lows[end] == "hours" or _AROUND & {t.lows[i - 1], t.lows[i - 3]})):
        return None
    return Clock(i, end + (not zone and t.lows[end] == "hours"), int(word[:2]) * 60 + int(word[2:]), zone, marked=True)

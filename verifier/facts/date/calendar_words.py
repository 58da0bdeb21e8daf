"""Recognise months, weekdays and seasons among words."""

from __future__ import annotations

from verifier.facts.lexicon import table, words
from verifier.words.tokens import Tokens

_CALENDAR = table("calendar")
_DAY_NAMES = [(name, int(number)) for number, names in _CALENDAR["weekdays"].items() for name in names]
MONTHS: dict[str, int] = {name: int(number) for number, names in _CALENDAR["months"].items() for name in names}
WEEKDAYS: dict[str, int] = {name: number for name, number in _DAY_NAMES if name.endswith("day")}
SHORT_WEEKDAYS: dict[str, int] = {name: number for name, number in _DAY_NAMES if len(name) < 6}
SEASONS: dict[str, list[int]] = _CALENDAR["seasons"]
DATED = words("calendar", "contexts", "before")
_WORDS_TOO = frozenset(("may", "march"))
_NAMES_TOO = frozenset(("april", "june", "august", "jan"))
_SHORT_NAMES = frozenset(name for name in MONTHS if len(name) <= 4) - {"may", "june", "july"}


def month_at(t: Tokens, i: int) -> int | None:
    """Return the month that token `i` names; "May" and "March" only where they cannot be other words."""
    low = t.lows[i]
    number = MONTHS.get(low)
    if not number:
        return None
    word = t.words[i]
    dated = _day_or_year_beside(t, i)
    if low in _WORDS_TOO or (len(low) <= 4 and low not in ("june", "july")):
        return number if word[0].isupper() and (dated or _abbreviated(t, i) or _in_context(t, i)) else None
    if (
        low in _NAMES_TOO
        and t.words[i + 1][:1].isupper()
        and t.lows[i + 1] not in MONTHS
        and not dated
        and not _in_context(t, i)
    ):
        return None
    return number if word[0].isupper() or dated or _in_context(t, i) else None


def _abbreviated(t: Tokens, i: int) -> bool:
    return (
        len(t.lows[i]) in (3, 4)
        and t.lows[i] not in _WORDS_TOO
        and t.words[i + 1] == "."
        and t.glued(i + 1)
        and _in_context(t, i)
    )


def _in_context(t: Tokens, i: int) -> bool:
    before = t.lows[i - 1]
    if before in DATED:
        return t.lows[i] != "may" or before not in ("this", "who") or t.words[i + 1] in ".,;)"
    return before in ("and", "or", "to", "-", "–", "/") and t.lows[i - 2] in MONTHS


def _day_or_year_beside(t: Tokens, i: int) -> bool:
    after = i + 2 if t.words[i + 1] in (".", ",", "-", "/") else i + 1
    if t.lows[after][:1].isdecimal() and (day_at(t, after) or is_year_figure(t.words[after])):
        return True
    before = i - 2 if t.lows[i - 1] in ("of", "-", "/") else i - 1
    if t.lows[before] in ("st", "nd", "rd", "th"):
        before -= 1
    return bool(day_at(t, before)) and (not t.glued(before) or t.words[before - 1] in "-–—")


def day_at(t: Tokens, i: int) -> int | None:
    """Return the day of a month that token `i` may stand for."""
    word = t.words[i]
    if not (word.isdecimal() and word.isascii() and len(word) <= 2):
        return None
    day = int(word)
    return day if 1 <= day <= 31 else None


def is_year_figure(word: str) -> bool:
    """Tell whether a figure is written like a year from 1900 to 2099."""
    return len(word) == 4 and word.isdecimal() and word.isascii() and word[:2] in ("19", "20")

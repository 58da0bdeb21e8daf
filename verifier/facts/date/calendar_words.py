"""Recognise months, weekdays and seasons among words."""

from __future__ import annotations

from verifier.data.word_lists import View, table, words
from verifier.facts.number.parts import ORDINALS, TENS, after_hyphen
from verifier.facts.number.spelled import BELOW_HUNDRED, spelled
from verifier.words.tokens import Tokens

_CALENDAR = table("calendar")
_DAY_NAMES = [(name, int(number)) for number, names in _CALENDAR["weekdays"].items() for name in names]
SHIFTS: View = _CALENDAR["shifts"]
MONTHS: dict[str, int] = {name: int(number) for number, names in _CALENDAR["months"].items() for name in names}
WEEKDAYS: dict[str, int] = {name: number for name, number in _DAY_NAMES if name.endswith("day")}
SHORT_WEEKDAYS: dict[str, int] = {name: number for name, number in _DAY_NAMES if len(name) < 6}
SEASONS: dict[str, list[int]] = _CALENDAR["seasons"]
DATED = words("calendar", "contexts", "before")
HOLIDAYS: dict[str, int] = _CALENDAR["holidays"]
HOLIDAY_WORDS = frozenset(name.split()[0] for name in HOLIDAYS)
TO = frozenset(("-", "–", "—", "to", "through", "until", "till"))
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_LAST_DAY, _MILLENNIUM = 31, 2000
_WORDS_TOO = frozenset(("may", "march"))
_NAMES_TOO = frozenset(("april", "june", "august", "jan"))


def month_at(t: Tokens, i: int) -> int | None:
    """Return the month that token `i` names; "May" and "March" only where they cannot be other words."""
    low = t.lows[i]
    number = MONTHS.get(low)
    if not number:
        return None
    word = t.words[i]
    dated = _day_or_year_beside(t, i) or year_by(t, behind_month(t, i)) is not None
    if low in _WORDS_TOO or (len(low) <= 4 and low not in ("june", "july")):
        lower = dated and low not in _WORDS_TOO and low != "mar"
        return number if lower or (word[0].isupper() and (dated or _in_context(t, i))) else None
    if dated or _in_context(t, i):
        return number
    first_name = low in _NAMES_TOO and t.words[i + 1][:1].isupper() and t.lows[i + 1] not in MONTHS
    return number if word[0].isupper() and not first_name else None


def _in_context(t: Tokens, i: int) -> bool:
    before = t.lows[i - 1]
    if before in DATED:
        return t.lows[i] != "may" or before not in ("this", "who") or t.words[i + 1] in ".,;)"
    listed = before == "," and t.lows[i + 1] in ("and", "or") and t.lows[i + 2] in MONTHS
    return (listed or before in ("and", "or", "to", "-", "–", "/")) and t.lows[i - 2] in MONTHS


def _day_or_year_beside(t: Tokens, i: int) -> bool:
    after = i + 2 if t.words[i + 1] in (".", ",", "-", "/") else i + 1
    if t.lows[after][:1].isdecimal() and (day_at(t, after) or is_year_figure(t.words[after])):
        return True
    before = i - 2 if t.lows[i - 1] in ("of", "-", "/") else i - 1
    if t.lows[before] in _ENDINGS:
        before -= 1
    if t.words[i - 1] == "." and not t.glued(i):
        before = i - 2
    if t.lows[before] in ORDINALS and t.lows[i - 1] == "of":
        return True
    return bool(day_at(t, before)) and (not t.glued(before) or t.words[before - 1] in "-–—([")


def day_at(t: Tokens, i: int) -> int | None:
    """Return the day of a month that token `i` may stand for."""
    word = t.words[i]
    if not (word.isdecimal() and word.isascii() and len(word) <= 2):
        return None
    day = int(word)
    return day if 1 <= day <= 31 else None


def day_place(t: Tokens, i: int) -> tuple[int, int]:
    """Return the day of a month at token `i`, in figures or as "twenty-third", and the token behind it; 0 for none."""
    low = t.lows[i]
    day = day_at(t, i)
    if day:
        return day, i + 2 if t.lows[i + 1] in _ENDINGS and t.glued(i + 1) else i + 1
    tens = TENS.get(low, 0)
    j = after_hyphen(t, i + 1) if tens else i
    day = tens + ORDINALS.get(t.lows[j], _LAST_DAY + 1)
    return (day, j + 1) if day <= _LAST_DAY and (not tens or day < tens + 10) else (0, i)


def month_place(t: Tokens, j: int) -> int:
    """Step over "of", a hyphen or a full stop from behind a day to where its month must stand."""
    if t.lows[j] == "day" and t.lows[j + 1] == "of":
        j += 1
    if t.lows[j] == "of" and t.lows[j + 1] in MONTHS:
        return j + 1
    stopped = t.words[j] == "." and t.words[j - 1].isdecimal() and t.glued(j) and not t.glued(j + 1)
    if stopped and t.lows[j + 1] in MONTHS and (j < 2 or t.lows[j - 2] in DATED or t.opens_line(j - 1)):
        return j + 1
    return j + 1 if t.words[j] in ("-", "/") and t.glued(j) and t.lows[j + 1] in MONTHS else j


def behind_month(t: Tokens, i: int) -> int:
    """Return the token behind a month and its full stop."""
    short = len(t.lows[i]) <= 4 and t.lows[i] not in ("may", "june", "july")
    return i + 2 if short and t.words[i + 1] == "." and t.glued(i + 1) else i + 1


def year_by(t: Tokens, j: int) -> int | None:
    """Return by how many years the year behind a part of it is off: March of last year, April next year."""
    j += t.lows[j] == "of"
    return SHIFTS.get(t.lows[j]) if t.lows[j + 1] == "year" else None


def year_behind(t: Tokens, j: int) -> tuple[int | None, int]:
    """Return the year behind a month or day, and the token behind it."""
    k = j + 1 if t.words[j] in (",", "-", "/") or t.lows[j] in ("of", "in") else j
    if is_dated_year(t.words[k]) and not (t.glued(k + 1) and t.words[k + 1][:1].isalnum()):
        return int(t.words[k]), k + 1
    return (_spelled_year(t, k) if t.lows[k] in BELOW_HUNDRED and t.words[j] != "," else None) or (None, j)


def _spelled_year(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read "nineteen eighty-six", "two thousand and five", and the token behind them."""
    number = spelled(t, i)
    if _MILLENNIUM - (t.lows[i - 1] == "year") < number.value < _MILLENNIUM + 100 and number.value % 1 == 0:
        return int(number.value), number.last
    rest = spelled(t, number.last) if number.value in (18, 19, 20) else number
    two = rest is not number and 10 <= rest.value < 100 and rest.value % 1 == 0
    return (int(number.value * 100 + rest.value), rest.last) if two else None


def is_clock(t: Tokens, j: int) -> bool:
    """Tell whether the figure is an hour: "in May 10:15 was set"."""
    colon = t.words[j + 1] == ":" and t.glued(j + 1) and t.glued(j + 2)
    return colon or t.lows[j + 1] in ("am", "pm") or (t.lows[j + 1] in ("a", "p") and t.words[j + 2] == ".")


def is_dated_year(word: str) -> bool:
    """Tell whether a figure behind a day or month is its year, from 1000 to 2099."""
    return is_year_figure(word) or (len(word) == 4 and word.isdecimal() and word.isascii() and word[0] == "1")


def is_year_figure(word: str) -> bool:
    """Tell whether a figure is written like a year from 1900 to 2099."""
    return len(word) == 4 and word.isdecimal() and word.isascii() and word[:2] in ("19", "20")

"""Recognise months, weekdays and years among words and figures."""

from __future__ import annotations

from verifier.facts.lexicon import table, words
from verifier.facts.nouns import is_plural
from verifier.facts.numerals import SCALES
from verifier.facts.tokens import Tokens
from verifier.facts.units import currency_after, currency_before, unit_after

_CALENDAR = table("calendar")
MONTHS: dict[str, int] = {name: int(n) for n, names in _CALENDAR["months"].items() for name in names}
WEEKDAYS: dict[str, int] = {
    name: int(n) for n, names in _CALENDAR["weekdays"].items() for name in names if len(name) > 5 and name[-1] == "y"
}
SHORT_WEEKDAYS: dict[str, int] = {
    name: int(n) for n, names in _CALENDAR["weekdays"].items() for name in names if len(name) < 6
}
SEASONS: dict[str, list[int]] = _CALENDAR["seasons"]
_BEFORE = words("calendar", "contexts", "before")
_EVENTS = words("calendar", "contexts", "events")
_LABELS = words("counting", "names", "labels")
_OPENERS = words("counting", "names", "openers")
_WORDS_TOO = frozenset(("may", "march"))
_NAMES_TOO = frozenset(("april", "june", "august", "jan"))
_COUNTING = frozenset(
    (
        "than",
        "least",
        "most",
        "nearly",
        "almost",
        "approximately",
        "roughly",
        "over",
        "total",
        "exactly",
        "only",
        "some",
        "estimated",
        "another",
        "all",
    )
)
_YEARLY = frozenset(("in", "since", "until", "circa", "year"))


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
    if before in _BEFORE:
        return t.lows[i] != "may" or before not in ("this", "who") or t.words[i + 1] in ".,;)"
    return before in ("and", "or", "to", "-", "–", "/") and t.lows[i - 2] in MONTHS


def _day_or_year_beside(t: Tokens, i: int) -> bool:
    after = i + 2 if t.words[i + 1] in (".", ",", "-", "/") else i + 1
    if t.lows[after][:1].isdecimal() and (day_at(t, after) or is_year_figure(t.words[after])):
        return True
    before = i - 2 if t.lows[i - 1] in ("of", "-", "/") else i - 1
    if t.lows[before] in ("st", "nd", "rd", "th"):
        before -= 1
    return bool(day_at(t, before)) and not t.glued(before)


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


def is_dated_year(word: str) -> bool:
    """Tell whether a figure behind a day or month is its year, from 1000 to 2099."""
    return is_year_figure(word) or (len(word) == 4 and word.isdecimal() and word.isascii() and word[0] == "1")


def is_year(t: Tokens, i: int) -> bool:
    """Tell whether token `i` reads as a year rather than as a number or part of a name."""
    if _glued(t, i) or currency_before(t, i):
        return False
    if not is_year_figure(t.words[i]):
        return _old_year(t, i)
    after, before = t.lows[i + 1], t.lows[i - 1]
    if after in SCALES or currency_after(t, i + 1) or (unit_after(t, i + 1) and after not in ("in", "season")):
        return False
    if before in _BEFORE or before in MONTHS or before in SEASONS:
        return True
    if before in _COUNTING or before in _LABELS or (is_plural(after) and t.words[i + 1].islower()):
        return before in ("the", "a") or before == "'s"
    return not _named(t, i)


def _old_year(t: Tokens, i: int) -> bool:
    """Tell whether a figure from 1000 to 1899 stands where only a year can: "in 1805"."""
    word = t.words[i]
    if not is_dated_year(word) or t.lows[i - 1] not in _YEARLY:
        return False
    return not is_plural(t.lows[i + 1]) and not unit_after(t, i + 1) and t.lows[i + 1] not in SCALES


def _glued(t: Tokens, i: int) -> bool:
    """Tell whether the figure is part of a longer one: an identifier, a phone number, a model."""
    before, after = t.words[i - 1], t.words[i + 1]
    if t.glued(i) and (before[-1:].isalnum() or before in "_#@.:/$"):
        return True
    if (
        t.glued(i)
        and before == "-"
        and t.glued(i - 1)
        and not is_year_figure(t.words[i - 2])
        and t.lows[i - 2] not in ("mid", "pre", "post")
    ):
        return True
    if not t.glued(i + 1):
        return False
    return (
        after[:1].isalnum()
        or after in "_@:"
        or (after in ".-," and t.glued(i + 2) and t.words[i + 2][:1].isdecimal() and not _range_end(t, i + 2))
    )


def _range_end(t: Tokens, i: int) -> bool:
    return t.words[i - 1] == "-" and (is_year_figure(t.words[i]) or len(t.words[i]) == 2)


def _named(t: Tokens, i: int) -> bool:
    """Tell whether a word in capitals inside a sentence names what the year-like figure continues: "Server 2012"."""
    word = t.words[i - 1]
    if t.lows[i - 1] in _EVENTS:
        return False
    return (
        i > 1
        and word[:1].isupper()
        and t.lows[i - 1] not in _OPENERS
        and t.words[i - 2] not in ".!?"
        and t.lows[i - 1] not in MONTHS
    )

"""Tell years from other figures of four digits."""

from __future__ import annotations

from verifier.data.word_lists import words
from verifier.facts.date.calendar_words import DATED, MONTHS, SEASONS, is_dated_year, is_year_figure
from verifier.facts.number.nouns import is_plural
from verifier.facts.number.parts import SCALES
from verifier.facts.number.units import currency_after, currency_before, unit_after
from verifier.words.tokens import Tokens

_EVENTS = words("calendar", "contexts", "events")
_COUNTING = words("calendar", "contexts", "counting")
_YEARLY = words("calendar", "contexts", "yearly")
_LABELS = words("counting", "names", "labels")
_OPENERS = words("counting", "names", "openers")
_YEAR_PREFIXES = frozenset(("mid", "pre", "post"))


def is_year(t: Tokens, i: int) -> bool:
    """Tell whether token `i` reads as a year rather than as a number or part of a name."""
    if _glued(t, i) or currency_before(t, i):
        return False
    if not is_year_figure(t.words[i]):
        return _old_year(t, i)
    after, before = t.lows[i + 1], t.lows[i - 1]
    if after in SCALES or currency_after(t, i + 1) or (unit_after(t, i + 1) and after not in ("in", "season")):
        return False
    if before in DATED or before in MONTHS or before in SEASONS:
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
        and t.lows[i - 2] not in _YEAR_PREFIXES
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

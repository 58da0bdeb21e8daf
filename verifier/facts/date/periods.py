"""Read years, decades, seasons and quarters, and tell years from other figures: "2010-2014", "the 1990s", "Q3 2020"."""

from __future__ import annotations

from verifier.data.thresholds import SHORT_YEAR_PIVOT
from verifier.data.word_lists import words
from verifier.facts.date.calendar_words import DATED, MONTHS, SEASONS, day_place, is_dated_year, is_year_figure, year_by
from verifier.facts.date.fact import Parts
from verifier.facts.number.nouns import is_plural
from verifier.facts.number.parts import SCALES, TENS, after_hyphen
from verifier.facts.number.units import currency_after, currency_before, unit_after
from verifier.words.tokens import Tokens

_COUNTING = words("calendar", "contexts", "counting")
_YEARLY = words("calendar", "contexts", "yearly")
_LABELS = words("counting", "names", "labels")
_OPENERS = words("counting", "names", "openers")
_BEFORE_YEARS = words("calendar", "contexts", "events") | _OPENERS
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
    dated = before in _BEFORE_YEARS or t.headline()  # not: in a sentence, Server 2012
    return dated or i < 2 or not t.words[i - 1][:1].isupper() or t.words[i - 2] in ".!?"


def _old_year(t: Tokens, i: int) -> bool:
    """Tell whether a figure from 1000 to 1899 stands where only a year can: "in 1805"."""
    word = t.words[i]
    before = i - 2 if t.lows[i - 1] == "or" and is_dated_year(t.words[i - 2]) else i
    if not is_dated_year(word) or t.lows[before - 1] not in _YEARLY:
        return False
    return not is_plural(t.lows[i + 1]) and not unit_after(t, i + 1) and t.lows[i + 1] not in SCALES


def _glued(t: Tokens, i: int) -> bool:
    """Tell whether the figure is part of a longer one: an identifier, a phone number, a model."""
    before, after = t.words[i - 1], t.words[i + 1]
    if t.glued(i) and (before[-1:].isalnum() or before in "_#@.:/$"):
        return True
    tied = before == "-" and t.glued(i) and t.glued(i - 1)
    if tied and not is_year_figure(t.words[i - 2]) and t.lows[i - 2] not in _YEAR_PREFIXES:
        return True
    if not t.glued(i + 1):
        return False
    behind = t.words[i + 2]
    ended = after == "-" and (is_year_figure(behind) or len(behind) == 2)
    longer = after in ".-," and t.glued(i + 2) and behind[:1].isdecimal() and not ended
    return longer or after[:1].isalnum() or after in "_@:"


_LETTERS = {"q": "1234", "h": "12"}
_HALF = 4
NINETIES = {f"{word[:-1]}ies": 1900 + tens for word, tens in TENS.items() if tens}
_JOINTS = frozenset(("-", "–", "—", "/"))
_QUOTES = frozenset(("'", "‘"))
_SURELY = words("calendar", "contexts", "decade")


def years_at(t: Tokens, i: int) -> Parts | None:
    """Read "2014", "2010-2014", "2010-14", "the 1990s", "the '90s"."""
    decade = _decade(t, i) or _short_year(t, i)
    if decade or not is_year(t, i):
        return decade
    quarter = _quarter_behind(t, i)
    if quarter:
        return quarter
    year = int(t.words[i])
    if t.words[i + 1] in _JOINTS and t.glued(i + 1) and t.glued(i + 2):
        word = t.words[i + 2]
        short = len(word) == 2 and word.isdecimal()
        end = int(word) + (year - year % 100 if short else 0) if short or is_year_figure(word) else 0
        if year < end and not (t.words[i + 3] == "-" and t.glued(i + 3)):
            return Parts(i, i + 3, "year", year, until=(end, 12, 31))
        if word.isdecimal() and not (t.words[i + 3] in _JOINTS and t.glued(i + 3)) and len(word) < 3:  # 2015-03
            return Parts(i, i + 3, "month", year, int(word)) if int(word) in MONTHS.values() else None
        return None if word.isdecimal() else Parts(i, i + 1, "year", year)
    return Parts(i, i + 1, "year", year)


def _short_year(t: Tokens, i: int) -> Parts | None:
    """Read "in '07", "the '09 model"."""
    word = t.words[i]
    quoted = t.words[i - 1] in _QUOTES and t.glued(i) and not t.glued(i - 1)
    if not quoted or len(word) != 2 or not word.isdecimal() or (t.glued(i + 1) and t.words[i + 1][:1].isalnum()):
        return None
    return Parts(i, i + 1, "year", int(word) + (2000 if int(word) < SHORT_YEAR_PIVOT else 1900))


def _decade(t: Tokens, i: int) -> Parts | None:
    word, j = t.words[i], i + 1
    if t.words[j] in _QUOTES and t.glued(j):
        j += 1
    if t.lows[j] not in ("s", "'s") or not t.glued(j) or not word.isdecimal() or word[-1] != "0":
        return None
    if is_year_figure(word):
        sure = t.lows[j] == "s" or t.lows[i - 1] in _SURELY
        return Parts(i, j + 1, "decade", int(word)) if sure else None
    short = len(word) == 2 and word >= "20" and (t.words[i - 1] in _QUOTES or t.lows[i - 1] == "the")
    return Parts(i, j + 1, "decade", 1900 + int(word)) if short else None


def season_at(t: Tokens, i: int) -> Parts | None:
    """Read "summer 2020", "the summer of 2020", "the summer of last year"."""
    if year_by(t, i + 1) is not None and (t.lows[i + 1] == "of" or t.lows[i] not in ("fall", "spring")):
        return Parts(i, i + 1, "season")
    j = i + 2 if t.lows[i + 1] == "of" else i + 1
    if not is_year_figure(t.words[j]) or not is_year(t, j):
        return None
    return Parts(i, j + 1, "season", int(t.words[j]))


def period_at(t: Tokens, i: int) -> Parts | None:
    """Read the quarter, half of a year, century or decade that begins at token `i`: the nineties."""
    if t.lows[i] in NINETIES and t.lows[i - 1] in _SURELY:
        return Parts(i, i + 1, "decade", NINETIES[t.lows[i]])
    return _quarter(t, i) or _century(t, i)


def _quarter(t: Tokens, i: int) -> Parts | None:
    """Read "Q3 2020", "H1 2020", "the third quarter of 2020", "the last half of 2020", "the third quarter"."""
    j, letter, ends = i + 1, t.lows[i] in _LETTERS, t.lows[i] in ("last", "final")
    if letter:
        index = int(t.lows[j]) if t.glued(j) and t.lows[j] in tuple(_LETTERS[t.lows[i]]) else 0
        index = index + _HALF if index and t.lows[i] == "h" else index
    else:
        index, j = (2 if t.lows[j] == "half" else _HALF, j) if ends else day_place(t, i)
        j = after_hyphen(t, j) if index <= _HALF and not t.lows[j - 1].isdecimal() else i
        half = t.lows[j] == "half" and index <= 2
        index = index + _HALF if half else index if t.lows[j] == "quarter" else 0
    if not index:
        return None
    k = j + 2 if t.lows[j + 1] in ("of", "in") else j + 1
    if is_year_figure(t.words[k]):
        return Parts(i, k + 1, "quarter", int(t.words[k]), number=index)
    whole = t.lows[j + 1] != "of" or currency_before(t, j + 3) is not None  # a loss in the third quarter of $5 million
    sure = index <= _HALF or is_year_figure(t.words[i - 1]) or is_year_figure(t.words[i - 2])
    plain = year_by(t, j + 1) is not None or (not ends and whole and (t.lows[j] == "quarter" or (letter and sure)))
    return Parts(i, j + 1, "quarter", month=3 * index - 2 if index <= _HALF else None, number=index) if plain else None


def _century(t: Tokens, i: int) -> Parts | None:
    """Read "20th century", "nineteenth-century"."""
    number, j = day_place(t, i)
    k = after_hyphen(t, j)
    if not number or t.lows[j - 1].isdecimal() or t.lows[k] != "century" or t.lows[k + 1] in ("bc", "bce"):
        return None
    return Parts(i, k + 1, "year", number * 100 - 99, until=(number * 100, 12, 31))


def _quarter_behind(t: Tokens, i: int) -> Parts | None:
    """Read "2020 Q3", "2020-Q3", "the 2020 third quarter", "2020's third quarter"."""
    j = after_hyphen(t, i + 1) + (t.lows[i + 1] == "'s")
    found = _quarter(t, j)
    return found._replace(first=i, year=int(t.words[i]), month=None) if found and not found.year else None

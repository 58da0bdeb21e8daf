"""Read years, decades, seasons and quarters: "2010-2014", "the 1990s", "summer 2020", "Q3 2020"."""

from __future__ import annotations

from verifier.data.word_lists import table, words
from verifier.facts.date.calendar_words import is_year_figure
from verifier.facts.date.fact import Parts
from verifier.facts.date.years import is_year
from verifier.facts.number.parts import after_hyphen
from verifier.words.tokens import Tokens

QUARTERS: dict[str, int] = table("calendar")["quarters"]
_HALF = 4
_JOINTS = frozenset(("-", "–", "—", "/"))
_QUOTES = frozenset(("'", "‘"))
_SURELY = words("calendar", "contexts", "decade")


def years_at(t: Tokens, i: int) -> Parts | None:
    """Read "2014", "2010-2014", "2010-14", "the 1990s", "the '90s"."""
    decade = _decade(t, i)
    if decade or not is_year(t, i):
        return decade
    quarter = _quarter_behind(t, i)
    if quarter:
        return quarter
    year = int(t.words[i])
    if t.words[i + 1] in _JOINTS and t.glued(i + 1) and t.glued(i + 2):
        word = t.words[i + 2]
        end = int(word) if is_year_figure(word) else _short_end(year, word)
        if year < end and not (t.words[i + 3] == "-" and t.glued(i + 3)):
            return Parts(i, i + 3, "year", year, until=(end, 12, 31))
        return None if word.isdecimal() else Parts(i, i + 1, "year", year)
    return Parts(i, i + 1, "year", year)


def _short_end(year: int, word: str) -> int:
    return year - year % 100 + int(word) if len(word) == 2 and word.isdecimal() else 0


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
    """Read "summer 2020", "the summer of 2020"."""
    j = i + 2 if t.lows[i + 1] == "of" else i + 1
    if not is_year_figure(t.words[j]) or not is_year(t, j):
        return None
    return Parts(i, j + 1, "season", int(t.words[j]))


def quarter_at(t: Tokens, i: int) -> Parts | None:
    """Read "Q3 2020", "the third quarter of 2020", "the first half of 2020", "the third quarter"."""
    j, low = after_hyphen(t, i + 1), t.lows[i + 1]
    if t.lows[i] == "q":
        index = int(low) if low in ("1", "2", "3", "4") and t.glued(i + 1) else 0
    else:
        index = QUARTERS[t.lows[i]]
        half = low == "half" and index <= 2
        index = index + _HALF if half else index if t.lows[j] == "quarter" else 0
    if not index:
        return None
    k = j + 2 if t.lows[j + 1] in ("of", "in") else j + 1
    if is_year_figure(t.words[k]):
        return Parts(i, k + 1, "quarter", int(t.words[k]), number=index)
    plain = t.lows[j] in ("quarter", "1", "2", "3", "4") and t.lows[j + 1] != "of"
    return Parts(i, j + 1, "quarter", month=3 * index - 2, number=index) if plain else None


def _quarter_behind(t: Tokens, i: int) -> Parts | None:
    """Read "2020 Q3", "2020-Q3", "the 2020 third quarter"."""
    j = after_hyphen(t, i + 1)
    found = quarter_at(t, j) if t.lows[j] == "q" or t.lows[j] in QUARTERS else None
    return found._replace(first=i, year=int(t.words[i]), month=None) if found and not found.year else None

"""Tell ages from other numbers: "aged 34", "34-year-old", "in their 30s"."""

from __future__ import annotations

from verifier.data.thresholds import AGE_OLDEST
from verifier.facts.number.parts import Expression, Numeral, after_hyphen
from verifier.words.tokens import Tokens

_YEAR = 31_557_600
_DEATHS = frozenset(("dead", "died", "dies", "death", "dying"))
_AND = frozenset(("and", "or"))
_OLD = frozenset(("old", "olds"))


def is_age(t: Tokens, n: Numeral) -> bool:
    """Tell whether a bare number is an age: "aged 34", "at the age of nine", "Smith, 34,", "at 16,"."""
    i = n.first
    before = t.lows[i - 2] if t.lows[i - 1] == "between" else t.lows[i - 1]
    if before in ("aged", "age") or (before == "of" and t.lows[i - 2] in ("age", "ages")) or _among(t, n):
        return n.value <= AGE_OLDEST
    if not n.figure or n.value != int(n.value) or not 0 < n.value <= AGE_OLDEST:
        return False
    name, after = t.lows[i - 2], t.lows[n.last]
    if before == "at":
        return after == "," or name in _DEATHS
    return before == "," and name[:1].isalpha() and (after == "," or (n.last == t.count and i > 2))


def _among(t: Tokens, n: Numeral) -> bool:
    """Tell whether a bare number is one of two ages: "aged 19 and 22", "19 and 22 years old"."""
    i, j = n.first, n.last
    behind = t.lows[i - 1] in _AND and t.lows[i - 2].isdigit() and t.lows[i - 3] in ("aged", "ages")
    ahead = t.lows[j] in _AND and t.lows[j + 1].isdigit() and t.lows[j + 2] == "years" and t.lows[j + 3] in _OLD
    return n.figure and (behind or ahead)


def aged(t: Tokens, e: Expression) -> Expression:
    """Turn a duration into an age where "old" follows."""
    j = after_hyphen(t, e.last)
    old = t.lows[j] in _OLD
    if e.kind != "duration" or not (old or t.lows[j : j + 2] == ["of", "age"]):
        return e
    years = e._replace(lower=e.lower / _YEAR, upper=e.upper / _YEAR, step=e.step / _YEAR, factor=1.0)
    return years._replace(last=j + (1 if old else 2), kind="age", unit="year")


def decade_of_life(t: Tokens, n: Numeral) -> Expression | None:
    """Read "in their 30s", "her late 20s"."""
    j = n.last
    if t.lows[j] != "s" or not t.glued(j) or not n.figure or n.value % 10 or not 10 < n.value < 100:
        return None
    near = {t.lows[n.first - 1], t.lows[n.first - 2], t.lows[n.first - 3]}
    if near.isdisjoint(("his", "her", "their", "my", "our")):
        return None
    return Expression(n.first, j + 1, n.value, n.value + 9, 10, kind="age", unit="year", written="year", vague=True)

"""Read fractions as shares of a hundred: "half", "two thirds", "3/4", "7.2/10"."""

from __future__ import annotations

from verifier.data.word_lists import words
from verifier.facts.number.expression import Expression
from verifier.facts.number.numerals import vulgar
from verifier.facts.number.parts import FRACTIONS, ONES, Numeral, after_hyphen
from verifier.words.tokens import Tokens

_BOTTOMS = frozenset(("2", "3", "4", "5", "8", "10"))
_LARGEST_PART = 10
_NOT_HALF = words("counting", "context", "before_idle_half")
_AFTER_HALF = words("counting", "context", "after_idle_half")
_BEFORE_SHARE = words("counting", "context", "before_share")


def fraction(t: Tokens, i: int, number: Numeral | None) -> Expression | None:
    """Return "half", "a third of", "two thirds", "3/4", "¾" as a percentage."""
    if number and (number.scaled or number.value >= _LARGEST_PART):
        return None
    low = t.lows[i]
    sign = vulgar(t.words[i])
    if sign is not None and sign < 1:
        return _share(i, i + 1, sign, 1)
    if low == "half":
        return None if number else _half(t, i)
    if low in ("a", "an", "one") or low in ONES:
        j = after_hyphen(t, i + 1)
        return _parts(t, i, j, 1 if low in ("a", "an") else ONES[low])
    return _slashed(t, i) if low[:1].isdecimal() else None


def _half(t: Tokens, i: int) -> Expression | None:
    before, after = t.lows[i - 1], t.lows[i + 1]
    if before == "a" and after != "of":
        return None
    if before in _NOT_HALF or after in _AFTER_HALF or (after == "-" and t.glued(i + 1)) or before == "-":
        return None
    return _share(i, i + 1, 0.5, 2)


def _parts(t: Tokens, i: int, j: int, count: int) -> Expression | None:
    word = t.lows[j]
    whole = FRACTIONS.get(word)
    if not whole or count >= whole or (count > 1) != word.endswith("s") or word in ("half", "halves"):
        return None
    if (
        t.lows[i] in ("a", "an", "one")
        and t.lows[j + 1] not in ("of", "the", "")
        and t.lows[i - 1] not in _BEFORE_SHARE
    ):
        return None
    return _share(i, j + 1, count / whole, whole)


def _slashed(t: Tokens, i: int) -> Expression | None:
    """Read "3/4", and marks out of ten such as "7.2/10"."""
    top, bottom = t.words[i], t.words[i + 2]
    if t.lows[i + 1] != "/" or not (t.glued(i + 1) and t.glued(i + 2)) or bottom not in _BOTTOMS:
        return None
    if (t.words[i + 3] not in ".,;:)?!" and t.glued(i + 3)) or t.glued(i) or top.count(".") > 1 or not top.isascii():
        return None
    part, whole = float(top), int(bottom)
    if not 0 < part < whole or (part != int(part) and whole not in (5, 10)):
        return None
    return _share(i, i + 3, part / whole, whole)._replace(part=part, whole=whole)


def _share(first: int, last: int, value: float, whole: int) -> Expression:
    percent = value * 100
    return Expression(
        first, last, percent, percent, min(5.0, 100 / whole), kind="ratio", unit="percent", written="fraction"
    )

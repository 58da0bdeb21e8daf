"""Read shares of a hundred ("two thirds", "3/4") and units that stand for a number ("an hour", "half a mile")."""

from __future__ import annotations

from verifier.data.thresholds import CHANCE_STEP
from verifier.data.word_lists import words
from verifier.facts.number.numerals import vulgar
from verifier.facts.number.parts import FRACTIONS, SCALES, Expression, Numeral, after_hyphen
from verifier.facts.number.units import Unit, currency_after, unit_after
from verifier.words.tokens import Tokens

_BOTTOMS = frozenset(("2", "3", "4", "5", "8", "10"))
_NOT_HALF = words("counting", "context", "before_idle_half")
_AFTER_HALF = words("counting", "context", "after_idle_half")
_BEFORE_SHARE = words("counting", "context", "before_share")
_BEFORE_QUARTERS = words("counting", "context", "before_quarters")


def fraction(t: Tokens, i: int, number: Numeral | None) -> Expression | None:
    """Return "half", "a third of", "two thirds", "3/4", "¾" as a percentage."""
    low = t.lows[i]
    sign = vulgar(t.words[i])
    if sign is not None and sign < 1:
        return _share(i, i + 1, sign, 1)
    if low == "half":
        return None if number else _half(t, i)
    if low in ("a", "an") or (number and not number.figure):
        return _parts(t, i, after_hyphen(t, number.last if number else i + 1), int(number.value) if number else 1)
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
    whole = FRACTIONS.get(word) if word != "quarters" or count < FRACTIONS[word] else None  # five quarters of growth
    spans = word == "quarters" and t.lows[i - 1] in _BEFORE_QUARTERS
    if not whole or spans or (count > 1) != word.endswith("s") or word in ("half", "halves"):
        return None
    ends = not t.lows[j + 1][:1].isalpha() if t.lows[i] == "one" else not t.lows[j + 1]
    alone = t.lows[i] in ("a", "an", "one") and not ends and t.lows[j + 1] not in ("of", "the")
    return None if alone and t.lows[i - 1] not in _BEFORE_SHARE else _share(i, j + 1, count / whole, whole)


def _slashed(t: Tokens, i: int) -> Expression | None:
    """Read "3/4", and marks out of ten such as "7.2/10"."""
    top, bottom = t.words[i], t.words[i + 2]
    plain = bottom in _BOTTOMS or (bottom.isdecimal() and t.lows[i + 3] == "of" and t.lows[i + 4] in _ONE)  # of an inch
    if t.lows[i + 1] != "/" or not (t.glued(i + 1) and t.glued(i + 2)) or not plain:
        return None
    if (t.words[i + 3] not in ".,;:)?!" and t.glued(i + 3)) or t.glued(i) or top.count(".") > 1 or not top.isascii():
        return None
    part, whole = float(top), int(bottom)
    if not 0 < part < whole or (part != int(part) and whole not in (5, 10)):
        return None
    return _share(i, i + 3, part / whole, whole)._replace(part=part, whole=whole)


def _share(first: int, last: int, value: float, whole: int) -> Expression:
    percent, step = value * 100, min(CHANCE_STEP, 100 / whole)
    return Expression(first, last, percent, percent, step, kind="ratio", unit="percent", written="fraction")


_ONE = frozenset(("a", "an", "one", "1"))
_PARTED = frozenset(("duration", "measure", "percent", "money"))
_BEFORE_PERIOD = words("counting", "context", "before_period")
_AFTER_PERIOD = words("counting", "context", "after_period")


def converted(e: Expression, unit: Unit, last: int) -> Expression:
    """Return the expression with its unit, in the base unit."""
    whole = e.times(unit.factor, unit.offset)
    return whole._replace(last=last, kind=unit.kind, unit=unit.base, written=unit.name, factor=unit.factor)


def with_unit(t: Tokens, e: Expression) -> Expression:
    """Add the unit behind a vague number: "millions of dollars", "several hours"."""
    if not e.vague:
        return e
    j = e.last + 1 if t.lows[e.last] == "of" else e.last
    found = currency_after(t, j) or unit_after(t, j)
    return converted(e, found[1], found[0]) if found else e


def part_of_unit(t: Tokens, e: Expression) -> Expression | None:
    """Read "half an hour", "half of one percent", "a 1/4 mile", "three-quarters of an hour" from the share."""
    j = after_hyphen(t, e.last)
    j += t.lows[j] == "of" and t.lows[j + 1] in _ONE
    j = after_hyphen(t, j + 1) if t.lows[j] in _ONE else j
    found = unit_after(t, j) or currency_after(t, j)
    if not found or found[1].kind not in _PARTED or found[1].offset:
        return None
    value = e.lower / 100
    return converted(Expression(e.first, j, value, value, min(value, 0.5)), found[1], found[0])


def single_period(t: Tokens, i: int) -> Expression | None:
    """Read "an hour", "a year" where a span of time is meant."""
    found = unit_after(t, i + 1) if t.lows[i] in ("a", "an") else None
    before = t.lows[i - 1]
    rated = before[:1].isdecimal() or before in SCALES or before == "times"  # 5,000 a day
    if not found or found[1].kind != "duration" or t.lows[i + 1] == "second" or rated:
        return None
    if before not in _BEFORE_PERIOD and t.lows[found[0]] not in {*_AFTER_PERIOD, "and", "of"}:
        return None
    return and_a_half(t, converted(Expression(i, found[0], 1, 1, 1), found[1], found[0]))


def some_day(t: Tokens, n: Numeral) -> bool:
    """Tell whether "one day" or "one night" only means some time."""
    if n.figure or n.value != 1:
        return False
    return t.lows[n.last + 1] not in _AFTER_PERIOD and t.lows[n.first - 1] not in _BEFORE_PERIOD


def signed(t: Tokens, e: Expression, base: str) -> Expression:
    """Make "minus 5" and, for temperatures, "-5" negative."""
    i = e.first - 1
    alone = not t.words[e.last][:1].isalpha() and not t.words[i - 1][-1:].isdecimal()
    dash = t.words[i] == "-" and t.glued(e.first) and not t.glued(i) and (base == "celsius" or (alone and not base))
    return e._replace(first=i, lower=-e.lower, upper=-e.upper) if dash or t.lows[i] == "minus" else e


def and_a_half(t: Tokens, e: Expression) -> Expression:
    """Add "and a half" behind a unit: "an hour and a half"."""
    if e.kind != "duration" or t.lows[e.last : e.last + 3] != ["and", "a", "half"]:
        return e
    more = e.factor / 2
    return e._replace(last=e.last + 3, lower=e.lower + more, upper=e.upper + more, step=more)

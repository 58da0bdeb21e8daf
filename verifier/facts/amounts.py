"""Read one number with the currency or unit beside it."""

from __future__ import annotations

from verifier.facts.expression import Expression
from verifier.facts.loose_numbers import fraction, loose_number, multiple_of, ordinal
from verifier.facts.named_numbers import belongs_to_name
from verifier.facts.nouns import is_plural
from verifier.facts.numerals import SCALES, Numeral, after_hyphen, numeral
from verifier.facts.tokens import Tokens
from verifier.facts.units import METER, Unit, currency_after, currency_before, unit_after

_YEAR = 31_557_600
_OLDEST = 120
_OLD = frozenset(("old", "olds"))
_SIZES = frozenset(
    (
        "of",
        "by",
        "high",
        "long",
        "deep",
        "wide",
        "tall",
        "above",
        "below",
        "away",
        "from",
        "thick",
        "across",
        "underwater",
        "apart",
        "off",
        "in",
    )
)
_LETTERS = {"m": 10**6, "b": 10**9, "k": 10**3}
_OF_CUSTOMERS = frozenset(("the", "its", "their", "our", "his", "her", "these", "those", "them"))
_BEFORE_ONE = frozenset(
    ("least", "most", "than", "only", "just", "exactly", "nearly", "about", "every", "over", "almost")
)
_BEFORE_HOUR = frozenset(
    (
        "for",
        "in",
        "within",
        "after",
        "about",
        "nearly",
        "than",
        "over",
        "almost",
        "lasted",
        "under",
        "took",
        "half",
        "least",
        "around",
    )
)
_AFTER_HOUR = frozenset(("later", "ago", "earlier", "before", "after", "old", "long"))


def amount(t: Tokens, i: int) -> tuple[Expression | None, int]:
    """Return the expression that begins at token `i`, if it counts something, and the token to go on from."""
    half = _half_unit(t, i)
    if half:
        return half, half.last
    number = numeral(t, i)
    loose = multiple_of(t, number) if number else loose_number(t, i)
    loose = loose or fraction(t, i, number) or ordinal(t, i)
    if loose:
        return _with_unit(t, loose), loose.last
    if not number:
        return _single_period(t, i)
    decade = _decade_of_life(t, number)
    if decade:
        return decade, decade.last
    if belongs_to_name(t, number):
        return None, number.last
    found = _measured(t, number)
    return (found, found.last) if found else (None, number.last)


def _half_unit(t: Tokens, i: int) -> Expression | None:
    """Read "half an hour", "half-mile"."""
    if t.lows[i] != "half":
        return None
    j = after_hyphen(t, i + 1)
    if t.lows[j] in ("a", "an"):
        j = after_hyphen(t, j + 1)
    found = unit_after(t, j)
    if not found or found[1].kind not in ("duration", "measure"):
        return None
    return _converted(Expression(i, j, 0.5, 0.5, 0.5), found[1], found[0])


def _with_unit(t: Tokens, e: Expression) -> Expression:
    """Add the unit behind a vague number: "millions of dollars", "several hours"."""
    if not e.vague:
        return e
    j = e.last + 1 if t.lows[e.last] == "of" else e.last
    money = currency_after(t, j)
    found = money or unit_after(t, j)
    return _converted(e, found[1], found[0]) if found else e


def _converted(e: Expression, unit: Unit, last: int) -> Expression:
    """Return the expression with its unit, in the base unit."""
    factor, offset = unit.factor, unit.offset
    return e._replace(last=last, lower=e.lower * factor + offset, upper=e.upper * factor + offset, step=e.step * factor,
        kind=unit.kind, unit=unit.base, written=unit.name, factor=factor,)  # fmt: skip


def _plain(n: Numeral) -> Expression:
    return Expression(n.first, n.last, n.value, n.value, n.step, figure=n.figure, scaled=n.scaled)


def _measured(t: Tokens, n: Numeral) -> Expression | None:
    """Add currency and unit to a numeral; a lone "one" that does not plainly count is dropped."""
    e = _plain(n)
    money = currency_before(t, n.first)
    if money:
        e = _lettered(t, e, counted=True)._replace(first=money[0])
        behind = currency_after(t, e.last)
        last = behind[0] if behind and behind[1].base == money[1] else e.last
        return e._replace(last=last, kind="money", unit=money[1], written=money[1])
    e = _lettered(t, e, counted=_counts_millions(t, e.last))
    j = after_hyphen(t, e.last)
    behind = currency_after(t, j) or unit_after(t, j)
    if behind and not (behind[1].name == "day" and _some_day(t, n)):
        e = _signed(t, e, behind[1])
        return _aged(t, _and_a_half(t, _converted(e, behind[1], behind[0])._replace(joint=j > n.last)))
    if t.lows[e.last] == "m" and t.glued(e.last):
        return _converted(e, METER, e.last + 1)
    if _is_age(t, n):
        return e._replace(kind="age", unit="year", written="year")
    return e if e.lower != 1 or e.figure or n.last - n.first > 1 or _one_counts(t, n.first) else None


def _lettered(t: Tokens, e: Expression, *, counted: bool) -> Expression:
    """Multiply by a letter behind the figure: "51k", "$3m", "2.4m vehicles"."""
    low = t.lows[e.last]
    if not e.figure or e.scaled or low not in _LETTERS or not t.glued(e.last):
        return e
    if low != "k" and not counted:
        return e
    scale = _LETTERS[low]
    return e._replace(last=e.last + 1, lower=e.lower * scale, upper=e.upper * scale, step=e.step * scale, scaled=True)


def _counts_millions(t: Tokens, j: int) -> bool:
    """Tell whether "m" or "b" behind a figure means millions: something to count follows, and no word of size."""
    after = t.lows[j + 1]
    if after == "of":
        return t.lows[j + 2] in _OF_CUSTOMERS
    if after in _SIZES or not after[:1].isalpha():
        return False
    return not unit_after(t, j + 1) and (is_plural(after) or is_plural(t.lows[j + 2]) or is_plural(t.lows[j + 3]))


def _some_day(t: Tokens, n: Numeral) -> bool:
    """Tell whether "one day" only means some time."""
    if n.figure or n.value != 1 or t.lows[n.last] != "day":
        return False
    return t.lows[n.last + 1] not in _AFTER_HOUR and t.lows[n.first - 1] not in _BEFORE_HOUR | _BEFORE_ONE


def _signed(t: Tokens, e: Expression, unit: Unit) -> Expression:
    """Make "minus 5" and, for temperatures, "-5" negative."""
    i = e.first - 1
    dash = t.words[i] == "-" and t.glued(e.first) and not t.glued(i) and unit.base == "celsius"
    if t.lows[i] != "minus" and not dash:
        return e
    return e._replace(first=i, lower=-e.lower, upper=-e.upper)


def _and_a_half(t: Tokens, e: Expression) -> Expression:
    """Add "and a half" behind a unit: "an hour and a half"."""
    if e.kind != "duration" or t.lows[e.last : e.last + 3] != ["and", "a", "half"]:
        return e
    more = e.factor / 2
    return e._replace(last=e.last + 3, lower=e.lower + more, upper=e.upper + more, step=more)


def _aged(t: Tokens, e: Expression) -> Expression:
    """Turn a duration into an age where "old" follows."""
    j = after_hyphen(t, e.last)
    if e.kind != "duration":
        return e
    old = t.lows[j] in _OLD
    if old or (t.lows[j] == "of" and t.lows[j + 1] == "age"):
        last = j + (1 if old else 2)
        return _in_years(e)._replace(last=last, kind="age", unit="year", factor=1.0)
    return e


def _is_age(t: Tokens, n: Numeral) -> bool:
    """Tell whether a bare number is an age: "aged 34", "at the age of nine", "Smith, 34,", "at 16,"."""
    i = n.first
    before = t.lows[i - 2] if t.lows[i - 1] == "between" else t.lows[i - 1]
    if before in ("aged", "age") or (before == "of" and t.lows[i - 2] in ("age", "ages")):
        return n.value <= _OLDEST
    name, after = t.lows[i - 2], t.lows[n.last]
    apposed = before == "," and name[:1].isalpha() and n.figure
    return after == "," and (apposed or before == "at") and n.value == int(n.value) and 0 < n.value <= _OLDEST


def _decade_of_life(t: Tokens, n: Numeral) -> Expression | None:
    """Read "in their 30s", "her late 20s"."""
    j = n.last
    if t.lows[j] != "s" or not t.glued(j) or not n.figure or n.value % 10 or not 10 < n.value < 100:
        return None
    near = {t.lows[n.first - 1], t.lows[n.first - 2], t.lows[n.first - 3]}
    if near.isdisjoint(("his", "her", "their", "my", "our")):
        return None
    return Expression(n.first, j + 1, n.value, n.value + 9, 10, kind="age", unit="year", written="year", vague=True)


def _in_years(e: Expression) -> Expression:
    return e._replace(lower=e.lower / _YEAR, upper=e.upper / _YEAR, step=e.step / _YEAR)


def _one_counts(t: Tokens, i: int) -> bool:
    """Tell whether "one" is a number here rather than a pronoun or article."""
    after = t.lows[i + 1]
    if (
        after in ("in", "out")
        or (after in ("or", "to") and t.lows[i + 2] == "two")
        or (after == "of" and t.words[i + 2][:1].isdecimal())
    ):
        return True
    return t.lows[i - 1] in _BEFORE_ONE and after[:1].isalpha() and after not in ("of", "who", "that", "another", "can")


def _rated(t: Tokens, i: int) -> bool:
    """Tell whether token `i` ends an amount that "a day" behind it makes a rate of."""
    return t.lows[i][:1].isdecimal() or t.lows[i] in SCALES or t.lows[i] == "times"


def _single_period(t: Tokens, i: int) -> tuple[Expression | None, int]:
    """Read "an hour", "a year" where a span of time is meant."""
    if t.lows[i] not in ("a", "an"):
        return None, i + 1
    found = unit_after(t, i + 1)
    if not found or found[1].kind != "duration" or t.lows[i + 1] == "second" or _rated(t, i - 1):
        return None, i + 1
    if t.lows[i - 1] not in _BEFORE_HOUR and t.lows[found[0]] not in _AFTER_HOUR and t.lows[found[0]] != "and":
        return None, i + 1
    period = _and_a_half(t, _converted(Expression(i, found[0], 1, 1, 1), found[1], found[0]))
    return period, period.last

"""Read one number with the currency or unit beside it."""

from __future__ import annotations

import re

from verifier.data.word_lists import words
from verifier.facts.number.loose import loose_number, multiple_of, ordinal
from verifier.facts.number.named import belongs_to_name
from verifier.facts.number.nouns import is_plural
from verifier.facts.number.numerals import numeral
from verifier.facts.number.parts import Expression, Numeral, after_hyphen
from verifier.facts.number.units import FEET, INCH, METER, currency_after, currency_before, unit_after
from verifier.facts.quantity import shares
from verifier.facts.quantity.ages import aged, decade_of_life, is_age
from verifier.words.grammar import DEFINING, PLAIN_AUXILIARIES
from verifier.words.shapes import is_past
from verifier.words.tokens import Tokens

_LETTERS = {"m": 10**6, "mm": 10**6, "b": 10**9, "t": 10**12, "k": 10**3}
_TIMED = re.compile(r"(?:(\d{1,4}) ?hr?s? ?)?(\d{1,4}) ?m(?:ins?)?(?: ?(\d{1,2}) ?s)?\b")
_UNITS_TOO = frozenset(("mm", "t"))
_SIZES = words("counting", "context", "sizes")
_SPANNING = words("counting", "context", "spanning")
_BEFORE_ONE = words("counting", "context", "before_one")
_NOT_ONE = words("counting", "context", "not_one")
_PEOPLE = frozenset(("person", "man", "woman", "child", "boy", "girl", "other", "another"))
_OWNERS = DEFINING | {"them"}


def amount(t: Tokens, i: int) -> Expression | int:
    """Return the expression that begins at token `i`; the token to go on from where nothing is counted there."""
    whole = shares.part_of_unit(t, Expression(i, i + 1, 50, 50, 1)) if t.lows[i] == "half" else _timed(t, i)
    if whole:
        return whole
    number = numeral(t, i)
    loose = multiple_of(t, number) if number else loose_number(t, i)
    part = None if loose else shares.fraction(t, i, number)
    measured = shares.part_of_unit(t, part) if part else None
    if measured:
        return measured
    if part and after_hyphen(t, part.last) > part.last and not number:
        part = None  # a third-party app
    loose = loose or part or ordinal(t, i)
    if loose:
        return shares.with_unit(t, loose)
    if not number:
        return shares.single_period(t, i) or i + 1
    found = decade_of_life(t, number) or (None if belongs_to_name(t, number) else _measured(t, number))
    return found or number.last


def _timed(t: Tokens, i: int) -> Expression | None:
    """Read "1h 06m", "3h25m", "2m 30s"."""
    found = _TIMED.match(t.text, t.starts[i])
    if not found or not (found[1] or found[3]) or (t.glued(i) and t.words[i - 1][-1].isalnum()):
        return None
    hours, minutes, seconds = (int(figure or 0) for figure in found.groups())
    seconds, last = hours * 3600 + minutes * 60 + seconds, t.ends.index(found.end(), i) + 1
    return Expression(i, last, seconds, seconds, 60, "duration", "second", "minute", 60.0, figure=True)


def _measured(t: Tokens, n: Numeral) -> Expression | None:
    """Add currency and unit to a numeral; a lone "one" that does not plainly count is dropped."""
    e = Expression(n.first, n.last, n.value, n.value, n.step, figure=n.figure, scaled=n.scaled)
    money = currency_before(t, n.first)
    if money:
        e = _lettered(t, e, counted=True)._replace(first=money[0])
        behind = currency_after(t, e.last)
        last = behind[0] if behind and behind[1].base == money[1] else e.last
        return e._replace(last=last, kind="money", unit=money[1], written=money[1])
    e = _lettered(t, e, counted=_counts_millions(t, e.last))
    j = after_hyphen(t, e.last)
    behind = currency_after(t, j) or unit_after(t, j)
    if not behind and t.lows[j] == "in" and t.lows[n.first - 1] in FEET:
        behind = j + 1, INCH
    if not behind and t.lows[j] in _SPANNING:  # two full days
        behind = next((b for b in (unit_after(t, j + 1),) if b and b[1].kind == "duration"), None)
    if behind and not (behind[1].name in ("day", "night") and shares.some_day(t, n)):
        e = shares.signed(t, e, behind[1].base)
        return aged(t, shares.and_a_half(t, shares.converted(e, behind[1], behind[0])._replace(joint=j > n.last)))
    if t.words[e.last] == "m" and (t.glued(e.last) or not is_plural(t.lows[e.last + 1])):
        return shares.converted(e, METER, e.last + 1)
    if is_age(t, n):
        return e._replace(kind="age", unit="year", written="year")
    e = shares.signed(t, e, "")
    return e if e.lower != 1 or e.figure or n.last - n.first > 1 or _one_counts(t, n.first) else None


def _lettered(t: Tokens, e: Expression, *, counted: bool) -> Expression:
    """Multiply by a letter behind the figure: "51k", "$3m", "2.4m vehicles"."""
    low = t.lows[e.last]
    if not e.figure or e.scaled or low not in _LETTERS or not t.glued(e.last):
        return e
    if low != "k" and not counted and t.words[e.last] not in ("M", "B"):
        return e
    return e.times(_LETTERS[low])._replace(last=e.last + 1, scaled=True)


def _counts_millions(t: Tokens, j: int) -> bool:
    """Tell whether "m" or "b" behind a figure means millions: something to count follows, and no word of size."""
    after = t.lows[j + 1]
    if after == "of" and t.lows[j] not in _UNITS_TOO:
        return t.lows[j + 2] in _OWNERS
    if after in _SIZES or t.lows[j] in _UNITS_TOO or not after[:1].isalpha():
        return False
    return not unit_after(t, j + 1) and (is_plural(after) or is_plural(t.lows[j + 2]) or is_plural(t.lows[j + 3]))


def _one_counts(t: Tokens, i: int) -> bool:
    """Tell whether "one" is a number here rather than a pronoun or article."""
    after = t.lows[i + 1]
    counted = after in ("in", "out") or (after in ("of", "over") and numeral(t, i + 2) is not None)
    befell = t.lows[i + 2] in PLAIN_AUXILIARIES and (is_past(t.lows[i + 3]) or t.lows[i + 3] in ("dead", "missing"))
    harmed = after in _PEOPLE and (befell or t.lows[i + 2] == "died")  # one man was killed
    if counted or (after in ("or", "to") and t.lows[i + 2] == "two") or harmed:
        return True
    return t.lows[i - 1] in _BEFORE_ONE and after[:1].isalpha() and after not in _NOT_ONE

"""Find units and currencies beside a number, and what one of each is worth in its base unit."""

from __future__ import annotations

import re
from typing import NamedTuple

from verifier.data.word_lists import table
from verifier.facts.number.parts import QuantityKind
from verifier.words.tokens import Tokens

_CURRENCIES = table("currencies")
_SIGNS: dict[str, str] = _CURRENCIES["signs"]
_DOLLARS: dict[str, str] = _CURRENCIES["dollars"]
_CODES: dict[str, str] = _CURRENCIES["codes"]
_NAMES: dict[str, str] = _CURRENCIES["names"]
_CENTS: dict[str, str] = _CURRENCIES["cents"]
_LETTERS: dict[str, str] = _CURRENCIES["letters"]
_POUNDS = frozenset(("pound", "pounds"))
_LARGE = frozenset(("million", "billion", "trillion"))
_LONGEST_NAME = 5


class Unit(NamedTuple):
    """Hold a unit: as it is called, its base unit, and how a value converts: value * factor + offset."""

    name: str
    base: str
    kind: QuantityKind
    factor: float = 1.0
    offset: float = 0.0


_KINDS: dict[str, QuantityKind] = {"second": "duration", "percent": "percent"}


def _tables() -> tuple[dict[str, Unit], dict[str, Unit]]:
    names: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    for dimension in table("units").values():
        base = dimension["base"]
        for name, row in dimension.items():
            if name == "base":
                continue
            unit = Unit(name, base, _KINDS.get(base, "measure"), row["factor"], row.get("offset", 0.0))
            names.update(dict.fromkeys(row["names"], unit))
            symbols.update(dict.fromkeys(row["symbols"], unit))
    return names, symbols


_WORDED, _SYMBOLS = _tables()
FEET = frozenset(("ft", "feet", "foot"))
METER, INCH = _WORDED["meter"], _WORDED["inch"]
_OPENING = re.compile(r"[^\W\d_]+|[^\w\s]")
_UNIT_WORDS = frozenset(name.split()[0] for name in _WORDED)
_UNIT_SIGNS = frozenset(_OPENING.findall(symbol)[0] for symbol in _SYMBOLS)
_MONEY_WORDS = frozenset(name.split()[0] for name in _NAMES) | _CENTS.keys() | _POUNDS
_MONEY_SIGNS = _CODES.keys() | {f"M{code}" for code in _CODES} | _SIGNS.keys() | _LETTERS.keys()


def currency_before(t: Tokens, i: int) -> tuple[int, str] | None:
    """Return the first token and the code of the currency sign that stands before token `i`."""
    sign = t.words[i - 1] if i else ""
    if sign in ("-", "–") and i > 2 and t.glued(i) and t.glued(i - 1) and t.words[i - 3] in _SIGNS:  # $2-3m
        opened = currency_before(t, i - 2)
        return (i, opened[1]) if opened else None
    if sign in _SIGNS:
        prefix = t.lows[i - 2] if i > 1 and t.glued(i - 1) else ""
        if sign == "$" and prefix in _DOLLARS:
            return i - 2, _DOLLARS[prefix]
        return i - 1, _SIGNS[sign]
    return (i - 1, _CODES[sign]) if sign in _CODES else None


def currency_after(t: Tokens, j: int) -> tuple[int, Unit] | None:
    """Return the currency named at token `j` and the token behind it."""
    if t.lows[j] not in _MONEY_WORDS and t.words[j] not in _MONEY_SIGNS:
        return None
    return _currency_name(t, j) or _currency_sign(t, j)


def _currency_name(t: Tokens, j: int) -> tuple[int, Unit] | None:
    for n in range(_LONGEST_NAME, 0, -1):
        name = " ".join(t.lows[j : j + n])
        if name in _NAMES:
            return j + n, Unit(_NAMES[name], _NAMES[name], "money")
        if name in _CENTS:
            american = name in ("penny", "pennies") and "£" not in t.text and not {"$", "¢", "cents"}.isdisjoint(t.lows)
            return j + n, Unit("cent", "usd" if american else _CENTS[name], "money", 0.01)
    return None


def _currency_sign(t: Tokens, j: int) -> tuple[int, Unit] | None:
    """Read a code or sign behind the figure, "50p", and pounds where the text has other sterling."""
    word = t.words[j]
    code = _CODES.get(word) or _SIGNS.get(word)
    million = _CODES.get(word[1:]) if word[:1] == "M" and not code else None
    if million:
        return j + 1, Unit("million", million, "money", 10**6)  # 30 MUSD
    if code:
        return None if t.words[j + 1][:1].isdecimal() else (j + 1, Unit(code, code, "money"))
    if word in _LETTERS:
        return (j + 1, Unit("cent", _LETTERS[word], "money", 0.01)) if t.glued(j) else None
    scaled = t.lows[j - 1] in _LARGE and t.lows[j + 1] != "of"  # 361 million pounds, but 5 million pounds of beef
    pounds = t.lows[j] in _POUNDS and (scaled or "£" in t.text)
    return (j + 1, Unit("gbp", "gbp", "money")) if pounds else None


def unit_after(t: Tokens, j: int) -> tuple[int, Unit] | None:
    """Return the unit that stands at token `j`, in words or as a symbol, and the token behind it."""
    if t.lows[j] not in _UNIT_WORDS and t.words[j] not in _UNIT_SIGNS:
        return None
    for n in range(4, 0, -1):
        unit = _WORDED.get(" ".join(t.lows[j : j + n]))
        if not unit and all(t.glued(k) for k in range(j + 1, j + n)) and t.lows[j + n] != "/":
            unit = _SYMBOLS.get("".join(t.words[j : j + n]))
        if unit:
            return j + n, unit
    return None


def duration_of(name: str) -> float:
    """Return how many seconds a unit of time lasts; 0 for any other word."""
    unit = _WORDED.get(name)
    return unit.factor if unit and unit.kind == "duration" else 0.0

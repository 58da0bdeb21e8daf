"""Read figures and number words: "2.4 million", "$51k"'s "51k", "twenty-five", "half a dozen", "two and a half"."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from verifier.facts.lexicon import table
from verifier.facts.tokens import Tokens

_TABLES = table("scales")
ONES: dict[str, int] = _TABLES["ones"]
TENS: dict[str, int] = _TABLES["tens"]
SCALES: dict[str, int] = _TABLES["scales"]
GROUPS: dict[str, int] = _TABLES["groups"]
_SUFFIXES: dict[str, int] = _TABLES["suffixes"]
_BELOW_HUNDRED = ONES | TENS
_GROUPING = str.maketrans("", "", ",\u00a0\u202f\u2009")
_LONGEST_FIGURE = 16
_DOZEN_STEP = 4


class Numeral(NamedTuple):
    """Hold a number and the tokens [first, last) that spell it.

    `step` is the place value it is given to (10 for "120", 100,000 for "2.4 million"), `figure` whether it is written
    in digits, `scaled` whether a scale word or suffix belongs to it.
    """

    first: int
    last: int
    value: float
    step: float
    figure: bool = False
    scaled: bool = False


def numeral(t: Tokens, i: int) -> Numeral | None:
    """Return the number that begins at token `i`."""
    low = t.lows[i]
    if low[:1].isdecimal():
        return _figure(t, i)
    if low in ("a", "an", "half"):
        return _article(t, i)
    if low in _BELOW_HUNDRED:
        return _spelled(t, i)
    return None


def step_of(value: float) -> float:
    """Return the largest power of ten that divides a whole number; 1 for zero and fractions."""
    number = int(value)
    if not number or number != value:
        return 1
    step = 1
    while number % 10 == 0:
        number //= 10
        step *= 10
    return step


def vulgar(word: str) -> float | None:
    """Return the value of a fraction sign such as ½."""
    return unicodedata.numeric(word, None) if len(word) == 1 and unicodedata.category(word) == "No" else None


def _figure(t: Tokens, i: int) -> Numeral | None:
    whole, _, decimals = t.lows[i].translate(_GROUPING).partition(".")
    if "." in decimals or len(whole) + len(decimals) > _LONGEST_FIGURE:
        return None
    unit = 10 ** len(decimals)
    value = int(whole + decimals)
    step = 1 / unit if decimals else step_of(value)
    j, extra = _mixed(t, i + 1) if not decimals else (i + 1, 0.0)
    if extra:
        return Numeral(i, j, value + extra, extra, figure=True)
    j, scale = _scale(t, j)
    if scale == 1:
        return Numeral(i, j, value / unit, step, figure=True)
    return Numeral(i, j, value * scale / unit, step * scale, figure=True, scaled=True)


def _mixed(t: Tokens, j: int) -> tuple[int, float]:
    """Read a fraction behind a whole figure: "2½", "2 1/2"."""
    sign = vulgar(t.words[j])
    if sign is not None and sign < 1:
        return j + 1, sign
    if (
        t.lows[j + 1] == "/"
        and t.lows[j] in "13"
        and t.lows[j + 2] in ("2", "3", "4")
        and t.glued(j + 1)
        and t.glued(j + 2)
    ):
        return j + 3, int(t.lows[j]) / int(t.lows[j + 2])
    return j, 0.0


def _scale(t: Tokens, j: int) -> tuple[int, int]:
    """Multiply the scale words and the suffix from token `j` on; suffixes that could be units are left alone."""
    if t.glued(j) and t.lows[j] in _SUFFIXES:
        return j + 1, _SUFFIXES[t.lows[j]]
    if t.lows[j] in ("mn", "mln", "bn", "tn"):
        return j + 1, _SUFFIXES[t.lows[j]]
    scale = 1
    for _ in range(3):
        k = after_hyphen(t, j)
        factor = SCALES.get(t.lows[k]) or GROUPS.get(t.lows[k])
        if not factor:
            break
        scale, j = scale * factor, k + 1
    return j, scale


def after_hyphen(t: Tokens, j: int) -> int:
    """Return the token behind a hyphen that joins two words, or `j` where none does."""
    return j + 1 if t.lows[j] == "-" and t.glued(j) and t.glued(j + 1) else j


def _article(t: Tokens, i: int) -> Numeral | None:
    """Read "a million", "half a million", "half-dozen"."""
    half = t.lows[i] == "half"
    j = after_hyphen(t, i + 1)
    if half and t.lows[j] in ("a", "the"):
        j = after_hyphen(t, j + 1)
    if t.lows[j] in GROUPS:
        value = GROUPS[t.lows[j]] * (0.5 if half else 1)
        return Numeral(i, j + 1, value, _DOZEN_STEP / 2 if half else _DOZEN_STEP)
    if t.lows[j] not in SCALES:
        return None
    if half:
        k, scale = _scale(t, j)
        return Numeral(i, k, scale / 2, scale / 2, scaled=True)
    return _spelled(t, j, 1)._replace(first=i)


def _spelled(t: Tokens, i: int, current: int = 0) -> Numeral:
    """Read number words from token `i` on; `current` is what an article before them counts for."""
    total, j, scaled = 0, i, False
    while True:
        k = _next_word(t, j) if j > i else j
        low = t.lows[k]
        if low in SCALES and current:
            factor = SCALES[low]
            current, total, scaled = _multiply(current, total, factor)
        elif _fits(low, current):
            current += _BELOW_HUNDRED[low]
        else:
            break
        j = k + 1
    return _finish(t, Numeral(i, j, float(total + current), step_of(total + current), scaled=scaled))


def _multiply(current: int, total: int, factor: int) -> tuple[int, int, bool]:
    if factor == 100:
        return (current * 100, total, True) if current < 100 else (0, total + current, True)
    return 0, total + current * factor, True


def _fits(low: str, current: int) -> bool:
    """Tell whether a word below a hundred continues a number: "twenty" + "five", "one hundred" + "twelve"."""
    if low in TENS:
        return current % 100 == 0
    if low not in ONES:
        return False
    rest = current % 100
    return rest == 0 or (rest >= 20 and rest % 10 == 0 and 0 < ONES[low] < 10)


def _next_word(t: Tokens, j: int) -> int:
    """Step over a joining hyphen, or over "and" between hundreds and what is below them."""
    if t.lows[j] == "and" and t.lows[j - 1] in SCALES and t.lows[j + 1] in _BELOW_HUNDRED:
        return j + 1
    return after_hyphen(t, j)


def _finish(t: Tokens, number: Numeral) -> Numeral:
    """Add "and a half", a dozen, or a scale behind either."""
    j = number.last
    k = after_hyphen(t, j)
    if t.lows[k] in GROUPS:
        return number._replace(last=k + 1, value=number.value * GROUPS[t.lows[k]], step=_DOZEN_STEP)
    if t.lows[k] != "and":
        return number
    a = after_hyphen(t, k + 1)
    half = after_hyphen(t, a + 1)
    if t.lows[a] != "a" or t.lows[half] != "half":
        return number
    unit = SCALES.get(t.lows[j - 1], 1)
    end, scale = _scale(t, half + 1)
    value = (number.value + unit / 2) * scale
    return number._replace(last=end, value=value, step=unit * scale / 2, scaled=number.scaled or scale > 1)

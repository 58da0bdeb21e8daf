"""Read numbers in figures or words: "2.4 million", "51k", "2½", "twenty-five"."""

from __future__ import annotations

import re
import unicodedata

from verifier.facts.number.parts import Numeral, scale_behind, step_of
from verifier.facts.number.spelled import BELOW_HUNDRED, article_number, finished, spelled
from verifier.words.tokens import Tokens

_GROUPING = str.maketrans("", "", ",'\u00a0\u202f\u2009")
_COMMA = re.compile(r",(?=\d{1,2}\Z)")
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_POWER = re.compile(r"([1-9]\d*(?:\.\d+)?)(?:e([+-]?\d+)|( ?[x×] ?10)?\^?(?:(?<=\^)|(?=[-⁻⁰¹²³⁴-⁹]))([-⁻\d⁰¹²³⁴-⁹]+))")
_LONGEST_FIGURE = 16
_SPACED = re.compile(r"[1-9]\d{0,2}(?:(?: \d{3}){2,3}| 000)(?![\w-]|[.,:/]\d| \d)", re.ASCII)
"""Thousands set apart by spaces, which two figures may stand for: 40 000, 1 234 567."""


def numeral(t: Tokens, i: int) -> Numeral | None:
    """Return the number that begins at token `i`."""
    low = t.lows[i]
    if low[:1].isdecimal():
        return _figure(t, i)
    if low in ("a", "an", "half"):
        return article_number(t, i)
    return spelled(t, i) if low in BELOW_HUNDRED else None


def vulgar(word: str) -> float | None:
    """Return the value of a fraction sign such as ½."""
    return unicodedata.numeric(word, None) if len(word) == 1 and unicodedata.category(word) == "No" else None


def _figure(t: Tokens, i: int) -> Numeral | None:
    if power := _POWER.fullmatch(t.lows[i]):
        base, science, tens, raised = float(power[1]), *power.groups()[1:]
        exponent = int((science or raised).translate(_RAISED))
        value = base * 10.0**exponent if science or tens else base**exponent
        return Numeral(i, i + 1, value, value, figure=True, scaled=True)
    spaced = _SPACED.match(t.text, t.starts[i])
    if spaced:
        value = int(spaced[0].replace(" ", ""))
        return Numeral(i, i + 1 + spaced[0].count(" "), float(value), step_of(value), figure=True)
    whole, _, decimals = _COMMA.sub(".", t.lows[i]).translate(_GROUPING).partition(".")
    if "." in decimals or len(whole) + len(decimals) > _LONGEST_FIGURE:
        return None
    unit = 10 ** len(decimals)
    value = int(whole + decimals)
    step = 1 / unit if decimals else step_of(value)
    j, extra = _mixed(t, i + 1) if not decimals else (i + 1, 0.0)
    if extra:
        return Numeral(i, j, value + extra, extra, figure=True)
    j, scale = scale_behind(t, j)
    if scale == 1:
        plain = Numeral(i, j, value / unit, step, figure=True)
        return finished(t, plain) if t.lows[j] == "and" and not decimals else plain
    return Numeral(i, j, value * scale / unit, step * scale, figure=True, scaled=True)


def _mixed(t: Tokens, j: int) -> tuple[int, float]:
    """Read a fraction behind a whole figure: "2½", "2 1/2"."""
    sign = vulgar(t.words[j])
    if sign is not None and sign < 1:
        return j + 1, sign
    slashed = t.lows[j + 1] == "/" and t.glued(j + 1) and t.glued(j + 2)
    if slashed and t.lows[j] in "13" and t.lows[j + 2] in ("2", "3", "4"):
        return j + 3, int(t.lows[j]) / int(t.lows[j + 2])
    return j, 0.0

"""Read numbers in figures or words: "2.4 million", "51k", "2½", "twenty-five"."""

from __future__ import annotations

import re
import unicodedata

from verifier.data.word_lists import words
from verifier.facts.number.parts import SCALES, Numeral, after_hyphen, scale_behind, step_of
from verifier.facts.number.spelled import BELOW_HUNDRED, article_number, finished, part_of_scale, spelled
from verifier.facts.number.units import unit_after
from verifier.text.normalise import RAISED, unraised
from verifier.words.grammar import BE
from verifier.words.tokens import Tokens

_GROUPING = str.maketrans("", "", ",'\u00a0\u202f\u2009")
_COMMA = re.compile(r",(?=\d{1,2}\Z)")
_POWER = re.compile(rf"([1-9]\d*(?:\.\d+)?)(?:e([+-]?\d+)|( ?[x×] ?10)?\^?(?:(?<=\^)|(?!\d))([-⁻\d{RAISED}]+))")
_LONGEST_FIGURE = 16
_EIGHTHS = {f"{top}/{whole}": top / whole for whole in (2, 3, 4, 5, 8) for top in range(1, whole)}
_BEFORE_POINT = BE | words("grammar", "prepositions", "linking") | {*'.,;:()"“', "than", "nearly", "almost", "only"}
_SPACED = re.compile(r"[1-9]\d{0,2}(?:(?: \d{3}){2,3}| 000)(?![\w-]|[.,:/]\d| \d)", re.ASCII)
"""Thousands set apart by spaces, which two figures may stand for: 40 000, 1 234 567."""


def numeral(t: Tokens, i: int) -> Numeral | None:
    """Return the number that begins at token `i`."""
    low = t.lows[i]
    if low[:1].isdecimal():
        return _figure(t, i)
    part = part_of_scale(t, i)
    if part or low in ("a", "an"):
        return part or article_number(t, i)
    if low == "point" and t.lows[i + 1] in BELOW_HUNDRED and (t.lows[i - 1] in _BEFORE_POINT or i == 0):
        parted = finished(t, Numeral(i, i, 0.0, 1))
        return parted if unit_after(t, parted.last) else None  # point two of the plan
    if low in SCALES and t.lows[i + 1] in SCALES:
        return spelled(t, i, 1)
    return spelled(t, i) if low in BELOW_HUNDRED else None


def vulgar(word: str) -> float | None:
    """Return the value of a fraction sign such as ½."""
    return unicodedata.numeric(word, None) if len(word) == 1 and unicodedata.category(word) == "No" else None


def _figure(t: Tokens, i: int) -> Numeral | None:
    if power := _POWER.fullmatch(t.lows[i]):
        base, science, tens, raised = float(power[1]), *power.groups()[1:]
        exponent = int(unraised(science or raised))
        value = base * 10.0**exponent if science or tens else base**exponent
        return Numeral(i, i + 1, value, value, figure=True, scaled=True)
    spaced = _SPACED.match(t.text, t.starts[i])
    if spaced:
        value = int(spaced[0].replace(" ", ""))
        return Numeral(i, i + 1 + spaced[0].count(" "), float(value), step_of(value), figure=True)
    whole, _, decimals = _COMMA.sub(".", t.lows[i]).translate(_GROUPING).partition(".")
    if "." in decimals or len(whole) + len(decimals) > _LONGEST_FIGURE:
        return None
    if t.words[i - 1] == "." and t.glued(i) and not t.glued(i - 1) and not decimals:  # .08
        return Numeral(i - 1, i + 1, float(f".{whole}"), 10.0 ** -len(whole), figure=True)
    unit = 10 ** len(decimals)
    value = int(whole + decimals)
    step = 1 / unit if decimals else step_of(value)
    j, extra = _mixed(t, i + 1) if not decimals else (i + 1, 0.0)
    if extra:
        return Numeral(i, j, value + extra, extra, figure=True)
    j, scale = scale_behind(t, j)
    if scale == 1:
        plain = Numeral(i, j, value / unit, step, figure=True)
        return plain if decimals else finished(t, plain)
    return Numeral(i, j, value * scale / unit, step * scale, figure=True, scaled=True)


def _mixed(t: Tokens, j: int) -> tuple[int, float]:
    """Read a fraction behind a whole figure: "2½", "2-1/2", "5 7/8"."""
    k = after_hyphen(t, j)
    sign = vulgar(t.words[k])
    if sign is not None and sign < 1:
        return k + 1, sign
    part = _EIGHTHS.get("".join(t.words[k : k + 3]), 0.0) if t.glued(k + 1) and t.glued(k + 2) else 0.0
    return (k + 3, part) if part else (j, 0.0)

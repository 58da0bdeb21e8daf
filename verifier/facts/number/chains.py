"""Tell figures that are a piece of something longer: N66U, F-16, 3G, 24/7, telephone numbers."""

from __future__ import annotations

from verifier.data.thresholds import GENERATION_MOST
from verifier.data.word_lists import words
from verifier.facts.number.parts import Numeral
from verifier.facts.number.units import FEET, currency_before, unit_after
from verifier.words.tokens import Tokens

_PREFIXES = words("counting", "context", "prefixes")
_SUFFIXES = frozenset(("m", "b", "t", "k", "x", "p"))
_LINKS = frozenset("/:.,-+")
_SIGNS_BEFORE = frozenset("#§№/\\_@&=")


def glued_to_letters(t: Tokens, n: Numeral) -> bool:
    """Tell whether letters or a hyphened word stand right before, or unknown letters right behind: N66U, F-16, 3G."""
    i = n.first
    if t.glued(i) and not currency_before(t, i):
        before = t.words[i - 1]
        tied = before == "-" and t.glued(i - 1) and _tied_by_hyphen(t, i)
        if tied or before[-1].isalpha() or before in _SIGNS_BEFORE:
            return True
    return _unknown_letters(t, n)


def _tied_by_hyphen(t: Tokens, i: int) -> bool:
    """Tell whether a hyphen ties the figure to a name: F-16, A330-200."""
    before = t.words[i - 2]
    if before[-1:].isdecimal():
        return t.glued(i - 2) and t.words[i - 3][-1:].isalpha() and not currency_before(t, i - 2)
    tied = before[-1:].isalpha() and t.lows[i - 2] not in _PREFIXES and not unit_after(t, i - 2)
    return tied and not (t.words[i - 3][-1:].isdecimal() and t.glued(i - 2))  # 5m-10m


def _unknown_letters(t: Tokens, n: Numeral) -> bool:
    j = n.last
    if not (t.glued(j) and t.words[j][:1].isalpha()):
        return t.glued(j) and t.words[j] == "_"
    if t.lows[j] in _SUFFIXES:
        generation = t.words[j] == "K" and n.value <= GENERATION_MOST
        return (generation or t.lows[j] == "t") and not currency_before(t, n.first)
    return unit_after(t, j) is None and not (t.lows[j] == "in" and t.lows[n.first - 1] in FEET)


def chained(t: Tokens, n: Numeral) -> bool:
    """Tell whether the number is a link of a chain: phone numbers, dates in figures, 24/7, version parts, 3,14,15."""
    i, j = n.first, n.last
    before = t.glued(i) and t.lows[i - 1] in _LINKS and t.glued(i - 1) and t.words[i - 2][-1:].isdecimal()
    after = t.glued(j) and t.lows[j] in _LINKS and t.glued(j + 1) and t.words[j + 1][:1].isdecimal()
    if (before and t.lows[i - 1] != "-") or (after and t.lows[j] != "-"):
        return True
    if t.words[i - 1 if before else j] == "-" and (t.words[i - 1] == ")" or t.words[i - 3] == ")"):
        return True
    further = (before and _is_link(t, i - 3)) + (after and _is_link(t, j + 2))
    return before + after + further > 1 or (t.glued(i) and t.words[i - 1] == "." and not before)


def _is_link(t: Tokens, i: int) -> bool:
    return 0 < i < t.count and t.lows[i] in "-:./" and t.glued(i) and t.glued(i + 1)

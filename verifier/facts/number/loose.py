"""Read numbers that are no plain numeral: "thousands", "a few hundred", "twice as many", "the third", "none"."""

from __future__ import annotations

from verifier.data.thresholds import PLAIN_ORDINAL, RANK_FIGURES
from verifier.data.word_lists import table, words
from verifier.facts.number.nouns import STOPS, is_plural, noun_after
from verifier.facts.number.parts import ORDINALS, SCALES, TENS, Expression, Numeral, after_hyphen, scale_behind
from verifier.facts.number.spelled import spelled
from verifier.words.tokens import Tokens

_TABLES = table("scales")
_PLURALS: dict[str, list[int]] = _TABLES["plurals"]
_COUNTS: dict[str, list[int]] = _TABLES["counts"]
_VAGUE: dict[str, list[int]] = _TABLES["vague"]
_MULTIPLES: dict[str, int] = _TABLES["multiples"]
_SINGULAR = {f"{word}s": scale for word, scale in SCALES.items()}
_BEFORE_FEW = words("counting", "context", "before_few")
_BEFORE_ORDINAL = words("counting", "context", "before_ordinal") | {"'s"}
_COMPARED = words("counting", "context", "compared")
_COMPARED_AS = words("counting", "context", "compared_as")
_IDLE_AFTER_NO = words("counting", "context", "after_idle_no")
_AT = frozenset(("at", "as", "to", "is", "was", "and", "but"))
_PLACED = frozenset(("finished", "came", "placed", "ranked"))
_OPENING = "\"'“‘.!?:;"


def loose_number(t: Tokens, i: int) -> Expression | None:
    """Return the expression without a plain numeral that begins at token `i`."""
    low = t.lows[i]
    if low in _PLURALS:
        return _plural(t, i)
    if low in _VAGUE or low == "many":
        return _vague(t, i)
    if low in _MULTIPLES:
        return _multiple(t, i)
    if low == "another" and t.lows[i - 1] != "one" and (t.lows[i + 1] in STOPS or not t.lows[i + 1][:1].isalnum()):
        return Expression(i, i + 1, 1, 1, 1, noun_follows=False)  # two were shot and another was hurt
    return _nothing(t, i) if low in ("no", "none") else None


def _plural(t: Tokens, i: int) -> Expression | None:
    """Read "thousands", "tens of thousands", "hundreds of millions"."""
    low = t.lows[i]
    if t.glued(i) and t.lows[i - 1] == "-":
        return None
    scale = _SINGULAR.get(t.lows[i + 2])
    if scale and t.lows[i + 1] == "of":
        lower, upper = _COUNTS.get(low, (1, 999))
        return _interval(i, i + 3, lower * scale, (upper + 1) * scale - 1)
    if low in ("scores", "tens") and t.lows[i + 1] != "of":
        return None
    return _interval(i, i + 1, *_PLURALS[low])


def _interval(first: int, last: int, lower: float, upper: float) -> Expression:
    return Expression(first, last, lower, upper, lower, vague=True)


def _vague(t: Tokens, i: int) -> Expression | None:
    """Read "several", "a few hundred", "a couple of thousand"."""
    low = t.lows[i]
    first = i - 1 if t.lows[i - 1] == "a" else i
    j = i + 2 if low in ("couple", "handful") and t.lows[i + 1] == "of" else i + 1
    end, scale = scale_behind(t, j)
    if scale > 1 and low in _COUNTS:
        lower, upper = _COUNTS[low]
        return _interval(first, end, lower * scale, upper * scale + (lower < upper) * (scale - 1))
    idle = low in ("couple", "handful") and (first == i or j == i + 1)
    none = low == "many" or (low == "few" and t.lows[i - 1] not in _BEFORE_FEW)
    return None if idle or none else _interval(first, j, *_VAGUE[low])


def _multiple(t: Tokens, i: int) -> Expression | None:
    """Read "twice as many", "tripled"; "twice" alone counts occasions."""
    low, value = t.lows[i], _MULTIPLES[t.lows[i]]
    if low in ("double", "triple", "quadruple") and t.lows[i + 1] not in ("the", "that", "what"):
        return None
    counts = low in ("twice", "thrice") and not _compares(t, i + 1)
    return Expression(i, i + 1, value, value, 1, kind="count" if counts else "multiple", noun_follows=False)


def _nothing(t: Tokens, i: int) -> Expression | None:
    if t.words[i] == "None" and (t.lows[i + 1] != "of" or not (i == 0 or t.words[i - 1] in _OPENING)):
        return None
    noun = noun_after(t, i + 1)
    if t.lows[i + 1] in _IDLE_AFTER_NO or (t.lows[i] == "no" and not (noun and is_plural(noun.words[-1]))):
        return None
    return Expression(i, i + 1, 0, 0, 1)


def multiple_of(t: Tokens, number: Numeral) -> Expression | None:
    """Return "3 times as many", "10 times larger", "3x", "ten-fold"."""
    if number.scaled:
        return None
    j = after_hyphen(t, number.last)
    if (t.lows[j] == "times" and _compares(t, j + 1)) or (t.lows[j] in ("x", "fold") and t.glued(j)):
        value, step = number.value, number.step
        return Expression(number.first, j + 1, value, value, step, kind="multiple", noun_follows=False)
    return None


def _compares(t: Tokens, j: int) -> bool:
    """Tell whether what follows "times" or "twice" compares: "as many as", "the size", "larger"."""
    low = t.lows[j]
    if low == "as":
        return t.lows[j + 1] in _COMPARED_AS or t.lows[j + 2] == "as"
    return low in _COMPARED or (low.endswith("er") and t.lows[j + 1] in ("than", "in", "", "."))


def _places(t: Tokens, i: int, j: int) -> bool:
    """Tell whether an ordinal in words places something: the second outage, the world's third-largest, came fifth."""
    best = after_hyphen(t, j)
    if t.lows[j] == "place" or (best > j and t.lows[best].endswith("est")) or t.lows[i - 1] in _PLACED:
        return True
    return t.lows[i - 1] in _BEFORE_ORDINAL and t.words[j][:1].isalpha()


def ordinal(t: Tokens, i: int) -> Expression | None:
    """Return "the third", "3rd", "the No. 3"."""
    low = t.lows[i]
    if low.isdecimal() and t.glued(i + 1) and t.lows[i + 1] in ("st", "nd", "rd", "th") and len(low) < 6:
        if t.lows[i + 2].startswith("centur"):
            return None
        return Expression(i, i + 2, int(low), int(low), 1, kind="ordinal", figure=True)
    if low == "no" and t.words[i + 1] == "." and t.words[i + 2].isdecimal() and len(t.words[i + 2]) <= RANK_FIGURES:
        ranked = t.lows[i - 1] in _BEFORE_ORDINAL | _PLACED | _AT or not t.lows[i - 1][:1].isalpha()
        value = int(t.words[i + 2])
        return Expression(i, i + 3, value, value, 1, kind="ordinal", figure=True) if ranked else None
    number = spelled(t, i)
    tens, j = int(number.value), after_hyphen(t, number.last) if number.value else i
    value = ORDINALS.get(t.lows[j], 0)
    scaled = value >= SCALES["hundred"]  # the two hundredth
    if not value or (tens and not scaled and (value > 9 or tens % 100 not in TENS.values())):
        return None
    value = value * max(tens, 1) if scaled else value + tens
    if value <= PLAIN_ORDINAL and not _places(t, i, j + 1):
        return None
    return Expression(i, j + 1, value, value, 1, kind="ordinal")

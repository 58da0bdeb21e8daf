"""Read numbers that are no plain numeral: vague ones, fractions, multiples, ordinals, none."""

from __future__ import annotations

from verifier.facts.expression import Expression, QuantityKind
from verifier.facts.lexicon import table
from verifier.facts.nouns import is_plural, noun_after
from verifier.facts.numerals import GROUPS, ONES, SCALES, Numeral, after_hyphen, vulgar
from verifier.facts.tokens import Tokens

_TABLES = table("scales")
_PLURALS: dict[str, list[int]] = _TABLES["plurals"]
_COUNTS: dict[str, list[int]] = _TABLES["counts"]
_VAGUE: dict[str, list[int]] = _TABLES["vague"]
_FRACTIONS: dict[str, int] = _TABLES["fractions"]
_MULTIPLES: dict[str, int] = _TABLES["multiples"]
_ORDINALS: dict[str, int] = _TABLES["ordinals"]
_BOTTOMS = frozenset(("2", "3", "4", "5", "8", "10"))
_LARGEST_PART = 10
_SINGULAR = {"hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9, "trillions": 10**12}
_BEFORE_FEW = frozenset(("a", "past", "last", "next", "first", "these", "those", "every"))
_BEFORE_ORDINAL = frozenset(
    ("the", "a", "an", "his", "her", "its", "their", "this", "that", "our", "my", "your", "for")
)
_COMPARED = frozenset(
    ("as", "the", "that", "more", "less", "higher", "lower", "larger", "bigger", "smaller", "faster", "greater", "what")
)
_AS = frozenset(("many", "much", "likely", "often", "large", "high", "big", "fast", "long"))
_NOT_HALF = frozenset(("first", "second", "other", "better", "last", "latter", "in", "this", "next", "opening"))
_AFTER_HALF = frozenset(
    ("time", "brother", "sister", "life", "way", "past", "hearted", "century", "term", "back", "finished", "baked")
)
_NO_COUNT = frozenset(
    (
        "one",
        "longer",
        "more",
        "less",
        "fewer",
        "matter",
        "doubt",
        "way",
        "such",
        "other",
        "idea",
        "need",
        "reason",
        "comment",
    )
)


def loose_number(t: Tokens, i: int) -> Expression | None:
    """Return the expression without a plain numeral that begins at token `i`."""
    low = t.lows[i]
    if low in _PLURALS:
        return _plural(t, i)
    if low in _VAGUE or low == "many":
        return _vague(t, i)
    if low in _MULTIPLES:
        return _multiple(t, i)
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
    scale = SCALES.get(t.lows[j]) or GROUPS.get(t.lows[j])
    if scale and low in _COUNTS:
        lower, upper = _COUNTS[low]
        spread = 0 if lower == upper else scale - 1
        return _interval(first, j + 1, lower * scale, upper * scale + spread)
    if low == "many" or (low == "few" and t.lows[i - 1] not in _BEFORE_FEW):
        return None
    if low in ("couple", "handful") and (first == i or j == i + 1):
        return None
    return _interval(first, j, *_VAGUE[low])


def _multiple(t: Tokens, i: int) -> Expression | None:
    """Read "twice as many", "tripled"; "twice" alone counts occasions."""
    low, value = t.lows[i], _MULTIPLES[t.lows[i]]
    if low in ("double", "triple", "quadruple") and t.lows[i + 1] not in ("the", "that", "what"):
        return None
    kind: QuantityKind = "count" if low in ("twice", "thrice") and not _compares(t, i + 1) else "multiple"
    return Expression(i, i + 1, value, value, 1, kind=kind, noun_follows=False)


def _nothing(t: Tokens, i: int) -> Expression | None:
    following = t.lows[i + 1]
    if t.words[i] == "None" and (t.lows[i + 1] != "of" or not (i == 0 or t.words[i - 1] in "\"'“‘.!?:;")):
        return None
    if following in _NO_COUNT or (t.lows[i] == "no" and not _counted(t, i + 1)):
        return None
    return Expression(i, i + 1, 0, 0, 1)


def _counted(t: Tokens, j: int) -> bool:
    noun = noun_after(t, j)
    return noun is not None and is_plural(noun.words[-1])


def multiple_of(t: Tokens, number: Numeral) -> Expression | None:
    """Return "3 times as many", "10 times larger", "3x", "ten-fold"."""
    if number.scaled:
        return None
    j = after_hyphen(t, number.last)
    if (t.lows[j] == "times" and _compares(t, j + 1)) or (t.lows[j] in ("x", "fold") and t.glued(j)):
        return Expression(
            number.first, j + 1, number.value, number.value, number.step, kind="multiple", noun_follows=False
        )
    return None


def _compares(t: Tokens, j: int) -> bool:
    """Tell whether what follows "times" or "twice" compares: "as many as", "the size", "larger"."""
    low = t.lows[j]
    if low == "as":
        return t.lows[j + 1] in _AS or t.lows[j + 2] == "as"
    return low in _COMPARED or (low.endswith("er") and t.lows[j + 1] in ("than", "in", "", "."))


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
    whole = _FRACTIONS.get(word)
    if not whole or count >= whole or (count > 1) != word.endswith("s") or word in ("half", "halves"):
        return None
    if (
        t.lows[i] in ("a", "an", "one")
        and t.lows[j + 1] not in ("of", "the", "")
        and t.lows[i - 1] not in ("than", "nearly", "almost", "about", "over", "by", "roughly")
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


def ordinal(t: Tokens, i: int) -> Expression | None:
    """Return "the third", "3rd"."""
    low = t.lows[i]
    if low.isdecimal() and t.glued(i + 1) and t.lows[i + 1] in ("st", "nd", "rd", "th") and len(low) < 6:
        if t.lows[i + 2].startswith("centur"):
            return None
        return Expression(i, i + 2, int(low), int(low), 1, kind="ordinal", figure=True)
    if low in _ORDINALS and t.lows[i - 1] in _BEFORE_ORDINAL and t.words[i + 1][:1].isalpha():
        return Expression(i, i + 1, _ORDINALS[low], _ORDINALS[low], 1, kind="ordinal")
    return None

"""Tell numbers that belong to a name, version, list or address from numbers that count."""

from __future__ import annotations

from verifier.data.word_lists import table, words
from verifier.facts.number.chains import chained, glued_to_letters
from verifier.facts.number.nouns import is_plural
from verifier.facts.number.parts import Numeral
from verifier.facts.number.spelled import BELOW_HUNDRED
from verifier.facts.number.units import currency_after, currency_before, unit_after
from verifier.words.shapes import is_adverb, is_ed, is_ing
from verifier.words.tokens import Tokens

_LABELS = words("counting", "names", "labels")
_STRICT = words("counting", "names", "strict")
_SHORT_LABELS = words("counting", "names", "short")
_STREETS = words("counting", "names", "streets")
_OPENERS = words("counting", "names", "openers")
_FIGURES = words("counting", "names", "figures")
_DIALLED = words("counting", "names", "dialled")
_EMERGENCY = words("counting", "names", "emergency")
_WEEKDAYS = frozenset(d for days in table("calendar")["weekdays"].values() for d in days)
_BEFORE_COUNTS = _OPENERS | _WEEKDAYS
_BRACKETS = frozenset("()-–—")
_QUOTES = frozenset("'\"“”‘")
_ERAS = frozenset(("bc", "bce", "ad", "ce"))


def belongs_to_name(t: Tokens, n: Numeral) -> bool:
    """Tell whether a number is part of a name or identifier."""
    if not n.figure:
        return _in_title(t, n) or (n.last == n.first + 1 and _labelled(t, n))
    if any(tells(t, n) for tells in (glued_to_letters, chained, _labelled, _well_known, _list_number)):
        return True
    plain = not n.scaled and "," not in t.words[n.first]
    return plain and (_after_name(t, n) or _before_name(t, n) or _lone_year(t, n))


def _in_title(t: Tokens, n: Numeral) -> bool:
    """Tell whether a spelled number in capitals is part of a name: "Level Three", "the Big Four", "Ten Walls"."""
    before = t.words[n.first - 1]
    if not t.words[n.first][:1].isupper() or n.first == 0 or t.headline():
        return False
    if before in "\"'“‘:-–—•*(":
        return t.words[n.last][:1].isupper()
    return before not in ".!?;" and not t.opens_line(n.first)


def _labelled(t: Tokens, n: Numeral) -> bool:
    """Tell whether a word such as "version" or "flight" stands before the number, or "no."."""
    i = n.first - 1
    if t.words[i] == "." and t.lows[i - 1] in _SHORT_LABELS:
        return t.glued(i) or t.words[i - 1][0].isupper()
    if t.lows[i] == "no":
        return t.words[i] == "No" and n.figure
    if n.scaled or t.lows[i] not in _LABELS:
        return False
    counted = unit_after(t, n.last) or is_plural(t.lows[n.last])
    return not counted or t.lows[i] in _STRICT or t.words[i][:1].isupper()


def _well_known(t: Tokens, n: Numeral) -> bool:
    """Tell whether the figure is the number of an emergency service."""
    word, after = t.words[n.first], t.lows[n.last]
    if word not in _FIGURES | _DIALLED or n.scaled or currency_before(t, n.first) or unit_after(t, n.last):
        return False
    if word in _FIGURES and not is_plural(after):
        return True
    near = {after, t.lows[n.last + 1], t.lows[n.first - 1], t.lows[n.first - 2]}
    return not near.isdisjoint(_EMERGENCY)


def _list_number(t: Tokens, n: Numeral) -> bool:
    """Tell whether the number counts items of a list: "1. ...", "(2)", "3)"."""
    before, after = t.words[n.first - 1], t.words[n.last]
    if after == ")" and before == "(":
        return n.value < 1000
    if t.count == 1:
        return n.value < 1000 and "," not in t.words[n.first]
    opens = t.opens_line(n.first) or before == "]" or (n.first == 1 and after == "." and before.istitle())
    if after not in (")", ".", ":") or not opens or n.scaled:
        return False
    return n.value < 1000 and not t.words[n.last + 1][:1].isdecimal()


def _after_name(t: Tokens, n: Numeral) -> bool:
    """Tell whether a word in capitals names what the number continues: "PlayStation 3"."""
    i = n.first - 1
    word, low = t.words[i], t.lows[i]
    if i < 0 or t.glued(n.first) or n.value >= 10_000 or low in _BEFORE_COUNTS or currency_before(t, n.first):
        return False
    if not word[:1].isupper() and not any(c.isupper() for c in word[1:3]):
        return False
    mixed = any(c.isupper() for c in word[1:]) and len(word) > 1
    if unit_after(t, n.last) or t.lows[n.last] == "-":
        return False
    if t.words[i - 1] in _QUOTES and t.words[n.last] in _QUOTES:
        return True
    if i == 0 or t.words[i - 1] in '."“”!?:;-–—':
        return mixed or not _verb_like(t, n)
    return mixed or not t.headline()


def _verb_like(t: Tokens, n: Numeral) -> bool:
    """Tell whether the opening word of a sentence is more likely an ordinary word than a name."""
    low = t.lows[n.first - 1]
    counted = is_plural(t.lows[n.last]) or is_plural(t.lows[n.last + 1])
    return counted or low[-1:] == "s" or is_adverb(low) or is_ed(low) or is_ing(low)


def _lone_year(t: Tokens, n: Numeral) -> bool:
    """Tell whether the figure looks like a year and counts nothing."""
    word, i, j = t.words[n.first], n.first, n.last
    if len(word) != 4 or word[0] not in "12" or word > "2100" or currency_before(t, i) or unit_after(t, j):
        return False
    if is_plural(t.lows[j]) or is_plural(t.lows[j + 1]):
        return False
    return word >= "1900" or t.words[i - 1] in _BRACKETS or t.words[j] in _BRACKETS


def _before_name(t: Tokens, n: Numeral) -> bool:
    """Tell whether capitals behind the number make one name with it ("737 MAX"), or a count or article before it."""
    word = t.words[n.last]
    article, counted = t.lows[n.first - 1] in ("a", "an"), t.lows[n.first - 1] in BELOW_HUNDRED
    plural = any(is_plural(t.lows[k]) for k in range(n.last, n.last + 3))
    if word[:1].isupper() and not _STREETS.isdisjoint(t.lows[n.last + 1 : n.last + 3]):
        return True
    if t.lows[n.last] in _ERAS or t.lows[n.first - 1] == "ad":
        return True
    measured = unit_after(t, n.last) or currency_before(t, n.first) or currency_after(t, n.last)
    if measured or t.lows[n.last] in ("-", "m", "k", "b", "/", "x"):
        return False
    if len(word) > 1 and word.isupper() and word.isalpha() and n.value >= 100 and not t.glued(n.last):
        return not plural and not t.headline()
    return (counted and n.value >= 100 and plural) or (article and n.value > 1 and not plural)

"""Read the words that bound or soften a number, before and behind it."""

from __future__ import annotations

from verifier.data.thresholds import QUANTIFIER_REACH
from verifier.data.word_lists import View, table, words
from verifier.facts.number.parts import Comparator, Expression
from verifier.words.grammar import ARTICLES, PLAIN_AUXILIARIES
from verifier.words.shapes import is_past
from verifier.words.tokens import Tokens

_BEFORE: View = table("scales")["before"]
_AFTER: View = table("scales")["after"]
_SOFT = frozenset(("about", "nearly"))
_LONGEST = 4
_FIRST_WORDS = frozenset(phrase.split()[0] for phrase in _AFTER)
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in _BEFORE) | {"."}
_PLACING = words("counting", "context", "placing")
_DENIED: dict[Comparator, Comparator] = {"more than": "at most", "less than": "at least"}
_NOBODY = frozenset(("no", "none", "nobody", "nothing", "neither", "never"))
_ELSEWHERE = words("grammar", "prepositions", "linking") - {"of", "by", "for"}
_PARTING = words("grammar", "clauses", "parting") | words("grammar", "clauses", "openers") | {"why", "how", "because"}
_STOPPED = {"approx .": "approx.", "ca .": "ca.", "c .": "c."}


def bounded(t: Tokens, e: Expression, floor: int) -> Expression:
    """Return the expression with the comparators around it; tokens before `floor` are not looked at."""
    while not (e.joint and t.lows[e.first - 1] in _PLACING and t.lows[e.first - 2] not in ARTICLES):
        found = _before(t, e.first, floor)
        if not found:
            break
        e = _compared(e._replace(first=found[0]), found[1])
    behind = _behind(t, e.last)
    if behind and not e.comparator:
        e = _compared(e._replace(last=behind[0]), behind[1])
    denied = _denying(t, e) if e.comparator in _DENIED else 0
    return e._replace(comparator=_DENIED[e.comparator], denied=denied) if denied else e


def _denying(t: Tokens, e: Expression) -> int:
    """Return the end of the word that denies a bound, 0 for none: no train was more than an hour late."""
    told = is_past(t.lows[e.first])
    for k in range(e.first - 1, max(e.first - 1 - QUANTIFIER_REACH, -1), -1):
        low = t.lows[k]
        plain = e.kind != "count" and (low in ("not", "never") or low.endswith("n't"))
        nobody = low in _NOBODY or t.lows[k : k + 2] == ["not", "one"]
        if plain or (nobody and (told or t.lows[k - 2] == "there")):
            return t.ends[k]
        if low in _PARTING or not low[0].isalpha() or (low in _ELSEWHERE and not told):
            return 0
        told = told or low in PLAIN_AUXILIARIES or is_past(low)
    return 0


def bounded_behind(t: Tokens, e: Expression, j: int) -> Expression:
    """Return the expression with a bound that stands behind what it counts: "30 cars or more"."""
    found = _AFTER.get(" ".join(t.lows[j : j + 2])) if t.lows[j] in ("or", "and") else None
    return _compared(e, found) if found and not e.comparator else e


def _before(t: Tokens, first: int, floor: int) -> tuple[int, Comparator] | None:
    if t.lows[first - 1] not in _LAST_WORDS:
        return None
    for n in range(_LONGEST, 0, -1):
        if first - n < floor:
            continue
        phrase = " ".join(t.lows[first - n : first])
        found = _BEFORE.get(_STOPPED.get(phrase, phrase))
        if found and not (phrase == "<" and t.words[first - 2] == ">"):
            return first - n, found
    return None


def _behind(t: Tokens, last: int) -> tuple[int, Comparator] | None:
    if t.lows[last] not in _FIRST_WORDS:
        return None
    for n in (2, 1):
        found = _AFTER.get(" ".join(t.lows[last : last + n]))
        if found and not (n == 1 and t.words[last] in ("+", "Plus") and not t.glued(last)):  # a phone 8 Plus
            return last + n, found
    return None


def _compared(e: Expression, comparator: Comparator) -> Expression:
    """Add a comparator: a bound outlives a softening word, whichever comes first."""
    soft = comparator in _SOFT
    keep = e.comparator and (soft or e.comparator not in _SOFT)
    return e._replace(comparator=e.comparator if keep else comparator, approximate=e.approximate or soft)

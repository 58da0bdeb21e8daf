"""Find words that say how much of a whole is meant: all, most, some, none, only, part of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from verifier.data.thresholds import MANY_OVER, MOST_OVER, NEARLY_ALL_FROM, QUANTIFIER_REACH
from verifier.data.word_lists import View, table
from verifier.facts.number.nouns import noun_after
from verifier.facts.relation import Interval, Relation
from verifier.words.tokens import Tokens, plain_words, tokenise

Class = Literal["all", "nearly", "most", "many", "some", "few", "none", "only", "part", "not all", "except"]
_TABLES = table("quantifiers")
_NEGATORS = frozenset(_TABLES["negated"]["negators"])
_NEGATED: dict[str, Class] = {phrase: kind for phrase, kind in _TABLES["negated"].items() if phrase != "negators"}
_CLASSES: Mapping[str, Class] = _TABLES["classes"] | _NEGATED
_IDLE_BEFORE: View = _TABLES["idle_before"]
_IDLE_AFTER: View = _TABLES["idle_after"]
_EXCEPTIONS = frozenset(_TABLES["exceptions"]["phrases"])
_LONGEST = 5
_COMMON = frozenset(("a", "of", "the", "not", "one", "very", "to", "or", "but", "if", "than"))
_SEEDS = frozenset(word for phrase in _CLASSES for word in phrase.split()) - _COMMON
"""The rarer words of the phrases."""
_OPENINGS = frozenset((first, second) for first, second, *_ in ([*phrase.split(), ""] for phrase in _CLASSES))
"""How the phrases begin: by which two words, "" being the second where one stands alone."""
_FIRSTS = frozenset(first for first, _ in _OPENINGS)
_COUNTED = frozenset(("one", "of"))
_PARTING = frozenset((".", ";", ":"))
_PRONOUNS = {"one": ("person",), "body": ("person",), "thing": ("thing",)}
"""What a quantity word counts that is a noun itself, by its ending: nobody, everything."""
SHARES: dict[Class, Interval] = {
    "all": Interval(1, 1), "nearly": Interval(NEARLY_ALL_FROM, 1), "most": Interval(MOST_OVER, 1, above=True),
    "many": Interval(MANY_OVER, 1, above=True), "some": Interval(0, 1, above=True), "none": Interval(0, 0),
    "few": Interval(0, MANY_OVER, above=True), "part": Interval(0, 1, above=True, below=True),
    "not all": Interval(0, 1, below=True), "except": Interval(MOST_OVER, 1, above=True, below=True),
}  # fmt: skip
"""What share of the whole each may be, "except" standing for all but those excepted; "only" tells nothing of it."""
_WHOLE = frozenset(("some", "most"))
"""Who says one of these and could say "all" means that it is not all."""


@dataclass(frozen=True, slots=True)
class Quantifier:
    """Hold a quantifier, its class and the words of the noun it stands with, in lower case, head last."""

    start: int
    end: int
    kind: Class
    noun: tuple[str, ...] = ()


def quantifiers(text: str) -> tuple[Quantifier, ...]:
    """Return the quantifiers of a text in order."""
    words = plain_words(text)
    if _SEEDS.isdisjoint(words) and not words >= _COUNTED:
        return ()
    t, found, behind = tokenise(text), [], 0
    for i, low in [(i, low) for i, low in enumerate(t.lows) if low in _FIRSTS]:
        opens = i >= behind and not _OPENINGS.isdisjoint(((low, ""), (low, t.lows[i + 1])))
        one = _at(t, i) if opens else None
        if one:
            found.append(_quantifier(t, i, *one))
            behind = one[0]
    return tuple(found)


def _at(t: Tokens, i: int) -> tuple[int, str] | None:
    """Return the token behind the longest phrase at token `i`, and the phrase."""
    for n in range(min(_LONGEST, t.count - i), 0, -1):
        phrase = " ".join(t.lows[i : i + n])
        if phrase in _NEGATED and not _denied(t, i):
            return None
        if phrase in _CLASSES:
            idle = t.lows[i - 1] in _IDLE_BEFORE.get(phrase, ()) or t.lows[i + n] in _IDLE_AFTER.get(phrase, ())
            return None if idle or (t.glued(i) and t.words[i - 1] == "-") else (i + n, phrase)
    return None


def _denied(t: Tokens, i: int) -> bool:
    """Tell whether a negation stands shortly before token `i` in its clause."""
    for k in range(i - 1, max(i - 1 - QUANTIFIER_REACH, -1), -1):
        if t.lows[k] in _NEGATORS or t.lows[k].endswith("n't"):
            return True
        if t.lows[k] in (".", ";", ":", "but"):
            return False
    return False


def _quantifier(t: Tokens, i: int, last: int, phrase: str) -> Quantifier:
    first = last + 1 if t.lows[last].isdecimal() else last
    pronoun = next((word for ending, word in _PRONOUNS.items() if phrase.endswith(ending)), ())
    noun = None if pronoun else noun_after(t, first)
    kind: Class = "except" if _CLASSES[phrase] == "all" and _excepted(t, i, last) else _CLASSES[phrase]
    return Quantifier(t.starts[i], t.ends[last - 1], kind, noun.words if noun else pronoun)


def _excepted(t: Tokens, first: int, last: int) -> bool:
    """Tell whether an exception is made: all users except those in Europe; with the exception of Malta, all members."""
    opening = next(k for k in range(first, -1, -1) if k == 0 or t.lows[k - 1] in _PARTING)
    near = range(last, min(last + QUANTIFIER_REACH, t.count))
    closing = next((k for k in near if t.lows[k] in _PARTING), near.stop)
    before = (k for k in (opening, opening + 1) if k < first)
    return any(map(partial(_excepts, t), range(last, closing))) or any("excep" in _excepts(t, k) for k in before)


def _excepts(t: Tokens, at: int) -> str:
    """Return the phrase at a token that says who is left out, "" for none."""
    phrases = (" ".join(t.lows[at : at + n]) for n in (1, 2, 3))
    return next((phrase for phrase in phrases if phrase in _EXCEPTIONS), "")


def relate(a: Quantifier, b: Quantifier) -> Relation:
    """Return how one share relates to another, taken that both are shares of the same thing."""
    if a.kind == b.kind:
        return Relation.EQUAL
    ours, theirs = SHARES.get(a.kind), SHARES.get(b.kind)
    return ours.relate(theirs) if ours and theirs else Relation.OPEN


def weigh(claim: Quantifier, source: Quantifier) -> Relation:
    """Return how a claim's share relates to a source's; a source that says "some" is taken to mean: not all."""
    return Relation.APART if claim.kind == "all" and source.kind in _WHOLE else relate(claim, source)


def fits(kind: Class, lower: float, upper: float) -> bool | None:
    """Say whether a share between these parts of one is what a word of this class means; None where that is open."""
    share = SHARES.get(kind)
    if share is None or kind == "many":
        return None
    meant = share._replace(below=True) if kind == "some" else share
    return meant.meets(Interval(lower, upper))

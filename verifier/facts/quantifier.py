"""Find words that say how much of a whole is meant: all, most, some, none, only, part of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from verifier.facts.lexicon import table
from verifier.facts.nouns import Noun, noun_after
from verifier.facts.relation import Relation
from verifier.facts.tokens import Tokens, tokenise
from verifier.model import Span

Class = Literal["all", "most", "many", "some", "few", "none", "only", "part"]
_WORD = re.compile(r"[a-z]+")
_LONGEST = 4
_WHOLE_PHRASES = frozenset(("everyone", "everybody", "everything", "nobody", "no one", "no-one", "nothing"))
_ENTAILS: dict[Class, frozenset[Class]] = {
    "all": frozenset(("most", "many")),
    "most": frozenset(("many", "some", "part")),
    "many": frozenset(("some", "part")),
    "some": frozenset(("part",)),
    "few": frozenset(("some", "part")),
    "part": frozenset(("some",)),
}
_CLASHES = frozenset(
    frozenset(pair) for pair in (("all", "some"), ("all", "few"), ("all", "part"), ("most", "few"), ("many", "few"))
)


@dataclass(frozen=True, slots=True)
class Quantifier:
    """Hold a quantifier, its class and the words of the noun it stands with, in lower case, head last."""

    start: int
    end: int
    text: str
    kind: Class
    noun: tuple[str, ...] = ()
    noun_span: Span | None = None


@cache
def _phrases() -> tuple[dict[str, Class], frozenset[str], dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    tables = table("quantifiers")
    classes: dict[str, Class] = tables["classes"]
    before = {k: frozenset(v) for k, v in tables["idle_before"].items()}
    after = {k: frozenset(v) for k, v in tables["idle_after"].items()}
    return classes, frozenset(p.split(" ")[0].split("-")[0] for p in classes), before, after


def quantifiers(text: str) -> tuple[Quantifier, ...]:
    """Return the quantifiers of a text in order."""
    _, firsts, _, _ = _phrases()
    if firsts.isdisjoint(_WORD.findall(text.lower())):
        return ()
    t = tokenise(text)
    found = []
    i = 0
    while i < t.count:
        one = _at(t, i) if t.lows[i] in firsts else None
        if one:
            found.append(_quantifier(t, i, *one))
        i = one[0] if one else i + 1
    return tuple(found)


def _at(t: Tokens, i: int) -> tuple[int, str] | None:
    """Return the token behind the longest phrase at token `i`, and the phrase."""
    classes, _, before, after = _phrases()
    for n in range(min(_LONGEST, t.count - i), 0, -1):
        phrase = " ".join(t.lows[i : i + n])
        if phrase in classes:
            idle = t.lows[i - 1] in before.get(phrase, ()) or t.lows[i + n] in after.get(phrase, ())
            return None if idle or (t.glued(i) and t.words[i - 1] == "-") else (i + n, phrase)
    return None


def _quantifier(t: Tokens, i: int, last: int, phrase: str) -> Quantifier:
    noun = None if phrase in _WHOLE_PHRASES else noun_after(t, last)
    start, end = t.starts[i], t.ends[last - 1]
    return Quantifier(start, end, t.text[start:end], _phrases()[0][phrase], noun.words if noun else (), _span(t, noun))


def _span(t: Tokens, noun: Noun | None) -> Span | None:
    return Span(t.starts[noun.first], t.ends[noun.last - 1]) if noun else None


def relate(claim: Quantifier, source: Quantifier) -> Relation:
    """Return how the claim's share relates to the source's, taken that both speak of the same noun."""
    ours, theirs = claim.kind, source.kind
    if ours == theirs:
        return Relation.EQUAL
    if "only" in (ours, theirs):
        return Relation.OTHER
    if "none" in (ours, theirs) or frozenset((ours, theirs)) in _CLASHES:
        return Relation.CLASH
    return Relation.ENTAILED if ours in _ENTAILS.get(theirs, ()) else Relation.WEAKER

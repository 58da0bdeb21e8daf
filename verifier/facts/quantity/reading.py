"""Find quantities: how much or how many of what."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from dataclasses import dataclass

from verifier.data.word_lists import table
from verifier.facts.date.reading import dates
from verifier.facts.number import nouns
from verifier.facts.number.parts import Comparator, Expression, QuantityKind
from verifier.facts.quantity.amounts import amount
from verifier.facts.quantity.bounds import bounded, bounded_behind
from verifier.facts.quantity.joined import join
from verifier.model import Span
from verifier.words.shapes import is_past
from verifier.words.tokens import Tokens, hidden_spans, plain_words, tokenise

_DIGIT = re.compile(r"\d|[¼-¾⅐-⅞]")
_SEEDS = frozenset(
    word
    for section in ("ones", "tens", "scales", "groups", "plurals", "vague", "fractions", "multiples", "ordinals")
    for word in table("scales")[section]
) | {"no", "none", "hour", "year", "month", "week", "day", "decade", "minute", "century", "night", "another"}
_STARTS = _SEEDS | {"a", "an", "point"}
LOWER_BOUNDS = frozenset(("at least", "more than"))
UPPER_BOUNDS = frozenset(("at most", "less than", "up to"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """Hold a number expression and what it counts.

    `start`/`end` span comparator, number and unit, not the noun. `lower` and `upper` are in the base unit (inclusive;
    infinite for a bound); `value` is the figure itself. `unit` is the base unit ('meter', 'second', 'percent', a
    currency code) or '', `written` the unit as written; `step` the place value the figure is given to; `noun` the
    counted noun's words in lower case, head last, `noun_span` where it stands, or "dead" and the like in its place;
    `part` and `whole` the figures of a ratio or score; `per` what a rate is counted by; `factor` how much of the base
    unit one written unit is; `denied` where the word before it ends that turned its bound round (0: none).
    """

    start: int
    end: int
    text: str
    lower: float
    upper: float
    kind: QuantityKind
    unit: str = ""
    noun: tuple[str, ...] = ()
    noun_span: Span | None = None
    comparator: Comparator = ""
    approximate: bool = False
    vague: bool = False
    written: str = ""
    step: float = 1.0
    part: float | None = None
    whole: float | None = None
    per: str = ""
    factor: float = 1.0
    denied: int = 0

    @property
    def value(self) -> float:
        """Return the figure itself: the finite end of a bound, the lower end of a range."""
        return self.upper if self.comparator in UPPER_BOUNDS else self.lower

    @property
    def share(self) -> bool:
        """Say whether this is a part of what it counts: 85% of the users, 4 of 13; not a score or a load of 85%."""
        counted = self.noun_span is not None and self.noun_span.start >= self.end
        return self.unit == "percent" and (counted or self.kind == "ratio")


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text in the order in which they stand."""
    if not _DIGIT.search(text) and _SEEDS.isdisjoint(plain_words(text)):
        return ()
    t = tokenise(text)
    found = join(t, _expressions(t))
    floor, result = 0, []
    for e in found:
        e = bounded(t, e, floor)  # noqa: PLW2901 - the same expression, completed
        result.append(_quantity(t, e))
        floor = e.last
    cues = {q.denied for q in result}
    return tuple(q for q in result if q.end not in cues)


def _expressions(t: Tokens) -> list[Expression]:
    spans = [*hidden_spans(t.text), *((day.start, day.end) for day in dates(t.text, None, None))]
    hidden = {i for start, end in spans for i in range(bisect_left(t.starts, start), bisect_left(t.starts, end))}
    found: list[Expression] = []
    behind = 0
    for i in [i for i, low in enumerate(t.lows) if (low in _STARTS or low[:1].isnumeric()) and i not in hidden]:
        e = amount(t, i) if i >= behind else behind
        if isinstance(e, Expression):
            found.append(e._replace(first=max(e.first, found[-1].last)) if found else e)
            e = e.last
        behind = e
    return found


def _quantity(t: Tokens, e: Expression) -> Quantity:
    per, j = nouns.rate_after(t, e.last)
    noun = _noun(t, e, j)
    if noun:
        e = bounded_behind(t, e, noun.last)
    if not per and noun:
        per, _ = nouns.rate_after(t, noun.last)
    start, end = t.starts[e.first], t.ends[e.last - 1]
    lower = 0.0 if e.comparator in UPPER_BOUNDS else e.lower
    upper = math.inf if e.comparator in LOWER_BOUNDS else e.upper
    told = e.kind == "count" and (is_past(t.lows[j]) or t.lows[j] == "dead")
    counted, place = (noun.words, noun.span(t)) if noun else ((), Span(t.starts[j], t.ends[j]) if told else None)
    return Quantity(
        start, end, t.text[start:end], lower, upper, e.kind, e.unit, counted, place, e.comparator,
        e.approximate, e.vague, e.written, e.step, e.part, e.whole, per, e.factor, e.denied,
    )  # fmt: skip


def _noun(t: Tokens, e: Expression, j: int) -> nouns.Noun | None:
    """Return what the expression counts; units and shares need "of", a hyphen or a plural to count anything."""
    if nouns.children(t, e.first):
        return None
    if e.kind == "age":
        return nouns.person_after(t, j)
    if e.kind == "duration" and e.joint and "long" in (t.lows[j], t.lows[j + 1]):
        j += 1 if t.lows[j] == "long" else 2
    tied = nouns.hyphened_noun(t, j) if e.kind == "count" else None
    if tied:
        return tied
    noun = nouns.noun_after(t, j) if e.noun_follows else None
    if noun and t.lows[j] != "of" and not e.joint and not _countable(t, e, noun):
        noun = None
    return noun or (None if e.vague else nouns.noun_before(t, e.first))


def _countable(t: Tokens, e: Expression, noun: nouns.Noun) -> bool:
    if e.kind in ("percent", "ratio"):
        return nouns.is_plural(noun.words[-1]) or t.lows[e.first - 1] in ("a", "an", "the")
    return e.kind != "duration"

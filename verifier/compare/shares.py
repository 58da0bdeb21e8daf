"""Read how much of a whole a text speaks of: by words (all, most, none) and by figures (a third, 90 percent)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from verifier.compare.case import Range, token_range
from verifier.facts.analysis import Analysis
from verifier.facts.assertion.quantifier import SHARES, Quantifier, fits, weigh
from verifier.facts.quantity import Quantity
from verifier.facts.relation import Interval, Relation

_FIGURES = frozenset(("percent", "ratio"))
_HUNDRED = 100.0
_WHOLE = frozenset(("all", "none"))


class Share(NamedTuple):
    """Hold a share and its tokens."""

    tokens: Range
    fact: Quantifier | Quantity


@lru_cache(maxsize=1024)
def shares(analysis: Analysis) -> tuple[Share, ...]:
    """Return the shares of a text; a word that is part of a figure ("fewer than half of") is none of its own."""
    parts = (q for q in analysis.quantities if q.kind in _FIGURES and q.upper <= _HUNDRED)
    figures = [q for q in parts if q.share or analysis.text.startswith(" of ", q.end)]  # a score of 85% is no share
    turned = {(q.denied - 1, q.denied) for q in analysis.quantities}  # none waited longer than an hour: all less
    taken = turned.union((f.start, f.end) for f in figures)
    plain = [q for q in analysis.quantifiers if not any(q.start < end and start < q.end for start, end in taken)]
    facts: list[Quantifier | Quantity] = [*plain, *figures]
    told = (Share(token_range(analysis, fact.start, fact.end), fact) for fact in facts)
    return tuple(share for share in told if share.tokens[0] < share.tokens[1])


def spans_rest(denied: Share, other: Share) -> bool:
    """Say whether a share, not the same, may be what a denied one leaves: most were not told, a third was told."""
    ours, theirs = _span(denied), _span(other)
    met = ours is not None and theirs is not None and ours.rest().meets(theirs)
    return met and compare(denied, other) is not Relation.EQUAL


def _span(share: Share) -> Interval | None:
    fact = share.fact
    if isinstance(fact, Quantity):
        return Interval(round(fact.lower / _HUNDRED, 9), round(fact.upper / _HUNDRED, 9))
    return None if fact.kind in _WHOLE else SHARES.get(fact.kind)


def compare(ours: Share, theirs: Share) -> Relation:
    """Return how a claim's share relates to a source's of the same thing; figures that differ are not compared."""
    a, b = ours.fact, theirs.fact
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return Relation.EQUAL if (a.lower, a.upper) == (b.lower, b.upper) else Relation.OPEN
    if isinstance(a, Quantifier) and isinstance(b, Quantifier):
        return weigh(a, b)
    word, figure = (a, b) if isinstance(a, Quantifier) else (b, a)
    if not isinstance(word, Quantifier) or not isinstance(figure, Quantity):
        return Relation.OPEN
    fit = fits(word.kind, figure.lower / _HUNDRED, figure.upper / _HUNDRED)
    return Relation.OPEN if fit is None else Relation.IMPLIED if fit else Relation.APART

"""Read how much of what a text speaks of: by words (all, most, none) and by figures (a third, 2 of 42, 90 percent)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from verifier.checks.case import Case, token_range
from verifier.facts.analysis import Analysis
from verifier.facts.assertion.quantifier import Quantifier, fits, weigh
from verifier.facts.quantity import Quantity
from verifier.facts.relation import Relation
from verifier.words.vocabulary import Vocabulary

_HUNDRED = 100.0
_REST = frozenset(("other", "others", "rest", "remaining", "else"))
_NEAR = 3
_SUBJECT = 8


class Share(NamedTuple):
    """Hold a share: its tokens [first, last), its words, the noun it is a share of, and where that ends."""

    tokens: tuple[int, int]
    text: str
    noun: tuple[str, ...]
    end: int
    fact: Quantifier | Quantity


@lru_cache(maxsize=1024)
def shares(analysis: Analysis) -> tuple[Share, ...]:
    """Return the shares of a text; a word that is part of a figure ("fewer than half of") is none of its own."""
    figures = [q for q in analysis.quantities if q.share and q.upper <= _HUNDRED]
    taken = [(q.start, q.end) for q in figures]
    words = [q for q in analysis.quantifiers if not any(q.start < end and start < q.end for start, end in taken)]
    return tuple(_shares(analysis, [*words, *figures]))


def _shares(analysis: Analysis, facts: list[Quantifier | Quantity]) -> Iterator[Share]:
    for fact in facts:
        tokens = token_range(analysis, fact.start, fact.end)
        span = fact.noun_span
        end = token_range(analysis, span.start, span.end)[1] if span else tokens[1]
        near = analysis.tokens[tokens[1] : tokens[1] + _NEAR]
        if tokens[1] > tokens[0] and not any(t.key in _REST for t in near):
            yield Share(tokens, fact.text, fact.noun, max(end, tokens[1]), fact)


def compare(ours: Share, theirs: Share) -> Relation:
    """Return how a claim's share relates to a source's of the same thing; figures that differ are not compared."""
    a, b = ours.fact, theirs.fact
    if isinstance(a, Quantity) and isinstance(b, Quantity) and (a.lower, a.upper) == (b.lower, b.upper):
        return Relation.EQUAL
    if isinstance(a, Quantifier) and isinstance(b, Quantifier):
        return weigh(a, b)
    word, figure = (a, b) if isinstance(a, Quantifier) else (b, a)
    if not isinstance(word, Quantifier) or not isinstance(figure, Quantity):
        return Relation.OPEN
    fit = fits(word.kind, figure.lower / _HUNDRED, figure.upper / _HUNDRED)
    return Relation.OPEN if fit is None else Relation.IMPLIED if fit else Relation.APART


def turned(share: Share) -> Share:
    """Return the share of which the deed is denied: none of them failed, all of them did not."""
    fact = share.fact
    return (
        share._replace(fact=replace(fact, kind="all"))
        if isinstance(fact, Quantifier) and fact.kind == "none"
        else share
    )


def opposed(case: Case, token: int, number: int, at: int) -> bool:
    """Say whether other words of the two clauses are opposed as well, so that a denial turns the claim back.

    Most had not been trained, fewer than half had been; the newer version is affected, the older is not.
    """
    claim, theirs = case.claim, case.passage(number).analysis
    ours, others = claim.before(token, _SUBJECT), theirs.before(at, _SUBJECT)
    lexicon, kept = case.index.vocabulary, {m.at for m in case.views[number].values()}
    words = [w for t in ours if _plain(lexicon, w := claim.tokens[t].key) and lexicon.opposites(w)]
    rivals = [w for t in others if t not in kept and _plain(lexicon, w := theirs.tokens[t].key)] if words else []
    if any(lexicon.opposed(a, b) for a in words for b in rivals):
        return True
    pairs = ((a, b) for a in shares(claim) for b in shares(theirs) if a.tokens[0] in ours and b.tokens[0] in others)
    return any(compare(a, b) is Relation.APART and "none" not in {a.fact.kind, b.fact.kind} for a, b in pairs)


def _plain(lexicon: Vocabulary, word: str) -> bool:
    """Say whether a word carries meaning and denies nothing by itself."""
    return word not in lexicon.stop and not lexicon.sounds_negative(word)

"""Mechanism `value`: the same slot holds a quantity, a date or a quantity word whose value differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from verifier.compare.case import Case, Excuse, Observation, Outcome, Range, token_range, words
from verifier.compare.excuses import (
    counterpart,
    denied_share,
    list_of_like,
    loosely_counted,
    making_up_a_whole,
    reckoned_from,
)
from verifier.compare.pairing import Pair, candidates, judged, placed
from verifier.compare.shares import Share, compare, shares
from verifier.facts.analysis import Analysis
from verifier.facts.assertion.quantifier import Quantifier
from verifier.facts.date import DateFact
from verifier.facts.date import weigh as relate_dates
from verifier.facts.quantity import Quantity
from verifier.facts.quantity import weigh as relate_quantities
from verifier.facts.relation import HOLDS, Relation

MECHANISM = "value"
Fact = TypeVar("Fact", Quantity, DateFact)
_UNSTATED = 0.5


def observe(case: Case) -> Iterator[Observation]:
    """Report how each quantity, date and quantity word of the claim fares."""
    yield from _valued(case, "quantity", case.claim.quantities, case.index.counted, _quantity_pairs)
    yield from _valued(case, "date", case.claim.dates, case.index.dated, _date_pairs)
    yield from _quantity_words(case)


def _valued(
    case: Case,
    fact: str,
    values: Sequence[Fact],
    passages: int,
    pairs_of: Callable[[Case, Fact, Range, int], Iterator[Pair]],
) -> Iterator[Observation]:
    """Report how each value of the claim fares in the passages near it: open where none of them holds it."""
    if not values:
        return
    near = candidates(case, passages)
    for value in values:
        tokens = token_range(case.claim, value.start, value.end)
        pairs = [p for n in near for p in pairs_of(case, value, tokens, n)]
        yield from judged(case, MECHANISM, fact, pairs)
        if not any(p.holds for p in pairs):
            yield Observation(MECHANISM, fact, Outcome.OPEN, tokens, words(case.claim, tokens))


def _quantity_pairs(case: Case, ours: Quantity, tokens: Range, number: int) -> Iterator[Pair]:
    passage = case.passage(number).analysis
    for theirs in passage.quantities:
        relation, alike = relate_quantities(ours, theirs), counted_alike(case, ours, theirs)
        if relation is Relation.OPEN or (alike == 0.0 and relation not in HOLDS):
            continue
        at = token_range(passage, theirs.start, theirs.end)
        holds = relation in HOLDS
        excuse = None if holds else _quantity_excuse(case, ours, passage, theirs)
        yield placed(case, tokens, number, at, holds=holds, alike=max(alike, 0.3 * holds), excuse=excuse)


def _quantity_excuse(case: Case, ours: Quantity, passage: Analysis, theirs: Quantity) -> Excuse | None:
    return (
        counterpart(
            case.claim.quantities, ours, passage.quantities, theirs, lambda a, b: relate_quantities(a, b) in HOLDS
        )
        or reckoned_from(ours, passage.quantities)
        or making_up_a_whole(ours, theirs)
        or loosely_counted(ours)
    )


def counted_alike(case: Case, ours: Quantity, theirs: Quantity) -> float:
    """Return how surely two quantities count the same: 1 by the same noun, 0 by another, half where one names none."""
    if not ours.noun or not theirs.noun:
        return _UNSTATED
    keys = case.index.vocabulary.keys_of_word
    heads = set(keys(ours.noun[-1])).intersection(keys(theirs.noun[-1]))
    if heads:
        return 1.0
    wanted = {k for word in ours.noun for k in keys(word)}
    return _UNSTATED if any(not wanted.isdisjoint(keys(word)) for word in theirs.noun) else 0.0


def _date_pairs(case: Case, ours: DateFact, tokens: Range, number: int) -> Iterator[Pair]:
    passage = case.passage(number).analysis
    for theirs in passage.dates:
        relation = relate_dates(ours, theirs)
        if relation is Relation.OPEN:
            continue
        at = token_range(passage, theirs.start, theirs.end)
        holds = relation in HOLDS
        excuse = None
        if not holds:
            excuse = counterpart(
                case.claim.dates, ours, passage.dates, theirs, lambda a, b: relate_dates(a, b) in HOLDS
            ) or list_of_like(passage.dates)
        yield placed(case, tokens, number, at, holds=holds, alike=_written_alike(ours, theirs), excuse=excuse)


def _written_alike(ours: DateFact, theirs: DateFact) -> float:
    """Return how alike two dates are given: half where one is counted from the day of writing, or is coarser."""
    same = ours.relative == theirs.relative and ours.granularity == theirs.granularity
    return 1.0 if same else _UNSTATED


def _quantity_words(case: Case) -> Iterator[Observation]:
    for share in shares(case.claim):
        if not isinstance(share.fact, Quantifier):
            continue
        pairs = [p for ranked in case.ranked for p in _share_pairs(case, share, ranked.number)]
        yield from judged(case, MECHANISM, "quantifier", pairs)


def _share_pairs(case: Case, ours: Share, number: int) -> Iterator[Pair]:
    theirs = case.passage(number).analysis
    if not theirs.quantifiers and not theirs.quantities:
        return
    for other in shares(theirs):
        relation, alike = compare(ours, other), _same_noun(case, ours, other)
        if relation is not Relation.OPEN and alike:
            holds = relation in HOLDS
            one_denies = not holds and bool(case.claim.negations) != bool(theirs.negations)
            excuse = denied_share([ours], [other]) if one_denies else None
            yield placed(case, ours.tokens, number, other.tokens, holds=holds, alike=alike, excuse=excuse)


def _same_noun(case: Case, ours: Share, theirs: Share) -> float:
    a, b = ours.fact.noun, theirs.fact.noun
    if not a or not b:
        return _UNSTATED
    keys = case.index.vocabulary.keys_of_word
    return float(not set(keys(a[-1])).isdisjoint(keys(b[-1])))

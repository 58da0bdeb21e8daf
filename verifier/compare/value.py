"""Mechanism `value`: the same slot holds a quantity, a date or a quantity word whose value differs."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.compare.case import Case, Excuse, Observation, Outcome, Range, token_range, words
from verifier.compare.excuses import counterpart, list_of_like, loosely_counted, making_up_a_whole, reckoned_from
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
_UNSTATED = 0.5


def observe(case: Case) -> Iterator[Observation]:
    """Report how each quantity, date and quantity word of the claim fares."""
    yield from _quantities(case)
    yield from _dates(case)
    yield from _quantity_words(case)


def _quantities(case: Case) -> Iterator[Observation]:
    if not case.claim.quantities:
        return
    near = candidates(case, case.index.counted)
    for quantity in case.claim.quantities:
        tokens = token_range(case.claim, quantity.start, quantity.end)
        pairs = [p for n in near for p in _quantity_pairs(case, quantity, tokens, n)]
        yield from judged(case, MECHANISM, "quantity", pairs)
        if not any(p.holds for p in pairs):
            yield Observation(MECHANISM, "quantity", Outcome.OPEN, tokens, words(case.claim, tokens))


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


def _dates(case: Case) -> Iterator[Observation]:
    if not case.claim.dates:
        return
    near = candidates(case, case.index.dated)
    for date in case.claim.dates:
        tokens = token_range(case.claim, date.start, date.end)
        pairs = [p for n in near for p in _date_pairs(case, date, tokens, n)]
        yield from judged(case, MECHANISM, "date", pairs)
        if not any(p.holds for p in pairs):
            yield Observation(MECHANISM, "date", Outcome.OPEN, tokens, words(case.claim, tokens))


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
            yield placed(case, ours.tokens, number, other.tokens, holds=relation in HOLDS, alike=alike)


def _same_noun(case: Case, ours: Share, theirs: Share) -> float:
    a, b = ours.fact.noun, theirs.fact.noun
    if not a or not b:
        return _UNSTATED
    keys = case.index.vocabulary.keys_of_word
    return float(not set(keys(a[-1])).isdisjoint(keys(b[-1])))

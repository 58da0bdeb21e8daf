"""Mechanism `value`: the same slot holds a value of a registered type, or a quantity word, that differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import chain
from typing import Any

from verifier.compare.article_dates import appeared_then, is_dateline, may_be_reported, told_of_article
from verifier.compare.case import Case, Excuse, Observation, Outcome, Range, token_range, words
from verifier.compare.certainty import flatly_denied
from verifier.compare.excuses import contrasted, denied_share, loosely_counted, reckoned_from, told_beside
from verifier.compare.filler import holders
from verifier.compare.pairing import Pair, anchored, beside, candidates, judged, only_denied
from verifier.compare.shares import Share, compare, shares
from verifier.data.thresholds import HELD_ALIKE, NOUN_UNSTATED, OR_AMONG, OR_WITHIN, REPEATED_FROM, VALUES_MOST
from verifier.evidence.passages import numbers
from verifier.facts.analysis import Analysis
from verifier.facts.assertion.quantifier import Quantifier
from verifier.facts.date import DateFact
from verifier.facts.fact_type import FactType, Value
from verifier.facts.quantity import Quantity
from verifier.facts.registry import TYPES
from verifier.facts.relation import HOLDS, Relation
from verifier.text.patterns import pattern

Facts = Sequence[Any]
Equals = Mapping[int, Facts]
MECHANISM, WORD = "value", "quantifier"
FACTS = (*(kind.name for kind in TYPES), WORD)
_LISTING = frozenset({"and", "or", "on", "in", "the"})
_PEOPLE = frozenset({"person", "people"})
_VERSION = pattern(r"(?<![\w.,$€£/-])(?:[vV]\.?)?(?P<parts>\d{1,5}(?:\.\d{1,6}){1,5})(?![\w%]|[.,:-]?\d)")


def observe(case: Case) -> Iterator[Observation]:
    """Report how each value of a registered type and each quantity word of the claim fares."""
    for kind in TYPES:
        yield from _valued(case, kind)
    yield from _versions(case)
    yield from _quantity_words(case)


def _valued(case: Case, kind: FactType[Any]) -> Iterator[Observation]:
    """Report how each value of the claim fares in the passages near it: open where none of them holds it."""
    values = case.claim.values[kind.name][:VALUES_MOST]
    near = candidates(case, case.index.holding[kind.name]) if values else []
    equals = {n: _equals(case, kind, values, n) for n in near}
    for at, value in enumerate(values):
        tokens = token_range(case.claim, value.start, value.end)
        if isinstance(value, DateFact) and told_of_article(case, value):
            outcome = Outcome.OPEN if (own := appeared_then(case, value)) < 0 else Outcome.HELD
            yield Observation(MECHANISM, kind.name, outcome, tokens, words(case.claim, tokens), own)
            continue
        near_by = values[max(0, at - OR_AMONG) : at + OR_AMONG + 1]
        either = [value, *(other for other in near_by if _alternatives(case.claim, value, other))]
        pairs = [p for n in near for p in _pairs(case, kind, either, tokens, n, equals[n])]
        clashing = {p.passage for p in pairs if not p.holds and not p.excuse}
        if max(beside(case, (tokens,), clashing).values(), default=0.0) >= REPEATED_FROM:
            pairs = [p for p in pairs if not (p.holds and _of_another(case, tokens, p.passage))]
        yield from judged(case, MECHANISM, kind.name, pairs)
        undated = isinstance(value, DateFact) and value.unit == value.granularity == "day"  # "today" of no known day
        held = any(p.holds for p in pairs) or _in_name(case, tokens)
        if not (held or (undated and not (value.first or value.day))):
            excuse = loosely_counted(value) if isinstance(value, Quantity) else None
            yield Observation(MECHANISM, kind.name, Outcome.OPEN, tokens, words(case.claim, tokens), excuse=excuse)


def _in_name(case: Case, tokens: Range) -> bool:
    """Say whether a figure alone is part of a name that the claim has in part: iOS 8 or 9, for iOS 9."""
    figure = {t.key for t in case.claim.tokens[slice(*tokens)]}
    names = (name.parts for ranked in case.ranked for name in case.passage(ranked.number).analysis.names)
    return any(figure < set(parts) and not case.claim.forms.isdisjoint({*parts} - figure) for parts in names)


def _of_another(case: Case, tokens: Range, number: int) -> bool:
    """Say whether a passage tells all of a claim but a value, with another name in the place of one of the claim's."""
    lacking = [(n.first, n.last + 1) for n in case.claim.names if not holders(case, n) >> number & 1]
    theirs = [(n.first, n.last + 1) for n in case.passage(number).analysis.names]
    return any(
        beside(case, (tokens, mine), (number,))[number] >= REPEATED_FROM
        and any(anchored(case, mine, number, other) for other in theirs)
        for mine in lacking
    )


def _alternatives(claim: Analysis, one: Value, other: Value) -> bool:
    """Say whether two values of a claim are given as two of which one holds: in 2012 or 2013."""
    (_, first), (last, _) = sorted((v.start, v.end) for v in (one, other))
    return last - first <= OR_WITHIN and claim.text[first:last].split()[:1] == ["or"]


def _equals(case: Case, kind: FactType[Any], ours: Facts, number: int) -> Equals:
    """Return by where a value of a passage stands the values of the claim that it holds."""
    theirs = case.passage(number).analysis.values[kind.name][:VALUES_MOST]
    return {t.start: [o for o in ours if kind.relate(o, t) in HOLDS] for t in theirs if len(ours) > 1}


def _pairs(case: Case, kind: FactType[Any], values: Facts, tokens: Range, number: int, equal: Equals) -> Iterator[Pair]:
    """Pair a value with those of a passage that are values of the same thing, or that hold it or an alternative to it.

    The value comes first; `equal` has the claim's values that a value there equals. What is listed with the claim's own
    does not stand in its place ("May 3, 4 and 9"), nor what the claim lists with it, nor another value of the claim
    where the passage has both in one order. A denied bound holds of a whole list, or none.
    """
    passage, ours = case.passage(number).analysis, values[0]
    found = [(theirs, kind.relate(ours, theirs)) for theirs in passage.values[kind.name][:VALUES_MOST]]
    own = [theirs for theirs, r in found if r is Relation.EQUAL or (r in HOLDS and not kind.slot)]  # not by a bound
    over = [theirs for theirs, r in found if r is Relation.APART and getattr(ours, "denied", False)]
    reported = isinstance(ours, DateFact) and may_be_reported(case, ours, number)
    denied = not getattr(ours, "denied", False) and flatly_denied(case.claim, tokens)
    excused = cache(partial(_excused, case, kind, ours, tokens, number))
    for theirs, relation in found:
        same = 1.0 if kind.slot is None else _same_slot(case, kind.slot(ours), kind.slot(theirs))
        alike = same * kind.alike(ours, theirs)
        holds = relation in HOLDS or any(kind.relate(other, theirs) in HOLDS for other in values[1:])
        beside = any(_listed(passage, kind, theirs, other) for other in (over if holds else own))
        others = [o for o in equal.get(theirs.start, ()) if alike and not holds and o is not ours]
        met = [o.start > ours.start for o in others if own or _listed(case.claim, kind, ours, o)]
        elsewhere = met and (not own or (theirs.start > own[0].start) in met)
        filed = not holds and isinstance(theirs, DateFact) and is_dateline(passage.text, theirs)
        if relation is Relation.OPEN or beside or elsewhere or not (holds or (alike and not (reported or filed))):
            continue
        at = token_range(passage, theirs.start, theirs.end)
        excuse = None if holds else excused() or (only_denied(case, number, at) if denied else None)
        yield Pair(tokens, number, at, holds=holds, alike=max(alike, HELD_ALIKE * holds), excuse=excuse)


def _listed(passage: Analysis, kind: FactType[Any], one: Value, other: Value) -> bool:
    """Say whether nothing but other values, and what joins a list, stands between two values of a clause."""
    (_, first), (last, _) = sorted(token_range(passage, value.start, value.end) for value in (one, other))
    alike, inside = passage.clauses[first - 1] == passage.clauses[last], _value_tokens(passage, kind.name)
    return alike and all(t in inside or passage.tokens[t].key in _LISTING for t in range(first, last))


@lru_cache(maxsize=256)
def _value_tokens(passage: Analysis, kind: str) -> frozenset[int]:
    return frozenset(t for v in passage.values[kind] for t in range(*token_range(passage, v.start, v.end)))


def _same_slot(case: Case, ours: Sequence[str], theirs: Sequence[str]) -> float:
    """Return whether words name the same thing: 1 by the same head, 0 by none alike, half where one side has none."""
    if not ours or not theirs:
        return NOUN_UNSTATED
    keys = case.index.vocabulary.keys_of_word
    if not set(keys(ours[-1])).isdisjoint(keys(theirs[-1])):
        return 1.0
    wanted = {k for word in ours for k in keys(word)}
    return NOUN_UNSTATED if any(not wanted.isdisjoint(keys(word)) for word in theirs) else 0.0


def _excused(case: Case, kind: FactType[Any], ours: Any, tokens: Range, number: int) -> Excuse | None:  # noqa: ANN401
    """Return what excuses that a passage has other values than one of the claim, given with its tokens."""
    passage = case.passage(number).analysis
    told = {n: case.passage(n).analysis.values[kind.name] for n in numbers(case.index.around(1 << number))}
    near = [*passage.values[kind.name], *chain.from_iterable(told.values())]
    holding = [n for n, others in told.items() if any(kind.relate(ours, o) is Relation.EQUAL for o in others)]
    figure = isinstance(ours, Quantity) and (reckoned_from(ours, near, passage.text) or loosely_counted(ours))
    return figure or told_beside(case, tokens, number, holding)


def _versions(case: Case) -> Iterator[Observation]:
    """Report as open each version that no passage has, as it stands or more closely: firmware 4.7, v1.2.3."""
    told = {t for kind in TYPES for t in _value_tokens(case.claim, kind.name)}
    for said in _VERSION.finditer(case.claim.text, 1) if "." in case.claim.text[:-1] else ():
        tokens, allowed = token_range(case.claim, *said.span()), numbers(case.allowed)
        if told.isdisjoint(range(*tokens)) and not any(said["parts"] in case.passage(n).analysis.text for n in allowed):
            yield Observation(MECHANISM, "quantity", Outcome.OPEN, tokens, said[0])


def _quantity_words(case: Case) -> Iterator[Observation]:
    for share in (each for each in shares(case.claim) if isinstance(each.fact, Quantifier)):
        pairs = [p for ranked in case.ranked for p in _share_pairs(case, share, ranked.number)]
        yield from judged(case, MECHANISM, WORD, pairs)


def _share_pairs(case: Case, ours: Share, number: int) -> Iterator[Pair]:
    theirs = case.passage(number).analysis
    for other in shares(theirs):
        relation, alike = compare(ours, other), _same_noun(case, ours, other)
        if relation is not Relation.OPEN and alike:
            holds = relation in HOLDS
            one_denies = bool(case.claim.negations) != bool(theirs.negations)
            excuse = denied_share([ours], [other]) if one_denies and not holds else None
            turned = {ours.fact.kind, other.fact.kind} == {"all", "none"}  # all were shut: not one was open
            excuse = excuse or (contrasted(case, number) if turned else None)
            yield Pair(ours.tokens, number, other.tokens, holds=holds, alike=alike, excuse=excuse)


def _same_noun(case: Case, ours: Share, theirs: Share) -> float:
    a, b = ours.fact.noun, theirs.fact.noun
    if not a or not b:
        return NOUN_UNSTATED
    lexicon, heads = case.index.vocabulary, {a[-1], b[-1]}
    if heads & _PEOPLE:
        return float(all(head in _PEOPLE or lexicon.is_person(lexicon.lemma(head)) for head in heads))
    return float(not set(lexicon.keys_of_word(a[-1])).isdisjoint(lexicon.keys_of_word(b[-1])))

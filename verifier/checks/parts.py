"""Tell figures that others of a passage come to, those given already, and the two ends of a change."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise, permutations

from verifier.facts.analysis import Analysis
from verifier.facts.quantity import DOWN, UP, Quantity

_CHANGE = frozenset({"from", "to"})
_WITHIN = frozenset({"in", "within", "inside"})
_FEW, _MANY = 3, 12
_OTHERS = frozenset({"other", "others", "more", "another", "further"})


def reckoned(ours: Quantity, passage: Sequence[Quantity]) -> bool:
    """Say whether the claim's figure comes of two of a passage: as their sum, their difference, so much a month."""
    if ours.vague:
        return False
    parts = [q for q in passage if not q.vague]
    if len(parts) > _MANY:
        return False
    if any(_summed(ours, a, b) for a, b in pairwise(parts)):
        return True
    return any(_left(ours, a, b) or _in_all(ours, a, b) for a, b in permutations(parts, 2))


def _summed(ours: Quantity, first: Quantity, second: Quantity) -> bool:
    """Say whether two figures that count the same or the rest add up to the claim's: two, four others."""
    counted = ours.kind == first.kind == second.kind == "count"
    return counted and first.value + second.value == ours.value and _rest(first, second)


def _left(ours: Quantity, whole: Quantity, part: Quantity) -> bool:
    """Say whether the claim's figure is what is left of a whole: 31 of the 212 are here, 181 elsewhere."""
    alike = ours.kind == whole.kind and ours.unit == whole.unit and part.unit in {"", whole.unit}
    slack = ours.step / 2 if ours.approximate else 0
    return alike and part.value >= _FEW and abs(whole.value - part.value - ours.value) <= slack


def _in_all(ours: Quantity, rate: Quantity, span: Quantity) -> bool:
    """Say whether the claim's figure is what a rate comes to: six months at $5 a month."""
    return (
        bool(rate.per)
        and rate.kind == ours.kind
        and rate.value / rate.factor * span.value / span.factor == ours.value / ours.factor
    )


def _rest(first: Quantity, second: Quantity) -> bool:
    """Say whether a second figure counts more of what the first counts."""
    return not second.noun or not _OTHERS.isdisjoint(second.noun) or first.noun[-1:] == second.noun[-1:]


def given_already(claim: Analysis, ours: Quantity, theirs: Quantity) -> bool:
    """Say whether a bound only follows from a figure the claim gives for something else: 90, more than 50 there."""
    if ours.comparator not in UP | DOWN or math.isclose(ours.value, theirs.value):
        return False
    others = (q for q in claim.quantities if q.start != ours.start and (q.kind, q.unit) == (theirs.kind, theirs.unit))
    return any(math.isclose(q.value, theirs.value) for q in others)


def after_within(claim: Analysis, ours: Quantity, source: Analysis, theirs: Quantity) -> bool:
    """Say whether what came only after a time came within it in the source: after more than two days, in two days."""
    if ours.kind != "duration" or not math.isclose(ours.value, theirs.value):
        return False
    *_, before, last = ["", "", *claim.text[: ours.start].split()]
    late = last.casefold() == "after" and (ours.comparator == "more than" or before.casefold() == "only")
    return late and not _WITHIN.isdisjoint({_word_before(source.text, theirs.start), theirs.text.split()[0].casefold()})


def turned_round(claim: Analysis, ours: Quantity, source: Analysis, theirs: Quantity) -> bool:
    """Say whether one figure is where a change begins and the other where it ends: from 96 to 611."""
    return {_end_of_change(claim, ours), _end_of_change(source, theirs)} == {"from", "to"}


def _end_of_change(analysis: Analysis, quantity: Quantity) -> str:
    """Return `from` or `to` where both stand before figures, the one before this quantity's; else nothing."""
    ends = {word: q.start for q in analysis.quantities if (word := _word_before(analysis.text, q.start)) in _CHANGE}
    return next((w for w, start in ends.items() if start == quantity.start), "") if len(ends) == len(_CHANGE) else ""


def _word_before(text: str, start: int) -> str:
    return text[:start].rstrip().rpartition(" ")[2].casefold()

"""Set a claim's date beside each date of its passages: how the two relate, and what the source's is the day of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verifier.checks.case import Case, same_slot, token_range
from verifier.checks.quantity import HOLDS
from verifier.facts.date import DateFact, Governor, governor, infer, inferable, weigh
from verifier.facts.relation import Relation
from verifier.words.grammar import DETERMINERS

_BEFORE_MODELS = DETERMINERS | {"and", "or"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold a date of a passage beside the claim's: its tokens, how the two relate, and how surely they share a slot.

    `inferred` says that the relation rests on the day the source was published, `vaguer` that the passage has only the
    year of a claim's day or month.
    """

    passage: int
    other: DateFact
    at: tuple[int, int]
    relation: Relation
    inferred: bool
    slot: float
    vaguer: bool = False

    @property
    def agrees(self) -> bool:
        """Say whether both may be one date."""
        return self.relation in HOLDS

    @property
    def holds(self) -> bool:
        """Say whether the passage's date bears the claim's out."""
        return self.agrees and not self.vaguer

    def shown(self, words: str) -> str:
        """Return the words of the passage's date, with the first day it was worked out to where it was."""
        return f"{words} ({self.other.first})" if self.inferred else words

    @property
    def clashes(self) -> bool:
        """Say whether the two cannot be one date, as far as both are known."""
        return self.relation is Relation.APART and (self.inferred or not self.other.relative)


def pairs(case: Case, ours: DateFact, tokens: tuple[int, int]) -> list[Pair]:
    """Return the dates of all passages beside the claim's, the surest slot first."""
    return sorted(_pairs(case, ours, tokens), key=lambda p: (-p.slot, p.passage, p.at))


def _pairs(case: Case, ours: DateFact, tokens: tuple[int, int]) -> Iterator[Pair]:
    for number in case.views:
        theirs = case.passage(number).analysis
        for other in theirs.dates:
            relation, inferred = _relation(case, number, ours, other)
            if relation in HOLDS and relation is not Relation.EQUAL and _model_year(theirs.text, other):
                relation = Relation.OPEN
            at = token_range(theirs, other.start, other.end)
            slot, vaguer = same_slot(case, tokens, number, at), _vaguer(ours, other)
            yield Pair(number, other, at, relation, inferred, slot, vaguer)


def _relation(case: Case, number: int, ours: DateFact, other: DateFact) -> tuple[Relation, bool]:
    """Return how two dates relate, and whether that rests on the day the source was published.

    A date without a year is of the claim's year where its source names that year anywhere.
    """
    relation = weigh(ours, other)
    if relation is Relation.APART or not inferable(ours, other):
        counted = other.relative or (other.weekday is not None and ours.weekday is None)
        return relation, relation is Relation.APART and inferable(ours, other) and counted
    found = infer(ours, other)
    if found is not Relation.APART:
        return found, False
    if _year_named(case, number, ours.year):
        return relation, False
    return found, True


def _vaguer(ours: DateFact, other: DateFact) -> bool:
    """Say whether a claim names a day or month where the passage has only a year."""
    return ours.granularity in {"day", "month"} and other.granularity in {"year", "decade"}


def _model_year(text: str, other: DateFact) -> bool:
    """Say whether a year stands before a name as the year of a model: the 2010-2014 Corvo."""
    behind, before = text[other.end : other.end + 2], text[: other.start].split()
    named = other.granularity == "year" and behind[:1] == " " and behind[1:].isupper()
    return named and (before[-1:] or [""])[0].casefold() in _BEFORE_MODELS


def _year_named(case: Case, number: int, year: int | None) -> bool:
    source = case.passage(number).sentence.source
    return any(d.year == year for n in case.index.by_source[source] for d in case.passage(n).analysis.dates)


def governed(case: Case, pair: Pair) -> Governor:
    """Return the word that governs the passage's date."""
    return governor(case.passage(pair.passage).analysis, pair.at)


def governed_alike(case: Case, ours: Governor, pair: Pair) -> bool:
    """Say whether the words that govern both dates are the same, or words for the same."""
    theirs = governed(case, pair).token
    if ours.token < 0 or theirs < 0:
        return False
    return not set(case.claim.keys[ours.token]).isdisjoint(case.passage(pair.passage).analysis.keys[theirs])

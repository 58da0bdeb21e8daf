"""Tell whether two places of one postmortem speak of the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from verifier.compare.case import surroundings, token_range
from verifier.data.word_tables import rarity
from verifier.document.pairing import Word
from verifier.document.remark import Spot, spot
from verifier.evidence.passages import Index
from verifier.facts import date as date_facts
from verifier.facts import quantity as quantity_facts
from verifier.facts.analysis import Analysis
from verifier.facts.date import DateFact
from verifier.facts.quantity import Quantity
from verifier.facts.relation import HOLDS, Relation
from verifier.model import Claim

WINDOW, LEAST_AROUND, LEAST_PLAIN = 8, 4, 2

RULE = "self-contradiction"

Fact = Quantity | DateFact
Read = tuple[Claim, Analysis]


@dataclass(frozen=True, eq=False)
class Held:
    """Hold a claim with its reading, the tokens [first, last) that matter, and the fact or the roles they state."""

    claim: Claim
    analysis: Analysis
    tokens: tuple[int, int]
    index: Index
    fact: Fact | None = None
    roles: frozenset[str] = frozenset()

    @property
    def place(self) -> Spot:
        """Return the words of the tokens as a place."""
        first, last = self.tokens
        return spot(self.claim, self.analysis.tokens[first].start, self.analysis.tokens[last - 1].end)

    @cached_property
    def around(self) -> tuple[Word, ...]:
        """Return the content words nearest to the tokens."""
        near = surroundings(self.analysis, self.tokens, WINDOW)
        return tuple(Word(rarity(self.analysis.stems[t]), self.analysis.keys[t]) for t in near)

    @cached_property
    def nearby(self) -> Mapping[str, None]:
        """Return the keys of the words near the tokens, those of merely near words left out."""
        near = surroundings(self.analysis, self.tokens, 2 * WINDOW)
        return dict.fromkeys(key for t in near for key in self.analysis.keys[t] if key[0] != "~")

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return all quantities and dates of the claim."""
        return (*self.analysis.quantities, *self.analysis.dates)

    @property
    def others(self) -> tuple[Fact, ...]:
        """Return the further facts of the claim that are of the fact's kind."""
        if isinstance(self.fact, Quantity):
            kind = self.fact.kind
            return tuple(q for q in self.analysis.quantities if q is not self.fact and q.kind == kind)
        return tuple(d for d in self.analysis.dates if d is not self.fact)

    @cached_property
    def plain(self) -> int:
        """Return how many of the words nearest to the tokens are no names."""
        near = surroundings(self.analysis, self.tokens, WINDOW)
        text, tokens = self.analysis.text, self.analysis.tokens
        return sum(t not in self.analysis.name_tokens and text[tokens[t].start].islower() for t in near)

    @property
    def ordinals(self) -> frozenset[float]:
        """Return the ordinal numbers of the claim."""
        return frozenset(q.value for q in self.analysis.quantities if q.kind == "ordinal")

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the parts of all names of the claim."""
        return frozenset(part for name in self.analysis.names if name.sure for part in name.parts)


def held(claim: Claim, analysis: Analysis, fact: Fact, index: Index) -> Held:
    """Return a fact with the claim that states it."""
    return Held(claim, analysis, token_range(analysis, fact.start, fact.end), index, fact)


def alike(ours: Held, theirs: Held, least: float) -> bool:
    """Say whether the words around two places are the same, by at least this share of their weight from either side."""
    if _share(ours, theirs.analysis.positions) < least or _share(theirs, ours.analysis.positions) < least:
        return False
    if min(ours.plain, theirs.plain) < LEAST_PLAIN:
        return False
    return _share(ours, theirs.nearby) >= least and _share(theirs, ours.nearby) >= least


def _share(ours: Held, known: Mapping[str, object]) -> float:
    if len(ours.around) < LEAST_AROUND:
        return 0.0
    total = sum(weight for weight, _ in ours.around) or 1.0
    return sum(weight for weight, keys in ours.around if any(key in known for key in keys)) / total


def contrast(ours: Held, theirs: Held) -> bool:
    """Say whether two claims tell apart what they speak of: by other names, other dates, first and second."""
    if ours.names - theirs.names and theirs.names - ours.names:
        return True
    if ours.ordinals != theirs.ordinals:
        return True
    dated = not isinstance(ours.fact, DateFact) and _differ(ours.analysis.dates, theirs.analysis.dates)
    return dated or (isinstance(ours.fact, DateFact) and _differ(ours.analysis.quantities, theirs.analysis.quantities))


def _differ(ours: Sequence[Fact], theirs: Sequence[Fact]) -> bool:
    """Say whether both sides have facts of a kind, and none of them goes with another."""
    return bool(ours and theirs) and not any(relations(a, b) & HOLDS for a in ours for b in theirs)


def relations(ours: Fact | None, theirs: Fact | None) -> set[Relation]:
    """Return how two facts of one kind relate, whichever is compared with the other; none for two kinds."""
    if isinstance(ours, Quantity) and isinstance(theirs, Quantity):
        return {quantity_facts.weigh(ours, theirs), quantity_facts.weigh(theirs, ours)}
    if isinstance(ours, DateFact) and isinstance(theirs, DateFact):
        return {date_facts.weigh(ours, theirs), date_facts.weigh(theirs, ours)}
    return set()

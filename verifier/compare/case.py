"""Hold what every mechanism works on: a claim beside its passages; and what a mechanism reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from verifier.data.thresholds import (
    GRADES,
    SLOT_CLOSE,
    SLOT_COMMA_ADDS,
    SLOT_DECAY,
    SLOT_FADES_OVER,
    SLOT_LEAST_WEIGHT,
    SLOT_LOCAL_SHARE,
    SLOT_WORDS,
)
from verifier.evidence.grid import SAME, Grid, weight
from verifier.evidence.passages import Index, Passage
from verifier.evidence.ranking import Match, Ranked, choose, match
from verifier.facts.analysis import Analysis
from verifier.text.tokens import lying_in

Range = tuple[int, int]


class Outcome(StrEnum):
    """Say how a part of a claim fares: a passage states it, states another value in its place, or none states it."""

    HELD = "held"
    CLASH = "clash"
    OPEN = "open"


class Excuse(NamedTuple):
    """Hold why something counts for nothing: the excuse's name, as rules list it, and the reason in plain words."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Observation:
    """Hold what a mechanism saw of one part of a claim.

    `tokens` is its token range in the claim, `at` the range in the passage of what stands in its place, `said` and
    `found` the words on both sides. `measures` are what is weighed (0 to 1), `excuse` says why it counts for nothing.
    """

    mechanism: str
    fact: str
    outcome: Outcome
    tokens: Range
    said: str
    passage: int = -1
    at: Range = (0, 0)
    found: str = ""
    measures: tuple[tuple[str, float], ...] = ()
    excuse: Excuse | None = None


@dataclass(frozen=True, eq=False)
class Case:
    """Hold a claim, the index of its incident, the passages it may lean on (a set), its grid and its best passages.

    `around` is the claim beside all passages that may serve as evidence, where it leans on some of them alone.
    """

    claim: Analysis
    index: Index
    allowed: int
    grid: Grid
    ranked: tuple[Ranked, ...]
    around: Case | None = None
    _views: dict[int, Mapping[int, Match]] = field(default_factory=dict)
    _shares: dict[Range, Sequence[tuple[int, float]]] = field(default_factory=dict)
    _slots: dict[tuple[Range, int, Range], float] = field(default_factory=dict)

    @property
    def wide(self) -> Case:
        """Return the claim beside all passages that may serve as evidence."""
        return self.around or self

    @cached_property
    def chosen(self) -> tuple[int, ...]:
        """Return the fewest passages that carry the claim."""
        return choose(self.ranked, self.grid)

    def passage(self, number: int) -> Passage:
        """Return a passage by its number."""
        return self.index.passages[number]

    def view(self, number: int) -> Mapping[int, Match]:
        """Return the claim's content tokens matched in a passage."""
        views = self._views
        if number not in views:
            views[number] = match(self.claim, self.index.passages[number])
        return views[number]

    def shares(self, tokens: Range) -> Sequence[tuple[int, float]]:
        """Return the content tokens that surround a range, each with how much it counts there."""
        shares = self._shares
        if tokens not in shares:
            told = ((token, weight(self.claim.stems[token], self.index)) for token in surroundings(self.claim, tokens))
            shares[tokens] = [
                (t, max(tells, SLOT_LEAST_WEIGHT) / (1 + SLOT_DECAY * rank)) for rank, (t, tells) in enumerate(told)
            ]
        return shares[tokens]

    def slot(self, tokens: Range, number: int, at: Range) -> float:
        """Return how surely tokens of the claim and of a passage stand in the same slot, from 0 to 1."""
        slots, key = self._slots, (tokens, number, at)
        if key not in slots:
            slots[key] = _slot(self, tokens, number, at)
        return slots[key]


def words(analysis: Analysis, tokens: Range) -> str:
    """Return the text of a token range."""
    start, end = tokens
    if start >= end:
        return ""
    first, last = analysis.tokens[start].start, analysis.tokens[end - 1].end
    while first and analysis.text[first - 1].isalnum():  # not half a contraction
        first -= 1
    return analysis.text[first:last]


def token_range(analysis: Analysis, start: int, end: int) -> Range:
    """Return the tokens that lie in a span of characters."""
    inside = lying_in(analysis.tokens, start, end)
    return (inside.start, inside.stop) if inside else (0, 0)


def surroundings(analysis: Analysis, tokens: Range, most: int = SLOT_WORDS) -> tuple[int, ...]:
    """Return the content tokens nearest to a range, nearest first; those beyond a comma count as further off."""
    (start, end), phrases = tokens, analysis.phrases
    home = phrases[start] if start < len(phrases) else 0
    around = [(start - t if t < start else t - end + 1, t) for t in analysis.content if not start <= t < end]
    distances = [(apart + (0 if phrases[t] == home else SLOT_COMMA_ADDS), t) for apart, t in around]
    return tuple([t for _, t in sorted(distances)[:most]])


def _slot(case: Case, tokens: Range, number: int, at: Range) -> float:
    """Reckon a slot: what surrounds the claim's tokens must stand near the passage's, the rest counts less."""
    near = far = total = 0.0
    first, last = at[0], at[1] - 1
    met, positions, keys = case.view(number), case.passage(number).analysis.positions, case.claim.keys
    for token, share in case.shares(tokens):
        total += share
        if token in met:
            best = close = 0.0
            for key in filter(positions.__contains__, keys[token]):
                grade = GRADES.get(key[:1], SAME)
                if grade > close:  # no place can be nearer than its key is close
                    best = max(best, grade)
                    apart = min([first - place if place < first else place - last for place in positions[key]])
                    fading = (apart - SLOT_CLOSE) / SLOT_FADES_OVER
                    close = max(close, grade * (1 - fading) if fading > 0 else grade)
            far += share * best
            near += share * close
    return (SLOT_LOCAL_SHARE * near + (1 - SLOT_LOCAL_SHARE) * far) / total if total else 0.0

"""Hold what every check works on: a claim, its ranked passages and how they align; and what a check reports."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from verifier.data.word_lists import words as listed
from verifier.evidence.align import Alignment, Match
from verifier.evidence.gaps import Overlay
from verifier.evidence.index import Index, Passage
from verifier.evidence.rank import Ranked
from verifier.facts.analysis import Analysis
from verifier.text.tokens import lying_in

WINDOW = 6
NEARBY = 12
LOCAL_SHARE = 0.7
DECAY = 0.5
BEYOND = 4
_BESIDE = 60
_CLOSE = 3


class Outcome(StrEnum):
    """Say how a material part of a claim fares: stated, stated otherwise, or not stated."""

    HELD = "held"
    CLASH = "clash"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Observation:
    """Hold what a check saw: the claim's tokens [start, end), the passage's, and the words on both sides.

    `slot` from 0 to 1 says how surely both stand in the same slot; `stood_down` says why the rule does not fire.
    """

    family: str
    outcome: Outcome
    tokens: tuple[int, int]
    said: str
    passage: int = -1
    at: tuple[int, int] = (0, 0)
    found: str = ""
    slot: float = 0.0
    stood_down: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """Hold a claim beside its candidates: `views[n]` are the claim's tokens matched in passage n.

    `weights` tells how much the presence of each content token of the claim tells, `postings` which of the passages
    allowed have a key.
    """

    claim: Analysis
    index: Index
    ranked: tuple[Ranked, ...]
    chosen: tuple[int, ...]
    alignment: Alignment
    views: Mapping[int, Mapping[int, Match]]
    overlays: tuple[Overlay, ...]
    allowed: frozenset[int] | None
    weights: Mapping[int, float]
    postings: Mapping[str, tuple[int, ...]]

    def passage(self, number: int) -> Passage:
        """Return a passage by its number."""
        return self.index.passages[number]

    @property
    def bare(self) -> bool:
        """Say whether a claim has no words of its own beside figures and dates: the incident occurred in May."""
        plain = listed("occurrence", "generic", "plain") | listed("occurrence", "happening", "verbs")
        gloss = self.index.vocabulary.gloss
        return all(self.claim.lemmas[t] in gloss or self.claim.lemmas[t] in plain for t in self.claim.content)

    def may_use(self, number: int) -> bool:
        """Say whether a passage belongs to the sources this claim may lean on."""
        return self.allowed is None or number in self.allowed


def words(analysis: Analysis, start: int, end: int) -> str:
    """Return the text of the tokens [start, end)."""
    if start >= end:
        return ""
    first, last = analysis.tokens[start].start, analysis.tokens[end - 1].end
    while first and analysis.text[first - 1].isalnum():  # not half a contraction
        first -= 1
    return analysis.text[first:last]


def token_range(analysis: Analysis, start: int, end: int) -> tuple[int, int]:
    """Return the token positions [first, last) that lie in the character span."""
    inside = lying_in(analysis.tokens, start, end)
    return (inside.start, inside.stop) if inside else (0, 0)


@lru_cache(maxsize=1024)
def surroundings(analysis: Analysis, tokens: tuple[int, int], window: int = WINDOW) -> tuple[int, ...]:
    """Return the content tokens nearest to a token range, nearest first; those beyond a comma count as further off."""
    start, end = tokens
    phrases = analysis.phrases
    around = [t for t in analysis.content if not start <= t < end]
    home = phrases[start] if start < len(phrases) else 0

    def distance(token: int) -> tuple[int, int]:
        apart = start - token if token < start else token - end + 1
        return apart + (0 if phrases[token] == home else BEYOND), token

    return tuple(sorted(around, key=distance)[:window])


def same_slot(case: Case, tokens: tuple[int, int], passage: int, at: tuple[int, int]) -> float:
    """Return how surely a claim's tokens and a passage's stand in the same slot, from 0 to 1.

    What surrounds the claim's tokens must stand near the passage's; the rest of the sentence counts less.
    """
    view = case.views.get(passage, {})
    near = far = total = 0.0
    for rank, token in enumerate(surroundings(case.claim, tokens)):
        weight = case.weights[token] / (1 + DECAY * rank)
        total += weight
        match = view.get(token)
        if match is None:
            continue
        far += weight * match.grade
        if at[0] - NEARBY <= match.at < at[1] + NEARBY:
            near += weight * match.grade
    return (LOCAL_SHARE * near + (1 - LOCAL_SHARE) * far) / total if total else 0.0


def content_words(analysis: Analysis, tokens: Sequence[int]) -> str:
    """Return the words at these token positions, joined by spaces."""
    return " ".join(analysis.text[analysis.tokens[t].start : analysis.tokens[t].end] for t in tokens)


def complementary(case: Case, token: int, passage: int, at: int) -> bool:
    """Say whether figures beside both words differ: opposite words may then say the same (1 of 9 passed, 8 failed).

    A figure of zero is the denial itself and complements nothing.
    """
    theirs = case.passage(passage).analysis
    ours = [q for q in case.claim.quantities if q.upper and _beside_token(case.claim, q.start, token)]
    others = [q for q in theirs.quantities if _beside_token(theirs, q.start, at)]
    return bool(ours and others) and {(q.lower, q.upper) for q in ours}.isdisjoint((q.lower, q.upper) for q in others)


def _beside_token(analysis: Analysis, start: int, token: int) -> bool:
    return abs(start - analysis.tokens[token].start) <= _BESIDE


def anchored(case: Case, token: int, number: int, at: int, cue: int = -1) -> bool:
    """Say whether a content word next to the claim's token stands on the same side of the passage's, close by.

    A cue that denies the token is no neighbour of it.
    """
    view, theirs = case.views[number], case.passage(number).analysis
    for step in (-1, 1):
        ours = _beside(case.claim, token, step)
        if ours == cue != -1:
            ours = _beside(case.claim, cue, step)
        if ours in view and (view[ours].at == _beside(theirs, at, step) or 0 < (view[ours].at - at) * step <= _CLOSE):
            return True
    return False


def _beside(analysis: Analysis, token: int, step: int) -> int:
    """Return the nearest content token before (-1) or behind (1) a token, -1 where there is none."""
    order = analysis.content
    place = bisect_left(order, token)
    place += step if step < 0 or (place < len(order) and order[place] == token) else 0
    return order[place] if 0 <= place < len(order) else -1

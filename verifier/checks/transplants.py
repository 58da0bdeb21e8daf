"""Tell a figure that stands in a sentence, but there counts something else than in the claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from verifier.checks.case import Case, Observation, Outcome, surroundings, token_range
from verifier.facts.analysis import Analysis
from verifier.facts.quantity import Quantity, period
from verifier.text.tokens import stem

_NEIGHBOURS = (1.0, 0.7)
_HALF = 4
_OTHER_SIDE = 0.5
_ONE = frozenset("each every one single apiece per individual".split())
_RESPECTIVE = "respectively"
_JOINTS = frozenset({"and", "or"})
_LEADING = frozenset("to from after within before in by at over under since until between".split())
_FIRM, _SHARE = 0.9, 0.4


class Compared(NamedTuple):
    """Hold a passage's quantity beside a claim's, and whether both count the same (None: unknown)."""

    other: Quantity
    alike: bool | None


def counted_instead(
    case: Case, compared: Mapping[Observation, Compared], held: Observation, clash: Observation
) -> bool:
    """Say whether a sentence that has the claim's figure gives another one for what the claim counts."""
    if clash.outcome is not Outcome.CLASH or clash.passage != held.passage or clash.at == held.at:
        return False
    if _RESPECTIVE in {t.key for t in case.claim.tokens} or _joined(case.claim, held.tokens):
        return False
    if compared[held].alike is False and compared[clash].alike:
        return True
    if compared[held].alike or _led_alike(case, held, clash) or counted_there(case, compared[held].other):
        return False
    ours, theirs = (tightness(case, o.tokens, o.passage, o.at) for o in (held, clash))
    return theirs >= _FIRM and ours <= _SHARE * theirs


def _joined(claim: Analysis, tokens: tuple[int, int]) -> bool:
    """Say whether `and` or `or` joins a figure to another one, so that the words near it belong to both."""
    starts = {first for first, _ in (token_range(claim, q.start, q.end) for q in claim.quantities)}
    behind = tokens[1] < len(claim.tokens) and claim.tokens[tokens[1]].key in _JOINTS and tokens[1] + 1 in starts
    ends = {last for _, last in (token_range(claim, q.start, q.end) for q in claim.quantities)}
    return behind or (tokens[0] > 1 and claim.tokens[tokens[0] - 1].key in _JOINTS and tokens[0] - 1 in ends)


def counted_there(case: Case, theirs: Quantity) -> bool:
    """Say whether the claim has a word for what a passage's figure counts."""
    nouns = {stem(word) for word in theirs.noun}
    return any(case.claim.stems[t] in nouns for t in case.claim.content)


def of_one(claim: Analysis, ours: Quantity, theirs: Quantity, passage: Sequence[Quantity]) -> bool:
    """Say whether a passage gives the claim's figure for one of many, and another for all: $60 per file or $900."""
    if ours.per or not theirs.per or period(theirs.per) or not _ONE.isdisjoint(t.key for t in claim.tokens):
        return False
    return any(q.unit == theirs.unit and q.kind == theirs.kind and not q.per for q in passage)


def _led_alike(case: Case, held: Observation, clash: Observation) -> bool:
    """Say whether a preposition that stands before the claim's figure stands before the same figure, not the other."""
    theirs = case.passage(held.passage).analysis
    ours = _before(case.claim, held.tokens)
    return ours in _LEADING and ours == _before(theirs, held.at) != _before(theirs, clash.at)


def _before(analysis: Analysis, tokens: tuple[int, int]) -> str:
    return analysis.tokens[tokens[0] - 1].key if tokens[0] else ""


def tightness(case: Case, tokens: tuple[int, int], passage: int, at: tuple[int, int]) -> float:
    """Return how closely the words next to a claim's figure stand about a passage's, no other figure between.

    A word counts half where it stands on the other side, and the less the further off it stands.
    """
    view, theirs = case.views[passage], case.passage(passage).analysis
    total = 0.0
    near = surroundings(case.claim, tokens, len(_NEIGHBOURS))
    for token, weight in zip(near, _NEIGHBOURS, strict=False):
        match = view.get(token)
        if match is None or _parted(theirs, match.at, at):
            continue
        apart = at[0] - match.at if match.at < at[0] else match.at - at[1] + 1
        side = 1.0 if (token < tokens[0]) == (match.at < at[0]) else _OTHER_SIDE
        total += weight * match.grade * side / (1 + max(0, apart - 1) / _HALF)
    return total


def _parted(analysis: Analysis, token: int, at: tuple[int, int]) -> bool:
    """Say whether another figure stands between a token and the figure at [start, end).

    Figures that `and` or `or` joins share what stands before the first.
    """
    low, high = (token, at[0]) if token < at[0] else (at[1], token)
    joined = low == token and at[0] > 0 and analysis.tokens[at[0] - 1].key in _JOINTS
    return not joined and any(low <= token_range(analysis, q.start, q.end)[0] < high for q in analysis.quantities)

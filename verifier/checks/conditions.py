"""Find what a claim says was done without, and its sources only with: without a key, only after getting the key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verifier.checks.case import Case, Observation, Outcome, same_slot, words
from verifier.evidence.align import CONCEPT
from verifier.facts.analysis import Analysis
from verifier.words.grammar import DENIALS

FAMILY = "polarity"
_LEADING = frozenset("after if once when with by through".split())
_REACH = 10
_LEAST = {1: 0.5, 2: 0.2}
"""How surely both must stand in the same slot, by the number of words that the two conditions share."""


class _Condition(NamedTuple):
    """Hold where a condition begins, whether it must be met, and the content words it is made of."""

    cue: int
    needed: bool
    parts: tuple[int, ...]


def check(case: Case) -> Iterator[Observation]:
    """Report the first condition of the claim that a passage has the other way round."""
    for ours in _conditions(case.claim):
        for number in case.views if ours.parts else ():
            found = (o for c in _conditions(case.passage(number).analysis) if (o := _turned(case, ours, number, c)))
            for observation in found:
                yield observation
                return


def _conditions(analysis: Analysis) -> Iterator[_Condition]:
    """Yield what is done without, and what is done only after, if or with something, or not done without."""
    for at, token in enumerate(analysis.tokens):
        without = token.key == "without"
        needed = token.key == "only" and at + 1 < len(analysis.tokens) and analysis.tokens[at + 1].key in _LEADING
        needed = needed or (without and any(analysis.tokens[t].key in DENIALS for t in analysis.before(at, _REACH)))
        if needed or without:
            inside = (t for t in analysis.content if at < t <= at + _REACH)
            yield _Condition(at, needed, tuple(t for t in inside if analysis.phrases[t] == analysis.phrases[at]))


def _turned(case: Case, ours: _Condition, number: int, theirs: _Condition) -> Observation | None:
    """Return a clash where one side needs what the other does without, and both mean the same."""
    view = case.views[number]
    places = [view[t].at for t in ours.parts if t in view and view[t].grade >= CONCEPT]
    shared = [at for at in places if at in theirs.parts]
    if ours.needed == theirs.needed or not shared or len(shared) < len(ours.parts) - 1:
        return None
    tokens, at = (ours.cue, ours.parts[-1] + 1), (theirs.cue, max(shared) + 1)
    slot = same_slot(case, tokens, number, at)
    if slot < _LEAST.get(len(shared), 0.0):
        return None
    said, found = words(case.claim, *tokens), words(case.passage(number).analysis, *at)
    return Observation(FAMILY, Outcome.CLASH, tokens, said, number, at, found, slot)

"""Compare the dates of a claim with those its sources give for the same event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.checks import happenings
from verifier.checks.case import Case, Observation, Outcome, surroundings, token_range, words
from verifier.checks.date_pairs import Pair, governed, governed_alike, pairs
from verifier.checks.happenings import DATE, INFERENCE, SLOT, SLOT_HELD
from verifier.checks.publication import in_the_news
from verifier.facts.date import DateFact, governor

CLEARLY = 0.35
_SHORT = 5
_BESIDE = 4


def check(case: Case) -> Iterator[Observation]:
    """Report each date of the claim as held, clashing or missing."""
    for found in case.claim.dates:
        yield judge(case, found)


def judge(case: Case, ours: DateFact) -> Observation:
    """Judge one date: held where a passage dates the same thing alike, a clash where it does so otherwise."""
    tokens = token_range(case.claim, ours.start, ours.end)
    seen = pairs(case, ours, tokens)
    if happenings.happens(case, tokens):
        return happenings.judge(case, ours, tokens, seen)
    held = next((p for p in seen if p.holds and _may_hold(case, p)), None)
    clash = next((p for p in seen if _may_clash(case, tokens, p, seen) and _same_event(case, tokens, p)), None)
    agreeing = held or next((p for p in seen if p.agrees and _may_hold(case, p)), None)
    if clash and (agreeing is None or _nearer(case, tokens, clash, agreeing)):
        return _observed(case, INFERENCE if clash.inferred else DATE, Outcome.CLASH, tokens, clash)
    other = held and _other_events(case, tokens, held, seen)
    if other:
        return _observed(case, DATE, Outcome.CLASH, tokens, other)
    if held:
        return _observed(case, DATE, Outcome.HELD, tokens, held)
    outcome = Outcome.HELD if in_the_news(case, ours) else Outcome.MISSING
    return Observation(DATE, outcome, tokens, words(case.claim, *tokens))


def _observed(case: Case, family: str, outcome: Outcome, tokens: tuple[int, int], pair: Pair) -> Observation:
    found = pair.shown(words(case.passage(pair.passage).analysis, *pair.at))
    return Observation(family, outcome, tokens, words(case.claim, *tokens), pair.passage, pair.at, found, pair.slot)


def _may_hold(case: Case, pair: Pair) -> bool:
    return pair.slot >= SLOT_HELD or pair.passage in case.chosen or case.bare


def _may_clash(case: Case, tokens: tuple[int, int], pair: Pair, seen: Sequence[Pair]) -> bool:
    """Say whether a passage that has no date that bears the claim out has another in the same slot.

    A day counted from the day of writing must also be that of the same thing done: today, on Tuesday.
    """
    if not pair.clashes or pair.slot < SLOT or any(other.agrees for other in seen if other.passage == pair.passage):
        return False
    counted = pair.inferred and (pair.other.relative or pair.other.weekday is not None)
    return not counted or governed_alike(case, governor(case.claim, tokens), pair)


def _nearer(case: Case, tokens: tuple[int, int], clash: Pair, held: Pair) -> bool:
    """Say whether a clash is far surer to stand in the claim's slot than what bears the claim out."""
    return clash.slot > held.slot + CLEARLY and _governed(case, tokens, clash) > _governed(case, tokens, held)


def _governed(case: Case, tokens: tuple[int, int], pair: Pair) -> float:
    """Return how closely the word next to the claim's date is matched in the passage."""
    nearest = surroundings(case.claim, tokens, 1)
    view = case.views[pair.passage]
    return max((view[t].grade for t in nearest if t in view), default=0.0)


def _same_event(case: Case, tokens: tuple[int, int], pair: Pair) -> bool:
    """Say whether a passage speaks of the event a claim dates: of a short claim, its subject alone does not tell."""
    return len(case.claim.content) > _SHORT or _governed(case, tokens, pair) > 0


def _other_events(case: Case, tokens: tuple[int, int], held: Pair, seen: Sequence[Pair]) -> Pair | None:
    """Return the date that a passage gives for what the claim dates, where it gives the claim's for something else."""
    ours = governor(case.claim, tokens)
    if ours.token < 0 or governed(case, held).apart > _BESIDE or governed_alike(case, ours, held):
        return None
    here = [p for p in seen if p.passage == held.passage and p.at != held.at and p.slot >= SLOT]
    if any(p.holds and governed_alike(case, ours, p) for p in here):
        return None
    return next((p for p in here if p.clashes and governed_alike(case, ours, p)), None)

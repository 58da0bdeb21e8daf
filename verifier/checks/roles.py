"""Compare the roles that a claim gives to people and parties with those its sources give them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, same_slot, words
from verifier.facts.analysis import Analysis

FAMILY = "role"
CLASH, DOUBT, HELD = 0.5, 0.35, 0.2


def check(case: Case) -> Iterator[Observation]:
    """Report every role word of the claim in whose slot a source has a word for another role."""
    roles = case.index.vocabulary.roles
    for token in case.claim.content:
        word = case.claim.lemmas[token]
        if word in roles and token not in case.alignment.matches and token not in case.claim.name_tokens:
            yield from _judge(case, token, word)


def _judge(case: Case, token: int, word: str) -> Iterator[Observation]:
    span, said = (token, token + 1), words(case.claim, token, token + 1)
    best: Observation | None = None
    for number in case.views:
        for at, other in _roles(case, number):
            slot = same_slot(case, span, number, (at, at + 1))
            if slot >= HELD and case.index.vocabulary.may_say(word, other):
                return
            alike = case.index.vocabulary.is_person(word) == case.index.vocabulary.is_person(other)
            if alike and slot >= DOUBT and (best is None or slot > best.slot):
                found = words(case.passage(number).analysis, at, at + 1)
                anchored = _anchored(case, token, number, at)
                if not anchored and case.index.vocabulary.is_anybody(word):
                    continue
                outcome = Outcome.CLASH if slot >= CLASH and anchored else Outcome.MISSING
                best = Observation(FAMILY, outcome, span, said, number, (at, at + 1), found, slot)
    if best is not None:
        yield best


def _anchored(case: Case, token: int, number: int, at: int) -> bool:
    """Say whether the content word before or behind the claim's role stands before or behind the passage's too."""
    view, theirs = case.views[number], case.passage(number).analysis
    for ours, other in ((_beside(case.claim, token, step), _beside(theirs, at, step)) for step in (-1, 1)):
        if ours in view and view[ours].at == other:
            return True
    return False


def _beside(analysis: Analysis, token: int, step: int) -> int:
    """Return the nearest content token before (-1) or behind (1) a token, -1 where there is none."""
    order = analysis.content
    place = bisect_left(order, token) + step
    return order[place] if 0 <= place < len(order) else -1


def _roles(case: Case, number: int) -> Iterator[tuple[int, str]]:
    """Yield the role words of a passage that no word of the claim stands for."""
    analysis = case.passage(number).analysis
    used = {m.at for m in case.views[number].values()}
    for at in analysis.content:
        if analysis.lemmas[at] in case.index.vocabulary.roles and at not in used:
            yield at, analysis.lemmas[at]

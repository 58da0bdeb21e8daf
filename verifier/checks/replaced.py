"""Find a deed that a claim tells as done where its sources have another, possible or planned, of the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, same_slot, words
from verifier.checks.sureness import left_open, lets
from verifier.evidence.align import CONCEPT
from verifier.facts.analysis import Analysis
from verifier.words.grammar import BE_OR_HAVE
from verifier.words.shapes import is_past, may_be_past

_UNSTATED = "wording"
SLOT = 0.5
_NEAR = 2


def check(case: Case) -> Iterator[Observation]:
    """Report the first deed told as done that no passage has, where one has another, left open, of the same thing."""
    claim = case.claim
    for token in claim.content:
        if token in case.alignment.matches or not _told(claim, token):
            continue
        found = max(_open(case, token), key=lambda o: (o.slot, -o.passage), default=None)
        if found is not None and token not in left_open(case) and not lets(case, token):
            yield found
            return


def _told(claim: Analysis, token: int) -> bool:
    """Say whether a word is a participle close behind a form of `be` or `have`."""
    before = (t.key for t in claim.tokens[max(0, token - _NEAR) : token])
    return is_past(claim.tokens[token].key) or (
        may_be_past(claim.tokens[token].key) and not BE_OR_HAVE.isdisjoint(before)
    )


def _open(case: Case, token: int) -> Iterator[Observation]:
    """Yield where a passage tells, of what the claim tells a deed of, another one that may only be."""
    claim = case.claim
    behind = next((t for t in claim.content if t > token and claim.phrases[t] == claim.phrases[token]), None)
    for number, view in case.views.items():
        match = view.get(behind) if behind is not None else None
        if match is None or match.grade < CONCEPT:
            continue
        theirs, used = case.passage(number).analysis, {m.at for m in view.values()}
        for hedge in (*theirs.hedges, *theirs.doubts):
            deed = hedge.governed[0] if hedge.governed else -1
            if match.at in hedge.governed[1:] and deed not in used and _shares_subject(case, token, number, hedge.cue):
                span, at = (token, token + 1), (hedge.cue, match.at + 1)
                slot = same_slot(case, span, number, (deed, deed + 1))
                if slot >= SLOT:
                    said, found = words(claim, *span), words(theirs, *at)
                    yield Observation(_UNSTATED, Outcome.MISSING, span, said, number, at, found, slot)


def _shares_subject(case: Case, token: int, number: int, cue: int) -> bool:
    """Say whether a word before a deed of the claim stands before a cue of the passage."""
    view = case.views[number]
    return any(t in view and view[t].at < cue for t in case.claim.content if t < token)

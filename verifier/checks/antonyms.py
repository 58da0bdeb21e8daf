"""Find words of a claim whose opposite stands in the same slot of a source."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, anchored, complementary, same_slot, words
from verifier.evidence.align import CONCEPT
from verifier.facts.analysis import Analysis

FAMILY = "antonym"
SLOT = 0.5
_BEFORE, _CLOSE = 10, 4
_SINCE = frozenset(["now", "again", "currently", "today", "meanwhile", "anymore"])
_GRADES = frozenset(["more", "less", "fewer", "before", "after"])


def check(case: Case) -> Iterator[Observation]:
    """Report every word of the claim beside its opposite, unless a passage has the word itself in as close a slot."""
    lexicon = case.index.vocabulary
    for token in sorted(case.claim.inside):
        opposites = lexicon.opposites(case.claim.tokens[token].key)
        if opposites and _comparable(case, token) and _met(case, opposites):
            seen = [o for n in case.views for o in _compared(case, token, n, opposites)]
            best = max(seen, key=lambda o: (o.slot, o.outcome is Outcome.HELD, -o.passage), default=None)
            if best is not None and best.outcome is Outcome.CLASH:
                yield best


def _met(case: Case, opposites: frozenset[str]) -> bool:
    """Say whether one of the opposites stands in a passage at all: otherwise nothing can clash."""
    return any(not opposites.isdisjoint(case.passage(number).analysis.forms) for number in case.views)


def _comparable(case: Case, token: int) -> bool:
    """Say whether a word states something: no manner, no name of an action, no particle but of order and degree."""
    word = case.claim.tokens[token].key
    if word in case.index.vocabulary.stop:
        return word in _GRADES
    return not word.endswith(("ly", "ing"))


def _compared(case: Case, token: int, number: int, opposites: frozenset[str]) -> Iterator[Observation]:
    theirs, view = case.passage(number).analysis, case.views[number]
    span, said = (token, token + 1), words(case.claim, token, token + 1)
    match = view.get(token)
    if match is not None and match.grade >= CONCEPT:
        at = (match.at, match.at + 1)
        yield Observation(FAMILY, Outcome.HELD, span, said, number, at, "", same_slot(case, span, number, at))
    elif case.claim.tokens[token].key in theirs.forms:
        yield Observation(FAMILY, Outcome.HELD, span, said, number, (0, 0), "", 1.0)
    elif not opposites.isdisjoint(theirs.forms):
        yield from _opposed(case, token, number)


def _opposed(case: Case, token: int, number: int) -> Iterator[Observation]:
    theirs, lexicon = case.passage(number).analysis, case.index.vocabulary
    span, said = (token, token + 1), words(case.claim, token, token + 1)
    for at, other in enumerate(theirs.tokens):
        if not lexicon.opposed(case.claim.tokens[token].key, other.key):
            continue
        slot = same_slot(case, span, number, (at, at + 1))
        unlike = _denied(case, case.claim, token) != _denied(case, theirs, at) or complementary(case, token, number, at)
        if slot >= SLOT and not unlike and anchored(case, token, number, at) and _same_time(case, token, number, at):
            found = words(theirs, at, at + 1)
            yield Observation(FAMILY, Outcome.CLASH, span, said, number, (at, at + 1), found, slot)


def _same_time(case: Case, token: int, number: int, at: int) -> bool:
    """Say whether not just one side speaks of what came to be: is now secure, works again."""
    return _changed(case.claim, token) == _changed(case.passage(number).analysis, at)


def _changed(analysis: Analysis, at: int) -> bool:
    return any(t.key in _SINCE for t in analysis.tokens[max(0, at - _CLOSE) : at + _CLOSE])


def _denied(case: Case, analysis: Analysis, at: int) -> bool:
    """Say whether a word is denied, or stands behind one that may deny it."""
    before = [
        analysis.tokens[t] for t in range(max(0, at - _BEFORE), at) if analysis.clauses[t] == analysis.clauses[at]
    ]
    return analysis.denied((at, at + 1)) or any(case.index.vocabulary.sounds_negative(t.key) for t in before)

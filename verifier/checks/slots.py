"""Measure how surely a word of a claim and one of a passage stand in the same clause slot."""

from __future__ import annotations

from verifier.checks.case import DECAY, NEARBY, Case, same_slot, surroundings
from verifier.words.grammar import DEMONSTRATIVES, THIRD_PERSON

_LIGHT = frozenset("able can manage managed succeed succeeded willing allowed people anybody somebody".split())
_PRONOUNS = THIRD_PERSON | DEMONSTRATIVES - {"that"}


def clause_slot(case: Case, tokens: tuple[int, int], number: int, at: tuple[int, int]) -> float:
    """Return from 0 to 1 how far the words of the clause of a claim's tokens stand near a passage's.

    As `same_slot`, but a subordinate clause says nothing of its neighbour, a word such as `able` nothing of the deed,
    and a name may stand as a pronoun.
    """
    claim, view = case.claim, case.views.get(number, {})
    replaced = _pronoun(case, number, at[0])
    near = total = 0.0
    for rank, other in enumerate(t for t in surroundings(claim, tokens) if _counts(case, tokens[0], t)):
        match = view.get(other)
        if match is None and replaced and other in claim.name_tokens:
            continue
        weight = case.weights[other] / (1 + DECAY * rank)
        total += weight
        if match is not None and at[0] - NEARBY <= match.at < at[1] + NEARBY:
            near += weight * match.grade
    return max(near / total if total else 0.0, same_slot(case, tokens, number, at))


def _counts(case: Case, token: int, other: int) -> bool:
    """Say whether a word tells what a token of its clause is said of."""
    claim = case.claim
    return claim.clauses[other] == claim.clauses[token] and claim.tokens[other].key not in _LIGHT


def _pronoun(case: Case, number: int, at: int) -> bool:
    """Say whether a pronoun stands before a passage's token in its clause."""
    theirs = case.passage(number).analysis
    return any(theirs.tokens[t].key in _PRONOUNS for t in theirs.before(at, at))

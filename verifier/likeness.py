"""Measure how far the words of a claim stand in the passages: together, in one of them, or nowhere."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.checks.case import Case
from verifier.evidence.index import stems_within

_LONG = 20
_WORD_TAKES, _NAME_TAKES = 0.3, 0.7
_PRONOUNS = frozenset("he him his she her hers it its they them their theirs".split())


def likeness(case: Case) -> dict[str, float]:
    """Return how far the words of a claim stand in its passages, as shares from 0 to 1."""
    alignment = case.alignment
    return {
        "reach": alignment.reach,
        "exact": alignment.exact,
        "pairs": alignment.pairs,
        "order": case.overlays[0].content_share if case.overlays else 0.0,
        "score": case.ranked[0].score if case.ranked else 0.0,
        "length": min(1.0, len(case.claim.content) / _LONG),
    }


def words_absent(case: Case) -> float:
    """Return how much of the claim is words that no source has.

    From 0 to 1: a word as rare as one that no source has takes a share off what is left to 1, other words less.
    """
    return _amount((_weight(case, t) for t in _absent(case)), _WORD_TAKES)


def names_absent(case: Case) -> float:
    """Return how much of the claim is parts of names that no source has: the first of them tells most."""
    names = case.claim.name_tokens
    return _amount((_weight(case, t) for t in _absent(case) if t in names), _NAME_TAKES)


def opens_with_pronoun(case: Case) -> bool:
    """Say whether a pronoun stands before every content word: nothing says of whom the claim speaks."""
    claim = case.claim
    first = claim.content[0] if claim.content else len(claim.tokens)
    return any(token.key in _PRONOUNS for token in claim.tokens[:first])


def _absent(case: Case) -> list[int]:
    """Return the content words that no source has, not even as part of a date or figure."""
    known = stems_within(case.index, case.allowed)
    return [t for t in case.alignment.missing if case.claim.stems[t] not in known]


def _weight(case: Case, token: int) -> float:
    """Return the weight of a token as a share of that of a word no source has."""
    return case.index.weight(case.claim.stems[token]) / case.index.unseen


def _amount(weights: Iterable[float], takes: float) -> float:
    """Return how far weights fill the room from 0 to 1, each taking such a share of what is left."""
    return 1 - (1 - takes) ** sum(weights)

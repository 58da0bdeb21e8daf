"""Measure how far the words of a claim stand in the passages: together, apart, or nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from verifier.checks.case import Case
from verifier.evidence.align import Match

_LONG = 20
_RUN = 4
_NEAR = 6
_PRONOUNS = frozenset("he him his she her hers it its they them their theirs".split())
View = Mapping[int, Match]


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


def weakest_run(case: Case) -> float:
    """Return the least share, by weight, that one passage has of any four content words in a row."""
    content = case.claim.content
    weights = [_weight(case, t) for t in content]
    found = [
        [view[t].grade * w if t in view else 0.0 for t, w in zip(content, weights, strict=True)]
        for view in _views(case)
    ]
    starts = range(max(1, len(content) - _RUN + 1)) if content else range(0)
    return min(
        (
            max((sum(held[at : at + _RUN]) for held in found), default=0.0) / sum(weights[at : at + _RUN])
            for at in starts
        ),
        default=0.0,
    )


def words_apart(case: Case) -> float:
    """Return how much of the claim is words that the passages have, but nowhere near the word they stand beside here.

    From 0 to 1: each such pair of the rarest words leaves half of what is left to 1.
    """
    held, views = case.alignment.matches, _views(case)
    pairs = ((a, b) for a, b in pairwise(case.claim.content) if a in held and b in held)
    apart = ((a, b) for a, b in pairs if not any(_together(view, a, b) for view in views))
    return _amount(min(_weight(case, a), _weight(case, b)) for a, b in apart)


def words_absent(case: Case) -> float:
    """Return how much of the claim is words that no source has, counted as words apart are."""
    return _amount(_weight(case, t) for t in case.alignment.missing)


def names_absent(case: Case) -> float:
    """Return how much of the claim is parts of names that no source has, counted as words apart are."""
    names = case.claim.name_tokens
    return _amount(_weight(case, t) for t in case.alignment.missing if t in names)


def opens_with_pronoun(case: Case) -> bool:
    """Say whether a pronoun stands before every content word: nothing says of whom the claim speaks."""
    claim = case.claim
    first = claim.content[0] if claim.content else len(claim.tokens)
    return any(token.key in _PRONOUNS for token in claim.tokens[:first])


def _together(view: View, one: int, other: int) -> bool:
    return one in view and other in view and abs(view[one].at - view[other].at) <= _NEAR


def _views(case: Case) -> list[View]:
    return [case.views[r.number] for r in case.ranked]


def _weight(case: Case, token: int) -> float:
    """Return the weight of a token as a share of that of a word no source has."""
    return case.index.weight(case.claim.stems[token]) / case.index.unseen


def _amount(weights: Iterable[float]) -> float:
    return 1 - 0.5 ** sum(weights)

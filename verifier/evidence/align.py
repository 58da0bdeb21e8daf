"""Align the words of a claim with the words of source sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from verifier.evidence.index import Index, Passage, postings_within, weights_of
from verifier.facts.analysis import Analysis

SAME, CONCEPT, NEAR, ELSEWHERE = 1.0, 0.9, 0.5, 0.4
CLOSE = 4


class Match(NamedTuple):
    """Hold a claim's token, the passage and token it is matched with, and how closely (0 to 1)."""

    token: int
    passage: int
    at: int
    grade: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Hold which content tokens of a claim are matched in the chosen passages, and which are not.

    `elsewhere` are tokens matched only in another sentence of the sources allowed. Shares of the claim from 0 to 1, by
    weight: `coverage` is matched in the passages, `reach` adds `elsewhere` in part, `exact` stands in the best passage
    word for word; `pairs` is the share of neighbouring words that stand close together in one passage too.
    """

    passages: tuple[int, ...]
    matches: Mapping[int, Match]
    elsewhere: tuple[int, ...]
    missing: tuple[int, ...]
    coverage: float
    reach: float
    exact: float
    pairs: float


def grade(key: str) -> float:
    """Return how closely two tokens agree that share this key."""
    if key[0] == "=":
        return CONCEPT
    return NEAR if key[0] == "~" else SAME


def match_tokens(claim: Analysis, passage: Passage) -> dict[int, Match]:
    """Match the content tokens of a claim with a passage, each by the first of its keys found there."""
    positions = passage.analysis.positions
    firsts = ((token, next((key for key in claim.keys[token] if key in positions), None)) for token in claim.content)
    return placed(passage, ((token, key) for token, key in firsts if key is not None))


def placed(passage: Passage, found: Iterable[tuple[int, str]]) -> dict[int, Match]:
    """Return the matches of a claim's tokens by the keys found in a passage, each beside its neighbours."""
    number, positions = passage.number, passage.analysis.positions
    matches: dict[int, Match] = {}
    previous = -1
    for token, key in found:
        places = positions[key]
        at = places[0] if len(places) == 1 else min(places, key=lambda p: (abs(p - previous - 1), p))
        matches[token] = Match(token, number, at, grade(key))
        previous = at
    return matches


def align(
    claim: Analysis,
    index: Index,
    chosen: Sequence[int],
    views: Mapping[int, Mapping[int, Match]],
    allowed: frozenset[int] | None = None,
) -> Alignment:
    """Align a claim with the chosen passages, the best first.

    `views` are the claim's tokens matched in each passage; `allowed` are all passages that may stand for a word.
    """
    matches: dict[int, Match] = {}
    for number in chosen:
        for token, match in views[number].items():
            if token not in matches or match.grade > matches[token].grade:
                matches[token] = match
    left = [t for t in claim.content if t not in matches]
    postings = postings_within(index, allowed)
    known = [t for t in left if any(key in postings for key in claim.keys[t])]
    weights = weights_of(claim, index)
    total = sum(weights.values()) or 1.0
    covered = sum(weights[t] * m.grade for t, m in matches.items())
    best = views[chosen[0]] if chosen else {}
    return Alignment(
        passages=tuple(chosen),
        matches=matches,
        elsewhere=tuple(known),
        missing=tuple(t for t in left if t not in set(known)),
        coverage=covered / total,
        reach=(covered + ELSEWHERE * sum(weights[t] for t in known)) / total,
        exact=sum(weights[t] for t, m in best.items() if m.grade == SAME) / total,
        pairs=_pairs(claim, [views[n] for n in chosen]),
    )


def _pairs(claim: Analysis, views: Sequence[Mapping[int, Match]]) -> float:
    """Return the share of neighbouring content words whose matches stand close together in one passage."""
    neighbours = list(pairwise(claim.content))
    kept = sum(any(a in v and b in v and abs(v[a].at - v[b].at) <= CLOSE for v in views) for a, b in neighbours)
    return kept / len(neighbours) if neighbours else 0.0

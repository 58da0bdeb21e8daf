"""Align the words of a claim with the words of source sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from verifier.evidence.index import Index, Passage
from verifier.facts.analysis import Analysis

SAME, CONCEPT, NEAR, ELSEWHERE = 1.0, 0.95, 0.7, 0.5


class Match(NamedTuple):
    """Hold a claim's token, the passage and token it is matched with, and how closely (0 to 1)."""

    token: int
    passage: int
    at: int
    grade: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Hold which content tokens of a claim are matched in the chosen passages, and which are not.

    `elsewhere` are tokens matched only in another sentence of the sources allowed; `coverage` is the weighted share of
    the claim matched in the passages, `reach` the same with `elsewhere` counted in part.
    """

    passages: tuple[int, ...]
    matches: Mapping[int, Match]
    elsewhere: tuple[int, ...]
    missing: tuple[int, ...]
    coverage: float
    reach: float


def grade(key: str) -> float:
    """Return how closely two tokens agree that share this key."""
    if key[0] == "=":
        return CONCEPT
    return NEAR if key[0] == "~" else SAME


def match_tokens(claim: Analysis, passage: Passage, tokens: Sequence[int]) -> dict[int, Match]:
    """Match the tokens at these positions of a claim with a passage, each beside its neighbours where it can be."""
    positions = passage.analysis.positions
    found: dict[int, Match] = {}
    previous = -1
    for token in tokens:
        for key in claim.keys[token]:
            places = positions.get(key)
            if places:
                at = places[0] if len(places) == 1 else min(places, key=lambda p: (abs(p - previous - 1), p))
                found[token] = Match(token, passage.number, at, grade(key))
                previous = at
                break
    return found


def align(claim: Analysis, index: Index, chosen: Sequence[int], allowed: Sequence[int] | None = None) -> Alignment:
    """Align a claim with the chosen passages; `allowed` are all passages that may stand for a word named elsewhere."""
    matches: dict[int, Match] = {}
    for number in chosen:
        for token, match in match_tokens(claim, index.passages[number], claim.content).items():
            if token not in matches or match.grade > matches[token].grade:
                matches[token] = match
    left = [t for t in claim.content if t not in matches]
    known = [t for t in left if _known(claim.keys[t], index, allowed)]
    weights = {t: index.weight(claim.tokens[t].stem) for t in claim.content}
    total = sum(weights.values()) or 1.0
    covered = sum(weights[t] * m.grade for t, m in matches.items())
    return Alignment(
        passages=tuple(chosen),
        matches=matches,
        elsewhere=tuple(known),
        missing=tuple(t for t in left if t not in set(known)),
        coverage=covered / total,
        reach=(covered + ELSEWHERE * sum(weights[t] for t in known)) / total,
    )


def _known(keys: Sequence[str], index: Index, allowed: Sequence[int] | None) -> bool:
    for key in keys:
        places = index.postings.get(key)
        if places and (allowed is None or not set(places).isdisjoint(allowed)):
            return True
    return False

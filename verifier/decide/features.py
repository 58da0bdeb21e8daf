"""Measure how a claim stands in its passages: the plain features that the decision weighs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verifier.claims.roles import FieldRole, role_of
from verifier.compare.case import Case, Observation
from verifier.compare.certainty import sureness
from verifier.data.thresholds import ABSENT_WORDS, DISPLACED_WORDS, HALF_LINKED_UNDER, HEDGED_UP_TO, UNCITED_UNKNOWN
from verifier.evidence.grid import copied
from verifier.evidence.passages import numbers
from verifier.facts.analysis import Analysis
from verifier.facts.clause.verbs import told_as_done
from verifier.model import Claim
from verifier.words.manner import manner_of

RESTS_ON: Mapping[str, tuple[str, str]] = {
    "only_source_hedges": ("stance", "certainty"),
    "only_claim_hedges": ("stance", "certainty"),
    "cause_half_linked": ("link", "cause"),
    "cause_reversed": ("link", "cause"),
}
"""The mechanism and type of fact that a feature rests on: it counts for nothing where no rule is about these."""


def reach(case: Case) -> dict[str, float]:
    """Return how far the words of a claim, its deeds among them, stand in the passages: anywhere, in one of them."""
    grid, found = case.grid, met(case)
    absent = {token: 1 - row.best for token, row in grid.rows.items()}
    return {
        **found,
        "length": float(len(absent)),
        "absent": sum(absent.values()) / ABSENT_WORDS,
        "absent_deeds": sum(lost for token, lost in absent.items() if lost and told_as_done(case.claim, token)),
        "one_sentence": max(grid.scores.values(), default=0.0),
        "copied": copied(case.claim, case.index, case.allowed),
    }


def met(case: Case) -> dict[str, float]:
    """Return what share of a claim its passages have: all of them together, and the best with its neighbours."""
    grid = case.grid
    anywhere = sum([row.weight * row.best for row in grid.rows.values()]) / grid.total
    return {"anywhere": anywhere, "one_window": max(grid.windows.values(), default=0.0)}


def manner(case: Case) -> dict[str, float]:
    """Return what sort of statement a claim is: whether it reports or blames, and its like."""
    claim, says = case.claim, case.index.vocabulary.says
    return {
        "says": float(any(says(claim.tokens[t].key) for t in claim.inside)),
        **manner_of(claim.text),
    }


def place(claim: Claim) -> dict[str, float]:
    """Return whether a claim is an entry of a list of references, and names no source where others of its text do."""
    uncited = UNCITED_UNKNOWN if claim.uncited is None else float(claim.uncited)
    return {"field_reference": float(role_of(claim.field) is FieldRole.REFERENCE), "uncited": uncited}


def mismatched(case: Case) -> dict[str, float]:
    """Return how a claim and the passage nearest to it differ: one hedges, the other does not.

    The passage counts with its neighbours where it lacks what the claim has, alone where it has what the claim lacks.
    """
    if not case.ranked:
        return {}
    best = case.ranked[0].number
    passage = case.passage(best).analysis
    around = [case.passage(n).analysis for n in numbers(case.index.beside(1 << best))]
    return {
        "only_source_hedges": float(_hedges(passage) and not _hedges(case.claim)),
        "only_claim_hedges": float(_hedges(case.claim) and not any(map(_hedges, around))),
    }


def _hedges(analysis: Analysis) -> bool:
    return any(level <= HEDGED_UP_TO for level in sureness(analysis).values())


def displaced(case: Case) -> dict[str, float]:
    """Return how much of the names of a claim its nearest passage lacks and another has."""
    if not case.ranked:
        return {}
    around = list(numbers(case.index.beside(1 << case.ranked[0].number)))
    rows = [row for token, row in case.grid.rows.items() if token in case.claim.name_tokens]
    lost = (r.weight * max(0.0, r.best - max((r.grades.get(n, 0.0) for n in around), default=0.0)) for r in rows)
    return {"displaced_names": sum(lost) / DISPLACED_WORDS}


def linked(observations: Sequence[Observation]) -> dict[str, float]:
    """Return how the causes that a claim asserts fare: the worst of them."""
    seen = [dict(o.measures) for o in observations if o.mechanism == "link"]
    return {
        "cause_half_linked": float(any(m["linked"] < HALF_LINKED_UNDER for m in seen)),
        "cause_reversed": max((m["reversed"] for m in seen), default=0.0),
    }

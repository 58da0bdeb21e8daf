"""Set a claim beside the passages it may lean on."""

from __future__ import annotations

from itertools import pairwise

from verifier.compare.case import Case
from verifier.evidence.grid import lay
from verifier.evidence.passages import Index, numbers
from verifier.evidence.ranking import rank
from verifier.facts.analysis import analyse
from verifier.model import Claim


def set_beside(claim: Claim, index: Index, allowed: int) -> Case:
    """Return a claim with its grid over the passages allowed, best first."""
    analysis = analyse(claim.text, index.vocabulary, None, claim.material)
    grid = lay(analysis, index, allowed)
    return Case(analysis, index, allowed, grid, rank(analysis, index, grid))


def repeated(case: Case) -> int:
    """Return the number of the passage that has the claim's words one after the other, -1 where none has."""
    tokens = sorted(case.claim.inside)
    if not tokens:
        return -1
    stems = [case.claim.stems[t] for t in tokens]
    having = case.allowed
    for pair in pairwise(stems):
        having &= case.index.bigrams.get(pair, 0)
    wanted = f" {' '.join(stems)} "
    texts = ((n, f" {' '.join(case.passage(n).analysis.stems)} ") for n in numbers(having))
    return next((n for n, text in texts if wanted in text), -1) if len(stems) > 1 else -1

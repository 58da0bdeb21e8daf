"""Find what states the whole of what a claim denies only by a word of its own: was not caused by, not related to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verifier.checks.case import Case, Observation, Outcome, words
from verifier.checks.excuses import denied_near, unreal
from verifier.checks.shares import opposed
from verifier.evidence.align import CONCEPT, Match
from verifier.facts.polarity import Negation

SHARE, ALONE, LEAST = 0.75, 0.5, 3
_UNTOLD = frozenset({"if", "same"})


def upheld(case: Case, family: str, negation: Negation) -> Observation | None:
    """Return the clash of a denial with the passage that states what stands beside it, without denial or doubt.

    The denied word must carry little by itself (caused, related, able) or stand in the passage.
    """
    claim, gloss = case.claim, case.index.vocabulary.gloss
    clause = [t for t in claim.content if claim.clauses[t] == claim.clauses[negation.cue]]
    told = [t for t in clause if t not in negation.heads and claim.lemmas[t] not in gloss]
    behind = [t for t in told if t > negation.heads[-1] and claim.phrases[t] == claim.phrases[negation.cue]]
    if len(told) < LEAST or not behind or any(t.key in _UNTOLD for t in claim.tokens):
        return None
    best = max(case.chosen, key=lambda n: _share(case, told, case.views[n]), default=None)
    if best is None:
        return None
    view, theirs = case.views[best], case.passage(best).analysis
    stated = [t for t in behind if t in view]
    alone = _share(case, told, view)
    light = all(claim.lemmas[t] in gloss for t in negation.heads)
    carried = light or all(t in view and view[t].grade >= CONCEPT for t in negation.heads)
    whole = _share(case, told, case.alignment.matches) if light else alone
    if not stated or not carried or whole < SHARE or alone < ALONE or theirs.hedges:
        return None
    if any(denied_near(case, best, view[t].at) or opposed(case, t, best, view[t].at) for t in told if t in view):
        return None
    at = view[stated[0]].at
    span, found = (negation.cue, negation.heads[-1] + 1), words(theirs, max(0, at - 1), at + 1)
    excuse = unreal(theirs, at)
    return Observation(family, Outcome.CLASH, span, words(claim, *span), best, (at, at + 1), found, alone, excuse)


def _share(case: Case, told: Sequence[int], view: Mapping[int, Match]) -> float:
    """Return the share, by weight, of tokens of the claim that are matched."""
    weights = {t: case.index.weight(case.claim.stems[t]) for t in told}
    return sum(w * view[t].grade for t, w in weights.items() if t in view) / sum(weights.values())

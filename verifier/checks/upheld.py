"""Find what states the whole of what a claim denies by a word of little weight: was not caused by, not related to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verifier.checks.case import Case, Observation, Outcome, words
from verifier.checks.excuses import denied_near, unreal
from verifier.checks.shares import opposed
from verifier.data.word_lists import words as listed
from verifier.evidence.align import CONCEPT, Match
from verifier.facts.assertion.polarity import Negation
from verifier.words.grammar import DENIALS

SHARE, ALONE, LEAST = 0.75, 0.5, 3
_RELATING = listed("verbs", "verbs", "relating")
_OTHERWISE = frozenset({"if", "same"})


def upheld(case: Case, family: str, negation: Negation) -> Observation | None:
    """Return the clash of a denial with the passage that states what stands beside it, without denial or doubt.

    What is denied must carry little by itself (not caused, not related) or stand in the passage, in one phrase with
    what comes behind it.
    """
    claim = case.claim
    told = _told(case, negation)
    behind = [t for t in told if t > negation.heads[-1] and claim.phrases[t] == claim.phrases[negation.cue]]
    if len(told) < LEAST or not behind or not case.chosen or any(t.key in _OTHERWISE for t in claim.tokens):
        return None
    best = max(case.chosen, key=lambda n: _share(case, told, case.views[n]))
    view, theirs = case.views[best], case.passage(best).analysis
    light = claim.tokens[negation.cue].key in DENIALS and all(claim.lemmas[t] in _RELATING for t in negation.heads)
    if not light and not all(t in view and view[t].grade >= CONCEPT for t in negation.heads):
        return None
    home = {theirs.phrases[view[t].at] for t in negation.heads if t in view}
    stated = [view[t].at for t in behind if t in view and (light or theirs.phrases[view[t].at] in home)]
    alone = _share(case, told, view)
    whole = _share(case, told, case.alignment.matches) if light else alone
    if not stated or whole < SHARE or alone < ALONE or theirs.hedges:
        return None
    if any(denied_near(case, best, view[t].at) or opposed(case, t, best, view[t].at) for t in told if t in view):
        return None
    at, span = stated[0], (negation.cue, negation.heads[-1] + 1)
    said, found = words(claim, *span), words(theirs, max(0, at - 1), at + 1)
    return Observation(family, Outcome.CLASH, span, said, best, (at, at + 1), found, alone, unreal(theirs, at))


def _told(case: Case, negation: Negation) -> list[int]:
    """Return the words of weight in the clause of a denial, but for what it denies."""
    claim, gloss = case.claim, case.index.vocabulary.gloss
    clause = (t for t in claim.content if claim.clauses[t] == claim.clauses[negation.cue])
    return [t for t in clause if t not in negation.heads and claim.lemmas[t] not in gloss]


def _share(case: Case, told: Sequence[int], view: Mapping[int, Match]) -> float:
    """Return the share, by weight, of tokens of the claim that are matched."""
    weights = {t: case.weights[t] for t in told}
    return sum(w * view[t].grade for t, w in weights.items() if t in view) / sum(weights.values())

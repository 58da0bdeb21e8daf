"""Say why what looks like a clash of polarity is none: a manner, a condition, a contrast, a denial in other words."""

from __future__ import annotations

from collections.abc import Mapping

from verifier.checks.case import Case
from verifier.evidence.align import Match
from verifier.facts.analysis import Analysis
from verifier.facts.polarity import Negation

CONTRASTING = frozenset({"rather", "instead", "as", "opposed"})
QUALIFIED = "the claim denies only how it was done"
_QUESTION = "the source asks a question"
_CONDITIONAL = "the source speaks of what should be, or of a condition"
_CLOSE, _BEFORE = 4, 6
_UNREAL = frozenset("should ought supposed meant intended if unless would whether".split())


def qualified(claim: Analysis, negation: Negation, view: Mapping[int, Match]) -> bool:
    """Say whether an adverb that the passage lacks narrows the denial: not promptly, not fully."""
    near = range(negation.cue, min(len(claim.tokens), negation.heads[-1] + _CLOSE + 2))
    return any(claim.tokens[t].key.endswith("ly") and t not in view and t in claim.content_set for t in near)


def unreal(analysis: Analysis, at: int) -> str:
    """Say why a passage does not assert what stands at a position: it speaks of what should be, or of a condition."""
    if "?" in analysis.text:
        return _QUESTION
    before = [t for t in range(max(0, at - _BEFORE), at) if analysis.clauses[t] == analysis.clauses[at]]
    return _CONDITIONAL if any(analysis.tokens[t].key in _UNREAL for t in before) else ""


def denies(analysis: Analysis, negation: Negation) -> bool:
    """Say whether a cue denies a predicate or a thing, and does not only set one thing against another or a name."""
    contrasting = analysis.tokens[negation.cue].key in CONTRASTING
    narrowed = any(t.key.endswith("ly") for t in analysis.tokens[negation.cue : negation.heads[0]])
    behind = analysis.tokens[negation.cue + 1].key if negation.cue + 1 < len(analysis.tokens) else ""
    compared = behind == "as" or any(t.key == "than" for t in analysis.tokens[max(0, negation.cue - 3) : negation.cue])
    return not (contrasting or compared or narrowed) and (
        negation.nominal or negation.heads[0] not in analysis.name_tokens
    )


def implied(case: Case, negation: Negation) -> bool:
    """Say whether a denial that no passage states may follow all the same.

    It may where the passages deny something, where the claim denies only a manner, or only to set one thing against
    another (not X but Y).
    """
    rest = range(negation.heads[-1], len(case.claim.tokens))
    contrast = any(case.claim.tokens[t].key in {"but", "rather"} for t in rest)
    view = case.alignment.matches
    narrowed = contrast or qualified(case.claim, negation, view)
    return narrowed or any(_sounds_negative(case, number) for number in case.chosen)


def _sounds_negative(case: Case, number: int) -> bool:
    return any(case.index.vocabulary.sounds_negative(t.key) for t in case.passage(number).analysis.tokens)


def denied_before(case: Case, token: int) -> bool:
    """Say whether the clause of a token denies something, or has a word near it that may."""
    claim = case.claim
    if any(claim.phrases[n.cue] == claim.phrases[token] and n.cue < token for n in claim.negations):
        return True
    near = claim.tokens[max(0, token - _BEFORE) : token]
    return any(case.index.vocabulary.sounds_negative(t.key) for t in near)


def denied_near(case: Case, number: int, at: int) -> bool:
    """Say whether a passage denies what stands at a position, or has a word close by that may deny it."""
    theirs = case.passage(number).analysis
    if any(at in n.heads for n in theirs.negations):
        return True
    near = theirs.tokens[max(0, at - _BEFORE) : at + _CLOSE]
    return any(case.index.vocabulary.sounds_negative(t.key) for t in near)

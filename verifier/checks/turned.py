"""Tell whether a gap between a claim and a passage it repeats is a denial on one side only."""

from __future__ import annotations

from verifier.checks.case import Case
from verifier.checks.excuses import about, whole
from verifier.checks.shares import opposed
from verifier.evidence.gaps import Gap, Overlay
from verifier.facts.analysis import Analysis
from verifier.words.grammar import ARTICLES, DENIALS, PLAIN_AUXILIARIES

_DENYING = DENIALS | {"rather", "instead"}
_AUXILIARIES = ARTICLES | PLAIN_AUXILIARIES | {"any", "some", "to"}
_SCANT = frozenset("little few hardly scarcely barely seldom rarely".split())
_UP_TO = frozenset({"until", "till"})
_SHORT, _AROUND, _SOON = 3, 3, 4


def turned(case: Case, overlay: Overlay, gap: Gap) -> bool:
    """Say whether one side denies and the other does not, both around the gap and as a whole."""
    claim, other = case.claim, case.passage(overlay.passage).analysis
    ours, theirs = (_denying(a, s) for a, s in ((claim, gap.claim), (other, gap.passage)))
    if ours == theirs:
        return False
    plain = _auxiliary(other, gap.passage) if ours else _auxiliary(claim, gap.claim)
    if not (_met(claim, gap.claim, other) and _met(other, gap.passage, claim)):
        return False
    if until(claim, gap.claim) != until(other, gap.passage) or _scant(claim) != _scant(other):
        return False
    here = plain and denials(claim, gap.claim) != denials(other, gap.passage)
    spans = (overlay.span, (0, len(other.tokens)))
    if not here or any(denials(claim, (0, len(claim.tokens))) == denials(other, span) for span in spans):
        return False
    if not all(about(case, n, overlay.passage) for n in claim.cues(gap.claim)):
        return False
    token, at = (min(s[1], len(a.tokens) - 1) for a, s in ((claim, gap.claim), (other, gap.passage)))
    return whole(claim, token) == whole(other, at) and not opposed(case, token, overlay.passage, at)


def until(analysis: Analysis, span: tuple[int, int]) -> bool:
    """Say whether what ends a span holds up to a time: not paid until May, open until six."""
    return any(t.key in _UP_TO for t in analysis.tokens[span[1] : span[1] + _SOON])


def _scant(analysis: Analysis) -> bool:
    """Say whether a word denies half: hardly any, little."""
    keys = [t.key for t in analysis.tokens]
    return any(key in _SCANT and keys[at - 1] != "a" for at, key in enumerate(keys))


def _met(analysis: Analysis, span: tuple[int, int], other: Analysis) -> bool:
    """Say whether the other side speaks of what is denied in a span, if anything is."""
    heads = [h for n in analysis.negations if span[0] <= n.cue < span[1] for h in n.heads]
    return not heads or any(analysis.stems[h] in other.stems for h in heads)


def denials(analysis: Analysis, span: tuple[int, int]) -> bool:
    """Say whether what stands in and just around a span denies: an odd number of denying words."""
    near = analysis.tokens[max(0, span[0] - _AROUND) : span[1] + _AROUND]
    return sum(t.key in _DENYING for t in near) % 2 == 1


def _denying(analysis: Analysis, span: tuple[int, int]) -> bool:
    """Say whether a span is little more than a denying word."""
    return span[1] - span[0] <= _SHORT and any(t.key in _DENYING for t in analysis.tokens[slice(*span)])


def _auxiliary(analysis: Analysis, span: tuple[int, int]) -> bool:
    """Say whether a span holds nothing but auxiliaries and articles."""
    return all(t.key in _AUXILIARIES for t in analysis.tokens[slice(*span)])

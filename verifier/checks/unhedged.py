"""Tell whether a claim that repeats a passage leaves out the word by which the passage is not sure."""

from __future__ import annotations

from verifier.checks.assertion import MOST, asserted
from verifier.checks.case import Case
from verifier.checks.sureness import lets
from verifier.evidence.gaps import Gap, Overlay
from verifier.facts.analysis import Analysis

_FIRM = frozenset(("will", "would", "shall"))


def unhedged(case: Case, overlay: Overlay, gap: Gap) -> bool:
    """Say whether the passage has a cue of doubt in a gap, and the claim none.

    What is to come counts for sure beside what may come. It stands down for what a flaw lets one do, and where another
    sentence of the sources is sure.
    """
    claim, theirs = case.claim, case.passage(overlay.passage).analysis
    if _unsure(claim, gap.claim) or not _unsure(theirs, gap.passage, frozenset(claim.stems)):
        return False
    told = next((t for t in claim.content if t >= gap.claim[0]), None)
    return told is None or not (lets(case, told) or asserted(case, told, MOST))


def _unsure(analysis: Analysis, span: tuple[int, int], other: frozenset[str] | None = None) -> bool:
    """Say whether a cue stands in a span: one that the other side lacks, though not what it makes unsure."""
    cues = [h for h in (*analysis.hedges, *analysis.doubts) if span[0] <= h.cue < span[1]]
    if other is not None:
        stems = analysis.stems
        cues = [h for h in cues if stems[h.cue] not in other and any(stems[t] in other for t in h.governed)]
    return any(analysis.tokens[h.cue].key not in _FIRM for h in cues)

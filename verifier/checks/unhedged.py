"""Tell whether a claim that repeats a passage leaves out the word by which the passage is not sure."""

from __future__ import annotations

from verifier.checks.case import Case
from verifier.checks.sureness import asserted, lets
from verifier.evidence.gaps import Gap, Overlay
from verifier.facts.analysis import Analysis

_FIRM = frozenset(("will", "would", "shall"))


def unhedged(case: Case, overlay: Overlay, gap: Gap) -> bool:
    """Say whether the passage has a cue of doubt in a gap, and the claim none.

    What is to come counts for sure beside what may come. It stands down for what a flaw lets one do, and where another
    sentence of the sources is sure.
    """
    claim, theirs = case.claim, case.passage(overlay.passage).analysis
    if _unsure(claim, gap.claim) or not _unsure(theirs, gap.passage):
        return False
    told = next((t for t in claim.content if t >= gap.claim[0]), None)
    return told is None or not (lets(case, told) or asserted(case, told))


def _unsure(analysis: Analysis, span: tuple[int, int]) -> bool:
    cues = (hedge.cue for hedge in (*analysis.hedges, *analysis.doubts))
    return any(span[0] <= cue < span[1] and analysis.tokens[cue].key not in _FIRM for cue in cues)

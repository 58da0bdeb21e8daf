"""Tell where the silence of sources proves nothing, because they could not be read whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from verifier.ingest.quality import EMPTY, NOT_ENGLISH, PAYWALL, TRUNCATED
from verifier.model import Assessment, SourceReading, Verdict

_UNREAD = (EMPTY, PAYWALL, TRUNCATED, NOT_ENGLISH)


def silence(assessment: Assessment, sources: Iterable[SourceReading]) -> Assessment:
    """Return the assessment, not checkable where no source states the claim and none of them could be read whole."""
    if assessment.verdict is not Verdict.UNSUPPORTED:
        return assessment
    why = {reading.source.id: next((n for n in _UNREAD if n in reading.notes), "") for reading in sources}
    if not why or not all(why.values()):
        return assessment
    named = ", ".join(f"source {source} is {note}" for source, note in sorted(why.items()))
    reason = f"{named}: that it does not state this proves nothing"
    return replace(assessment, verdict=Verdict.NOT_CHECKABLE, reason=reason, findings=())

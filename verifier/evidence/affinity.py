"""Tell sources about the incident from sources about another one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from verifier.evidence.index import Index
from verifier.evidence.rank import rank
from verifier.facts.analysis import Analysis
from verifier.model import SourceReading

FAR = 0.75
LATER = timedelta(days=14)
_SAMPLE = 60


def other_incidents(
    claims: Sequence[Analysis], index: Index, readings: Sequence[SourceReading], published: date | None
) -> dict[str, str]:
    """Return the sources that are about another incident, each with the reason.

    A source is, where it states far less of the postmortem than the closest source does and was not published with it.
    """
    if len(readings) < 2:
        return {}
    nearness = {r.source.id: _nearness(claims[:_SAMPLE], index, r.source.id) for r in readings}
    best = max(nearness.values())
    found = {}
    for reading in readings:
        source = reading.source
        apart = published is None or source.published is None or abs(source.published - published) > LATER
        if apart and nearness[source.id] < FAR * best:
            when = f", published {source.published.isoformat()}" if source.published else ""
            found[source.id] = f"about another incident{when}: it states little of what the postmortem says"
    return found


def _nearness(claims: Sequence[Analysis], index: Index, source: str) -> float:
    """Return the mean share of a claim that the source's best sentence covers."""
    mine: Collection[int] = frozenset(index.by_source.get(source, ()))
    if not mine or not claims:
        return 0.0
    tops = [rank(claim, index, mine, limit=1) for claim in claims]
    return sum(top[0].score for top in tops if top) / len(claims)

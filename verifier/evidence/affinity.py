"""Tell sources about the incident from sources about another one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from verifier.evidence.index import Index
from verifier.evidence.rank import rank
from verifier.facts.analysis import Analysis
from verifier.model import SourceReading

FAR = 0.75
STATED = 0.9
LATER = timedelta(days=14)
_TELLING = 5
_SAMPLE = 60


class _Nearness(NamedTuple):
    """Hold what share of a claim a source's best sentence covers: the mean of all, the most of any of some length."""

    mean: float
    most: float


def other_incidents(
    claims: Sequence[Analysis], index: Index, readings: Sequence[SourceReading], published: date | None
) -> dict[str, str]:
    """Return the sources that are about another incident, each with the reason.

    A source is, where it states far less of the postmortem than the closest source does, no claim of some length nearly
    whole, and was not published with it.
    """
    if len(readings) < 2:
        return {}
    nearness = {r.source.id: _nearness(claims[:_SAMPLE], index, r.source.id) for r in readings}
    best = max(near.mean for near in nearness.values())
    found = {}
    for reading in readings:
        source = reading.source
        apart = published is None or source.published is None or abs(source.published - published) > LATER
        if apart and nearness[source.id].mean < FAR * best and nearness[source.id].most < STATED:
            when = f", published {source.published.isoformat()}" if source.published else ""
            found[source.id] = f"about another incident{when}: it states little of what the postmortem says"
    return found


def _nearness(claims: Sequence[Analysis], index: Index, source: str) -> _Nearness:
    mine = frozenset(index.by_source.get(source, ()))
    if not mine or not claims:
        return _Nearness(0.0, 0.0)
    scores = [top[0].score if top else 0.0 for top in (rank(claim, index, mine, limit=1) for claim in claims)]
    telling = (score for score, claim in zip(scores, claims, strict=True) if len(claim.content) >= _TELLING)
    return _Nearness(sum(scores) / len(claims), max(telling, default=0.0))

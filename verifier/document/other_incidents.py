"""Tell sources about the incident from sources about another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from verifier.evidence.grid import lay
from verifier.evidence.passages import Index, numbers
from verifier.facts.analysis import Analysis
from verifier.model import SourceReading

_SHARE = 0.75  # a source of another incident states less than this share of what the closest source states
_STATED = 0.96  # and less than this share of each telling claim
_DAYS = 14  # and was published more days before or after the postmortem
_CLAIMS = 4  # claims, where fewer do not tell
_SAMPLE = 60  # claims that are looked at
_TELLING_WORDS = 5  # content words from which a claim is telling


def other_incidents(
    claims: Sequence[Analysis], index: Index, readings: Sequence[SourceReading], published: date | None
) -> dict[str, str]:
    """Return the sources that are about another incident, each with the reason.

    A source is, where it states far less of the postmortem than the closest source does, no claim of some length nearly
    whole, and was not published with it. A few claims alone do not tell.
    """
    if len(readings) < 2 or len(claims) < _CLAIMS:
        return {}
    sample, every = claims[:_SAMPLE], index.of_sources(r.source.id for r in readings)
    told = [(lay(claim, index, every).scores, len(claim.content) >= _TELLING_WORDS) for claim in sample]
    nearness = {r.source.id: _nearness(told, list(numbers(index.of_sources([r.source.id])))) for r in readings}
    best = max(mean for mean, _ in nearness.values())
    found = {}
    for reading in readings:
        source = reading.source
        apart = published is None or source.published is None or abs((source.published - published).days) > _DAYS
        mean, most = nearness[source.id]
        if apart and mean < _SHARE * best and most < _STATED:
            days = (source.published - published).days if source.published and published else 0
            when = f", published {abs(days)} days {'after' if days > 0 else 'before'} the postmortem" if days else ""
            found[source.id] = f"about another incident{when}: it states little of what the postmortem says"
    return found


def _nearness(told: Sequence[tuple[Mapping[int, float], bool]], mine: Sequence[int]) -> tuple[float, float]:
    """Return what share of a claim the best passage of some covers: the mean of all, the most of any of some length."""
    shares = [(max([scores.get(n, 0.0) for n in mine], default=0.0), telling) for scores, telling in told]
    return sum(share for share, _ in shares) / len(shares), max((s for s, telling in shares if telling), default=0.0)

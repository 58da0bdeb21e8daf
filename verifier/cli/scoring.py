"""Compare verdicts with labels: precision and recall, what is taken for what, and whether evidence came first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from verifier.cli.gold import NOT_SUPPORTED, GoldSpan
from verifier.model import Assessment, PostmortemReport, Verdict

_FLAGGED = frozenset({Verdict.CONTRADICTED, Verdict.DISPUTED})
_NOT_SUPPORTED = frozenset({Verdict.CONTRADICTED, Verdict.DISPUTED, Verdict.UNSUPPORTED})
_FEW = 3


class Outcome(NamedTuple):
    """Hold a label, our verdict, and the rank (from 0) of the first evidence that people named too.

    `rank` is None where people named none, -1 where none of ours is among theirs.
    """

    id: str
    expected: str
    got: Verdict
    rank: int | None = None


def outcome(gold: GoldSpan, report: PostmortemReport) -> Outcome:
    """Judge a labelled span by the claims that overlap it: the worst verdict, the evidence of the largest overlap."""
    mine = [(shared, a) for a in report.assessments if (shared := _overlap(gold, a)) > 0]
    verdicts = [a.verdict for _, a in mine]
    worst = min(verdicts, key=tuple(Verdict).index, default=Verdict.NOT_CHECKABLE)
    closest = max(mine, key=lambda pair: pair[0])[1] if mine else None
    return Outcome(gold.id, gold.expected, worst, _rank(gold, closest) if gold.evidence else None)


def scores(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return counts and rates as plain JSON; a rate of nothing is null."""
    supported = [o for o in outcomes if o.expected == Verdict.SUPPORTED]
    ranks = [o.rank for o in outcomes if o.rank is not None]
    return {
        "labels": len(outcomes),
        "verdicts": {verdict.value: _verdict(outcomes, verdict) for verdict in Verdict},
        "confusion": confusion(outcomes),
        "supported_kept": share(o.got == Verdict.SUPPORTED for o in supported),
        "alarms": share(o.got in _FLAGGED for o in supported),
        "evidence_first": share(rank == 0 for rank in ranks),
        "evidence_among_three": share(0 <= rank < _FEW for rank in ranks),
    }


def confusion(outcomes: Iterable[Outcome]) -> dict[str, dict[str, int]]:
    """Count, for each label, our verdicts."""
    pairs = Counter((o.expected, o.got) for o in outcomes)
    labels = [v for v in (*(verdict.value for verdict in Verdict), NOT_SUPPORTED) if any(e == v for e, _ in pairs)]
    return {label: {verdict.value: pairs[label, verdict] for verdict in Verdict} for label in labels}


def share(hits: Iterable[bool]) -> float | None:
    """Return the share of true ones; None of nothing."""
    listed = list(hits)
    return sum(listed) / len(listed) if listed else None


def _verdict(outcomes: Collection[Outcome], verdict: Verdict) -> dict[str, float | int | None]:
    expected = [o for o in outcomes if o.expected == verdict]
    got = [o for o in outcomes if o.got == verdict]
    return {
        "labelled": len(expected),
        "given": len(got),
        "precision": share(_fits(o) for o in got),
        "recall": share(o.got == verdict for o in expected),
    }


def _fits(found: Outcome) -> bool:
    return found.got == found.expected or (found.expected == NOT_SUPPORTED and found.got in _NOT_SUPPORTED)


def _overlap(gold: GoldSpan, assessment: Assessment) -> int:
    claim = assessment.claim
    if claim.field != gold.field:
        return 0
    return min(claim.end, gold.end) - max(claim.start, gold.start)


def _rank(gold: GoldSpan, assessment: Assessment | None) -> int:
    shown = assessment.evidence if assessment else ()
    touched = (rank for rank, e in enumerate(shown) if any(span.touches(e) for span in gold.evidence))
    return next(touched, -1)

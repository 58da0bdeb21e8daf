"""Report what follows from a claim's verdict alone, and what concerns the document as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verifier.decide.findings import finding_id
from verifier.model import Assessment, Claim, Finding, Severity, Span, Verdict

TITLES = {
    "missing-source": "a cited source was not supplied",
    "unsupported": "no source states this",
    "misattributed": "the cited source does not state this, another one does",
    "partial": "only part of this is stated",
    "disputed": "the sources disagree about this",
}
_SEVERITIES = {
    Verdict.UNSUPPORTED: Severity.WARNING,
    Verdict.MISATTRIBUTED: Severity.WARNING,
    Verdict.DISPUTED: Severity.WARNING,
    Verdict.PARTIAL: Severity.NOTE,
}


def standing(assessment: Assessment) -> tuple[Finding, ...]:
    """Return the finding that a verdict of itself is, where no rule has reported the claim already."""
    severity = _SEVERITIES.get(assessment.verdict)
    if severity is None or assessment.findings:
        return ()
    claim, rule = assessment.claim, assessment.verdict.value
    return (
        Finding(
            id=finding_id(rule, claim, "", ""),
            rule=rule,
            severity=severity,
            confidence=assessment.support if rule == "partial" else 1 - assessment.support,
            message=assessment.reason,
            claim=claim.id,
            spans=(Span(claim.start, claim.end),),
            evidence=assessment.evidence[:1],
        ),
    )


def missing_sources(labels: Sequence[str], claims: Iterable[Claim]) -> tuple[Finding, ...]:
    """Return one finding for each cited label that no source carries, with all places that cite it."""
    found = []
    cited = list(claims)
    for label in labels:
        mine = [c for c in cited if label in c.citations]
        document = Claim(id="", field="", start=0, end=0, text=label)
        found.append(
            Finding(
                id=finding_id("missing-source", document, label, ""),
                rule="missing-source",
                severity=Severity.ERROR,
                confidence=1.0,
                message=f"source [{label}] is cited {_times(len(mine))} but was not supplied; supply it with --sources",
                claim="",
                spans=(),
            )
        )
    return tuple(found)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"

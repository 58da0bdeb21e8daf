"""Report what follows from a claim's verdict alone."""

from __future__ import annotations

from verifier.data.rules_in_force import STANDING
from verifier.decide.findings import finding_id
from verifier.model import Assessment, Finding, Span

TITLES = {note.id: note.title for note in STANDING}
_SEVERITIES = {note.id: note.severity for note in STANDING}


def standing(assessment: Assessment) -> tuple[Finding, ...]:
    """Return the finding that a verdict of itself is, where no rule has reported the claim already."""
    claim, rule = assessment.claim, assessment.verdict.value
    severity = _SEVERITIES.get(rule)
    if severity is None or assessment.findings:
        return ()
    return (Finding(
        id=finding_id(rule, claim, "", ""), rule=rule, severity=severity, message=assessment.reason, claim=claim.id,
        confidence=assessment.support if rule == "partial" else 1 - assessment.support,
        spans=(Span(claim.start, claim.end),), evidence=assessment.evidence[:1],
    ),)  # fmt: skip

"""Report what follows from a claim's verdict alone; describe all rules in force."""

from __future__ import annotations

from verifier.data.rulebook import Rulebook
from verifier.data.shipped import shipped
from verifier.decide.findings import finding_id
from verifier.model import Assessment, Finding, RuleNote, Severity, Span

NOTES = tuple(
    RuleNote(name, table["title"], " ".join(table["help"].split()), Severity(table["severity"]))
    for name, table in shipped("standing.toml").items()
)
TITLES = {note.id: note.title for note in NOTES}
_SEVERITIES = {note.id: note.severity for note in NOTES}


def in_force(rulebook: Rulebook) -> tuple[RuleNote, ...]:
    """Return what is to be known of every rule, in the order of their ids."""
    notes = (RuleNote(r.id, r.title, r.help, r.severity, r.precision) for r in rulebook.rules)
    return tuple(sorted({note.id: note for note in (*notes, *NOTES)}.values(), key=lambda note: note.id))


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

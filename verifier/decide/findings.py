"""Make findings: their identity from content, their message, and what to write instead."""

from __future__ import annotations

import hashlib
import re

from verifier.compare.case import Case, Observation, Range
from verifier.data.thresholds import CORRECTION_SURE
from verifier.decide.reasons import of_clash
from verifier.model import Claim, Evidence, Finding, Severity, Span
from verifier.text.normalise import key

_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_WRITABLE = frozenset({"quantity", "date"})


def clash_finding(
    claim: Claim, case: Case, clash: Observation, sure: float, rule: str, severity: Severity, shown: Evidence
) -> Finding:
    """Return the finding for a clash; its id comes from rule, field, claim text and both values.

    What to write instead is only given for figures and dates, and only where the clash is all but certain.
    """
    certain = clash.fact in _WRITABLE and sure >= CORRECTION_SURE
    return Finding(
        id=finding_id(rule, claim, clash.said, clash.found), rule=rule, severity=severity, confidence=round(sure, 4),
        message=of_clash(case, clash), claim=claim.id, spans=(span_of(claim, case, clash.tokens),),
        evidence=(shown,), values=(clash.said, clash.found),
        suggestion=_ARTICLE.sub("", clash.found) if certain else "",
    )  # fmt: skip


def span_of(claim: Claim, case: Case, tokens: Range) -> Span:
    """Return where tokens of a claim stand, counted like the claim's own offsets."""
    first, last = case.claim.tokens[tokens[0]], case.claim.tokens[max(tokens[0], tokens[1] - 1)]
    return Span(claim.start + first.start, claim.start + last.end)


def finding_id(rule: str, claim: Claim, said: str, found: str) -> str:
    """Return an id that depends on content only, never on positions."""
    parts = (rule, claim.field, " ".join(map(key, claim.text.split())), key(said), key(found))
    return "f-" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]

"""Name findings by their content, so that a name outlives edits elsewhere and dies with its claim or evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from verifier.model import Evidence, Finding, Stance
from verifier.text.normalise import key

_DIGITS = 16


def fingerprint(finding: Finding) -> str:
    """Return a finding's fingerprint: its id (rule, field, claim and values) with the words that decided it.

    Sentences that are mere context, places and scores do not count.
    """
    parts = (finding.id, *_decisive(finding.evidence))
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def combined(fingerprints: Iterable[str]) -> str:
    """Return one fingerprint for several, whatever their order."""
    return hashlib.sha256("\x1f".join(sorted(set(fingerprints))).encode()).hexdigest()[:_DIGITS]


def _decisive(evidence: Iterable[Evidence]) -> list[str]:
    return sorted({" ".join(key(e.text).split()) for e in evidence if e.stance != Stance.CONTEXT})

"""Report the sources that a document cites and that were not supplied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from verifier.decide.findings import finding_id
from verifier.model import Claim, Finding, Severity


def missing_sources(labels: Sequence[str], claims: Iterable[Claim]) -> tuple[Finding, ...]:
    """Return one finding for each cited label that no source carries, with all places that cite it."""
    found = []
    counts = Counter(label for claim in claims for label in dict.fromkeys(claim.citations))
    for label in labels:
        count = counts[label]
        times = ("listed", "cited once")[count] if count < 2 else f"cited {count} times"
        document = Claim(id="", field="", start=0, end=0, text=label)
        message = f"source [{label}] is {times} but was not supplied; supply it with --sources"
        identity = finding_id("missing-source", document, label, "")
        found.append(Finding(identity, "missing-source", Severity.ERROR, 1.0, message, claim="", spans=()))
    return tuple(found)

"""Check which phrase is found as the subject of a verb."""

from __future__ import annotations

import pytest

from verifier.facts.analysis import analyse
from verifier.facts.clause import subjects
from verifier.words.tables import vocabulary


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The signallers have already stopped the trains.", "stopped", ["The signallers"]),
        ("The nurses, alarmed by the noise, called a technician.", "called", ["The nurses"]),
        ("The flaw allowed two clerks to read the ballots.", "read", ["two clerks"]),
        ("The depot closed its gates and sent the drivers home.", "sent", ["The depot"]),
        ("They cancelled the flight.", "cancelled", []),
    ],
)
def test_subjects(text: str, verb: str, expected: list[str]) -> None:
    analysis = analyse(text, vocabulary())
    at = next(i for i, t in enumerate(analysis.tokens) if t.key == verb)
    found = subjects(analysis, at)
    assert [text[analysis.tokens[a].start : analysis.tokens[b - 1].end] for a, b in found] == expected

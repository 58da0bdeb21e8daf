"""Check how surely a text is read to say something."""

from __future__ import annotations

import pytest
from reading import read

from verifier.compare.stance import denials, doubt_of
from verifier.data.thresholds import SURE_LEVELS


@pytest.mark.parametrize(
    ("sentence", "word", "level", "denied"),
    [
        ("The guard opened the door.", "opened", "asserted", False),
        ("The guard did not open the door.", "open", "asserted", True),
        ("The guard may have opened the door.", "opened", "possible", False),
        ("The guard will open the door.", "open", "planned", False),
        ("The guard managed to open the door.", "open", "asserted", False),
        ("The guard plans to open the door.", "open", "planned", False),
        ("Police suspect that the guard opened the door.", "opened", "likely", False),
        ("It is unclear whether the guard opened the door.", "opened", "open", False),
        ("Did the guard open the door?", "open", "open", False),
        ("Guard opened door?", "opened", "open", False),
        ("Did they? The guard opened the door.", "opened", "asserted", False),
    ],
)
def test_reads(sentence: str, word: str, level: str, denied: bool) -> None:  # noqa: FBT001
    analysis = read(sentence)
    token = next(i for i, t in enumerate(analysis.tokens) if sentence[t.start : t.end] == word)
    assert doubt_of(analysis, token)[0] == SURE_LEVELS[level]
    assert (token in denials(analysis)) is denied

"""Check how surely a text is read to say something, and how two stances relate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import read

from verifier.facts.assertion import Stance, relate_stances, stance
from verifier.facts.relation import Relation

READ = [
    ("The guard opened the door.", "opened", "asserted", False),
    ("The guard did not open the door.", "open", "asserted", True),
    ("The guard may have opened the door.", "opened", "possible", False),
    ("The guard can open the door.", "open", "possible", False),
    ("The guard will open the door.", "open", "planned", False),
    ("The guard came to open the door.", "open", "asserted", False),
    ("The guard managed to open the door.", "open", "asserted", False),
    ("The guard stood there to open the door.", "open", "planned", False),
    ("The guard plans to open the door.", "open", "planned", False),
    ("Police suspect that the guard opened the door.", "opened", "likely", False),
    ("It is unclear whether the guard opened the door.", "opened", "open", False),
    ("Did the guard open the door?", "open", "open", False),
    ("Guard opened door?", "opened", "open", False),
    ("Did they? The guard opened the door.", "opened", "asserted", False),
    ("The guard may not have opened the door.", "opened", "possible", True),
]


@pytest.mark.parametrize(("sentence", "word", "level", "denied"), READ)
def test_reads(sentence: str, word: str, level: str, denied: bool) -> None:  # noqa: FBT001
    analysis = read(sentence)
    token = next(i for i, t in enumerate(analysis.tokens) if sentence[t.start : t.end] == word)
    found = stance(analysis, token)
    assert (found.level, found.denied) == (level, denied)


SURE, NOT, LIKELY, MAY, OPEN = (
    Stance(),
    Stance(denied=True),
    Stance("likely"),
    Stance("possible"),
    Stance("open"),
)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (SURE, LIKELY, Relation.IMPLIES),
        (LIKELY, MAY, Relation.IMPLIES),
        (MAY, SURE, Relation.IMPLIED),
        (SURE, NOT, Relation.APART),
        (NOT, MAY, Relation.APART),
        (MAY, Stance("possible", denied=True), Relation.OPEN),
        (LIKELY, Stance("likely", denied=True), Relation.APART),
        (SURE, OPEN, Relation.IMPLIES),
    ],
)
def test_relates(a: Stance, b: Stance, expected: Relation) -> None:
    assert relate_stances(a, b) is expected


STANCES = st.builds(Stance, st.sampled_from(("asserted", "likely", "possible", "planned", "open")), st.booleans())


@given(STANCES, STANCES)
def test_stances_relate_as_in_a_mirror(a: Stance, b: Stance) -> None:
    assert relate_stances(a, a) is Relation.EQUAL
    assert relate_stances(b, a) is relate_stances(a, b).mirror

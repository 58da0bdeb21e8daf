"""Check how surely a text is read to say something."""

from __future__ import annotations

import pytest
from reading import read

from verifier.api import Verifier
from verifier.compare.certainty import denials, doubt_of
from verifier.data.thresholds import SURE_LEVELS
from verifier.model import Source, Verdict


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
        ("At no time did the guard open the door.", "open", "asserted", True),
        ("Had it not been for the guard, they would open the door.", "guard", "asserted", False),
        ("Did they? The guard opened the door.", "opened", "asserted", False),
    ],
)
def test_reads(sentence: str, word: str, level: str, denied: bool) -> None:  # noqa: FBT001
    analysis = read(sentence)
    token = next(i for i, t in enumerate(analysis.tokens) if sentence[t.start : t.end] == word)
    assert doubt_of(analysis, token)[0] == SURE_LEVELS[level]
    assert (token in denials(analysis)) is denied


@pytest.mark.parametrize(
    ("claim", "source", "contradicted"),
    [
        ("The airline's jets were grounded.", "The airline did not ground its jets.", True),
        ("The leak was not due to a worn valve.", "The leak was due to a worn valve, the mayor said.", True),
        ("The outage was because of the heat.", "The outage was not because of the heat, the mayor said.", True),
        ("The leak was not due to a theft.", "There was no theft, and the leak was due to a worn valve.", False),
        ("Not every train was equipped with a radio.", "Some of the trains were not equipped with a radio.", False),
        ("Most of the players do not pick their numbers.", "Only a minority of the players pick their numbers.", False),
        ("Most of the players do not pick their numbers.", "Most of the players pick their numbers.", True),
        (
            "The airport lost its radar.",
            "Had the link been plugged in, the airport would not have lost its radar.",
            False,
        ),
        ("The link was not plugged in.", "Had the link been plugged in, the airport would have kept its radar.", False),
        ("The link was not plugged in.", "The link had been plugged in, so the airport could keep its radar.", True),
        (
            "If the guard was asleep, he had not opened the door.",
            "If the guard was asleep, he had opened the door.",
            True,
        ),
    ],
)
def test_a_denial_counts_where_it_is_meant(claim: str, source: str, contradicted: bool) -> None:  # noqa: FBT001
    (judged,) = Verifier([Source("s1", source)]).judgements(claim)
    assert (judged.assessment.verdict is Verdict.CONTRADICTED) is contradicted

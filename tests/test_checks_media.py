"""Check how the medium that a claim names fares against the one the sources name."""

from __future__ import annotations

import pytest
from engine import clashes, outcomes, verdict

from verifier.checks.media import check
from verifier.model import Verdict

LETTER = "The mayor apologised in a letter to the residents."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The mayor apologised in a tweet.", LETTER),
        ("The mayor apologised in a letter.", "The mayor apologised in a tweet on Sunday."),
        ("The mayor apologised in a blog post.", "The mayor apologised at a press conference."),
        ("The mayor said on Facebook that he was sorry.", "The mayor told a radio station that he was sorry."),
        ("The leak was confirmed by Ines Varga's tweet.", "The leak was confirmed in a letter from Ines Varga."),
    ],
)
def test_another_medium_for_what_was_said_clashes(claim: str, source: str) -> None:
    assert len(clashes(check, claim, source)) == 1
    assert verdict(claim, source) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The mayor apologised in a letter.", LETTER),
        ("The mayor apologised in a statement.", "The mayor apologised in a press release."),
        ("The mayor tweeted an apology.", "The mayor apologised in a tweet."),
        ("The mayor apologised in an email.", "The mayor apologised in an emailed statement."),
        ("The mayor said in an interview that he was sorry.", "The mayor told a radio interview that he was sorry."),
    ],
)
def test_the_same_or_a_broader_medium_does_not(claim: str, source: str) -> None:
    assert clashes(check, claim, source) == []
    assert verdict(claim, source) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The mayor lost two email accounts.", LETTER),
        ("A baker complained in a tweet about the price of flour.", LETTER),
        ("The mayor apologised in a tweet.", "The mayor apologised on Sunday."),
    ],
)
def test_things_other_speakers_and_silence_are_no_clash(claim: str, source: str) -> None:
    assert clashes(check, claim, source) == []


def test_a_source_that_names_it_alike_settles_it() -> None:
    assert [
        how
        for how, _ in outcomes(check, "The mayor apologised in a tweet.", LETTER, "The mayor apologised in a tweet.")
    ] == ["held"]


def test_a_broader_word_for_the_medium_holds() -> None:
    assert outcomes(check, "The mayor apologised in a message.", LETTER) == [("held", "message")]

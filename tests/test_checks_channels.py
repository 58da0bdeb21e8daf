"""Check which words tell by what medium something was said."""

from __future__ import annotations

import pytest
from engine import read

from verifier.checks.channels import channels
from verifier.words.tables import vocabulary


def media(text: str) -> list[str]:
    return [found.medium for found in channels(read(text), vocabulary())]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("The mayor apologised in a letter.", "letter"),
        ("The mayor tweeted an apology.", "tweet"),
        ("In a blog post, the maker apologised.", "blog post"),
        ("The maker wrote in an e-mail that all was well.", "email"),
        ("She told a news conference that all was well.", "press conference"),
        ("She told a radio station that all was well.", "radio"),
        ("The maker said on Facebook that all was well.", "facebook post"),
        ("Customers were informed by phone.", "phone call"),
        ("The leak was confirmed by Ines Varga's tweet.", "tweet"),
        ("The bank disclosed the loss in a regulatory filing.", "regulatory filing"),
        ("She said in a letter seen by this paper that all was well.", "letter"),
    ],
)
def test_words_for_how_something_was_said(text: str, medium: str) -> None:
    assert media(text) == [medium]


@pytest.mark.parametrize(
    "text",
    [
        "Thieves read the email accounts of the staff.",
        "The letter was lost.",
        "Reports say that all was well.",
        "The bank, with reports of a loss piling up, said nothing.",
        "Engineers called the bridge unsafe in May.",
    ],
)
def test_things_and_vague_reports_are_no_medium(text: str) -> None:
    assert media(text) == []

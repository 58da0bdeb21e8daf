"""Check how surely a word stands in the same clause slot of claim and passage."""

from __future__ import annotations

from engine import case

from verifier.checks.case import same_slot
from verifier.checks.slots import clause_slot


def slot(claim: str, source: str, word: str) -> tuple[float, float]:
    found = case(claim, source)
    token = next(i for i, t in enumerate(found.claim.tokens) if t.key == word)
    at = found.views[0][token].at
    return clause_slot(found, (token, token + 1), 0, (at, at + 1)), same_slot(
        found, (token, token + 1), 0, (at, at + 1)
    )


def test_another_clause_says_nothing_of_this_one() -> None:
    ours, plain = slot("The clerk left because an old boiler burst in the cellar.", "The clerk left at noon.", "left")
    assert ours == 1.0 > plain


def test_able_says_nothing_of_the_deed() -> None:
    ours, plain = slot("The clerk was able to open the vault.", "The clerk could not open the vault.", "open")
    assert ours == 1.0 > plain


def test_a_pronoun_may_stand_for_a_name() -> None:
    ours, plain = slot("Ines Falk closed the vault.", "She closed the vault at noon.", "closed")
    assert ours == 1.0 > plain


def test_words_that_stand_nowhere_lower_the_slot() -> None:
    ours, _ = slot("The clerk opened the vault.", "A burglar opened the safe.", "opened")
    assert ours == 0.0

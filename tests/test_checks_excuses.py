"""Check the reasons why what looks like a clash of polarity is none."""

from __future__ import annotations

import pytest
from engine import case, read

from verifier.checks.excuses import denied_before, denied_near, denies, elliptical, implied, qualified, unreal, whole
from verifier.facts.analysis import Analysis


def at(analysis: Analysis, word: str) -> int:
    return next(i for i, t in enumerate(analysis.tokens) if t.key == word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Did the clerk open the vault?", "open"),
        ("If the clerk opened it, a siren rang.", "opened"),
        ("The clerk should open the vault.", "open"),
        ("Police asked whether the clerk opened it.", "opened"),
        ("The clerk was supposed to open the vault.", "open"),
        ("The bank asked the clerk to open the vault.", "open"),
    ],
)
def test_questions_and_conditions_assert_nothing(text: str, word: str) -> None:
    found = read(text)
    assert unreal(found, at(found, word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The clerk opened the vault.", "opened"),
        ("If it rains they stay; the clerk opened the vault.", "opened"),
    ],
)
def test_statements_need_no_excuse(text: str, word: str) -> None:
    found = read(text)
    assert unreal(found, at(found, word)) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clerk did not open the vault.", True),
        ("There was no damage.", True),
        ("The clerk did not promptly open the vault.", False),
        ("It was not as bad in Harle.", False),
        ("It was no more than noise.", False),
        ("It hit Harle, not Lowmere.", False),
    ],
)
def test_only_a_predicate_or_a_thing_is_denied(text: str, expected: bool) -> None:  # noqa: FBT001
    found = read(text)
    assert any(denies(found, n) for n in found.negations) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("It hit Harle, not Lowmere.", True), ("It did not hit Lowmere.", False), ("It was hit but not hurt.", True)],
)
def test_a_contrast_has_no_verb_of_its_own(text: str, expected: bool) -> None:  # noqa: FBT001
    found = read(text)
    assert elliptical(found, found.negations[0]) is expected


def test_a_denial_of_the_whole_leaves_a_part() -> None:
    found = read("The policy does not cover all of the damage.")
    assert whole(found, at(found, "cover"))
    assert not whole(found, at(found, "damage"))


def test_an_adverb_that_the_passage_lacks_narrows_a_denial() -> None:
    claim = read("The airline did not refund the fares promptly.")
    (negation,) = claim.negations
    assert qualified(claim, negation, {})
    plain = read("The airline did not refund the fares.")
    assert not qualified(plain, plain.negations[0], {})


def test_an_adverb_that_the_passage_has_narrows_nothing() -> None:
    found = case("The airline did not refund the fares promptly.", "The airline promptly refunded the fares.")
    assert not qualified(found.claim, found.claim.negations[0], found.views[0])


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("The airline did not refund the fares.", "The airline refused to pay the fares.", True),
        ("The pump was not broken but clogged.", "The pump of the clinic was clogged.", True),
        ("The airline did not refund the tickets.", "The airline sold the tickets.", False),
    ],
)
def test_a_denial_may_follow_from_other_words(claim: str, source: str, expected: bool) -> None:  # noqa: FBT001
    found = case(claim, source)
    assert implied(found, found.claim.negations[0]) is expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The clerk did not open the vault.", True),
        ("The clerk failed to open the vault.", True),
        ("The clerk opened the vault.", False),
    ],
)
def test_what_stands_behind_a_denial_is_known(claim: str, expected: bool) -> None:  # noqa: FBT001
    found = case(claim, "The clerk opened the vault.")
    assert denied_before(found, at(found.claim, "vault"), 0) is expected


@pytest.mark.parametrize(
    ("source", "word", "expected"),
    [
        ("The clerk never opened the vault.", "opened", True),
        ("The clerk refused to open the vault.", "open", True),
        ("The clerk opened the vault.", "opened", False),
    ],
)
def test_a_passage_may_deny_what_stands_near(source: str, word: str, expected: bool) -> None:  # noqa: FBT001
    found = case("The clerk opened the vault.", source)
    assert denied_near(found, 0, at(found.passage(0).analysis, word)) is expected

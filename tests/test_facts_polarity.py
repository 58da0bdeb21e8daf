"""Check what negating cues deny, and what only looks like a negation."""

from __future__ import annotations

import pytest
from reading import read


def denied(text: str) -> list[tuple[str, list[str]]]:
    found = read(text)
    return [(found.tokens[n.cue].key, [found.tokens[h].key for h in n.heads]) for n in found.negations]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The pumps were not tested.", "tested"),
        ("The pumps weren't tested.", "tested"),
        ("The operator never tested the pumps.", "tested"),
        ("The bank cannot refund the fees.", "refund"),
        ("The operator failed to test the pumps.", "test"),
        ("The operator was unable to test the pumps.", "test"),
        ("None of the pumps were tested.", "tested"),
        ("Nobody was injured.", "injured"),
        ("The train left without passengers.", "passengers"),
        ("There was no damage.", "damage"),
        ("The blast harmed nobody.", "harmed"),
        ("Money lost: none", "lost"),
        ("Money lost: none", "money"),
        ("Boats: none sank", "sank"),
        ("Nobody was able to stop the pumps.", "stop"),
        ("The agency ruled out a fine.", "fine"),
        ("The crew avoided a crash.", "crash"),
        ("The test disproved claims that the lift had been overloaded.", "overloaded"),
        ("There is no sign that anybody tampered with it.", "tampered"),
        ("It does not believe the fault was caused by rain.", "caused"),
        ("The pumps have no spare fuse or cable.", "cable"),
        ("The pumps do not have a spare fuse.", "fuse"),
        ("The outage was not because of the heat.", "heat"),
        ("Neither of the two banks lost data.", "lost"),
        ("None of the drivers noticed the fault.", "noticed"),
        ("The firm had known nothing of the alleged theft.", "known"),
        ("The fault did not appear to harm the pumps.", "harm"),
        ("The records do not seem to have been copied.", "copied"),
        ("It was not the county's worst flood.", "worst"),
    ],
)
def test_the_next_predicate_or_noun_is_denied(text: str, head: str) -> None:
    assert [head in heads for _, heads in denied(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The pumps were tested.",
        "Not only the pumps failed.",
        "The crash was avoided by the crew.",
        "The judge rejected the request.",
        "The firm denied that it had known.",
        "The agency has not ruled out a fine.",
        "The pumps must be tested no later than June.",
    ],
)
def test_what_asserts_is_no_negation(text: str) -> None:
    assert denied(text) == []


def test_a_denied_subject_denies_its_predicate_too() -> None:
    assert [heads for _, heads in denied("No details were revealed.")] == [["details"], ["revealed"]]


@pytest.mark.parametrize(
    "text",
    [
        "Neither the Bank of Mill Hill nor the Office of Water was told of the fault.",
        "No bank with a branch in the town told of the fault.",
    ],
)
def test_what_all_denied_subjects_have_in_common_is_denied(text: str) -> None:
    assert any("told" in heads for _, heads in denied(text))


def test_a_noun_phrase_is_denied_whole() -> None:
    found = read("The clinic kept no backup copies of the scans.")
    (negation,) = found.negations
    assert [found.tokens[h].key for h in negation.heads] == ["backup", "copies"]


def test_a_verb_phrase_is_denied_by_its_predicate_alone() -> None:
    assert denied("The clinic did not copy the scans.") == [("not", ["copy"])]


def test_the_scope_ends_at_the_phrase() -> None:
    ((_, heads),) = denied("The doors did not open, and the alarm rang.")
    assert heads == ["open"]


def test_each_cue_has_its_own_scope() -> None:
    assert [heads for _, heads in denied("The doors did not open, and the alarm never rang.")] == [["open"], ["rang"]]


def test_fail_without_to_denies_nothing() -> None:
    assert denied("The pumps failed on Monday.") == []

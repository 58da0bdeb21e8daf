"""Check how roles are bound to the people who hold them."""

from __future__ import annotations

import pytest
from reading import read

from verifier.words.tables import vocabulary


def found(text: str) -> list[tuple[str, str]]:
    """Return each person's last name with the words of the title."""
    a = read(text)
    return [(t.person, text[a.tokens[t.tokens[0]].start : a.tokens[t.tokens[1] - 1].end]) for t in a.titles]


@pytest.mark.parametrize(
    ("text", "person", "title"),
    [
        ("The fault was found by security researcher Ines Varga.", "varga", "security researcher"),
        ("Ines Varga, a principal analyst at Northline, found the fault.", "varga", "a principal analyst"),
        ("Ines Varga, the spokeswoman, declined to comment.", "varga", "the spokeswoman"),
        ("The fault worried Senator Ines Varga.", "varga", "Senator"),
    ],
)
def test_a_title_is_found_before_behind_and_in_the_name(text: str, person: str, title: str) -> None:
    assert [(p, t.removeprefix("a ").removeprefix("the ")) for p, t in found(text)] == [
        (person, title.removeprefix("a ").removeprefix("the "))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Varga found the fault.",
        "The researcher was thanked by Ines Varga.",
        "Ines Varga, in a long letter, described the fault.",
    ],
)
def test_without_a_title_nothing_is_bound(text: str) -> None:
    assert found(text) == []


def test_two_people_keep_their_own_titles() -> None:
    pairs = dict(found("Engineer Ines Varga met Tom Peel, a lawyer, on Monday."))
    assert pairs["peel"].endswith("lawyer")
    assert pairs["varga"] == "Engineer"


def test_words_for_one_role_name_alike_roles_and_others_do_not() -> None:
    def roles(text: str) -> frozenset[str]:
        return read(text).titles[0].roles

    lawyer, attorney, nurse = (roles(f"Ines Varga, {w}, was there.") for w in ("a lawyer", "an attorney", "a nurse"))
    assert vocabulary().alike(lawyer, attorney)
    assert not vocabulary().alike(lawyer, nurse)


def test_roles_joined_by_and_all_count() -> None:
    (title,) = read("Ines Varga, a lawyer and a trustee, was there.").titles
    single = read("Ines Varga, a trustee, was there.").titles[0]
    assert single.roles <= title.roles

"""Check what a text leaves open by a word and its link."""

from __future__ import annotations

import pytest
from reading import read


def left_open(text: str) -> set[str]:
    found = read(text)
    return {found.tokens[t].key for d in found.doubts for t in d.governed}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The museum plans to sell the paintings.", "sell"),
        ("The museum has asked the city to repair the roof.", "repair"),
        ("The guard is believed to have opened the door.", "opened"),
        ("Police accuse the guard of opening the door.", "opening"),
        ("Police suspect that the guard opened the door.", "opened"),
        ("Police suspect the guard opened the door.", "opened"),
        ("The guard opened the door, police believe.", "opened"),
        ("There is no evidence that the guard opened the door.", "opened"),
        ("It is unclear whether the guard opened the door.", "opened"),
        ("The museum is considering selling the paintings.", "selling"),
        ("The guard allegedly opened the door.", "opened"),
        ("The museum will sell the paintings.", "sell"),
        ("The museum said it would sell the paintings.", "sell"),
        ("A theft was also a possibility.", "theft"),
        ("The cause of the fire is still unclear.", "fire"),
        ("The guards have gone, and a theft has not been ruled out.", "theft"),
    ],
)
def test_a_cue_leaves_open_what_its_link_introduces(text: str, word: str) -> None:
    assert word in left_open(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Two suspected burglars opened the door.", "opened"),
        ("There is no doubt that the guard opened the door.", "opened"),
        ("The museum, which plans to close, sold the paintings.", "sold"),
        ("The guard opened the door and plans to resign.", "opened"),
        ("The museum sold its plans to the city.", "city"),
        ("The museum will not sell the paintings.", "sell"),
        ("Crowds waited for up to four hours after the machine printed or tore the tickets.", "tore"),
        ("Hundreds if not thousands were sold.", "sold"),
        ("The museum said that it sold the paintings.", "sold"),
        ("The sale failed due to it losing its paintings.", "losing"),
        ("The guards have gone, and a theft has not been ruled out.", "gone"),
        ("The museum raised the possibility of a sale.", "museum"),
        ("The director was unknown to the police.", "director"),
    ],
)
def test_what_is_asserted_is_not_left_open(text: str, word: str) -> None:
    assert word not in left_open(text)


def test_verbs_joined_to_a_planned_one_are_planned_too() -> None:
    assert {"sell", "close"} <= left_open("The museum plans to sell the paintings and close the shop.")


def test_a_light_verb_passes_its_noun_on() -> None:
    assert "recall" in left_open("The maker plans to carry out a recall of the kettles.")


def test_a_long_run_of_cues_is_read_at_once() -> None:
    assert len(read("plans to " * 3000).doubts) <= 3000
    assert len(read("whether " * 3000).doubts) <= 3000

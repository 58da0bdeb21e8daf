"""Check that places which may say the same are found without laying each beside each."""

from __future__ import annotations

from itertools import product
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from verifier.document.pairing import LIST, Place, Word, pairs

Said = tuple[str, frozenset[str]]
LEAST = 0.75


def place(value: str, words: frozenset[str]) -> Place[Said]:
    return Place((value, words), (value, words), tuple(Word(1.0, (word,)) for word in sorted(words)), words)


def clash(ours: Said, theirs: Said) -> bool | None:
    shared = len(ours[1] & theirs[1])
    if shared < LEAST * max(len(ours[1]), len(theirs[1])):
        return None
    return ours[0] != theirs[0]


def texts() -> st.SearchStrategy[list[Place[Said]]]:
    words = st.frozensets(st.sampled_from("abcdefghij"), min_size=3, max_size=6)
    return st.lists(st.builds(place, st.sampled_from("123"), words), max_size=12, unique_by=lambda each: each.said)


@given(texts(), texts())
def test_what_clashes_is_found_and_nothing_else(ours: list[Place[Said]], theirs: list[Place[Said]]) -> None:
    every = {(a, b) for a, b in product(range(len(ours)), range(len(theirs))) if clash(ours[a].item, theirs[b].item)}
    assert set(pairs(ours, theirs, LEAST, clash)) == every


def test_of_those_that_say_the_same_the_first_stands_for_all() -> None:
    words = frozenset("abcd")
    ours, theirs = [place("1", words)] * 3, [place("2", words)] * 3
    assert pairs(ours, theirs, LEAST, clash) == [(0, 0), (0, 1), (0, 2), (1, 0), (2, 0)]


def test_an_item_of_a_list_clashes_with_nothing() -> None:
    words = frozenset("abcd")
    places = [place(str(number), words) for number in range(LIST + 2)]
    assert pairs(places, places, LEAST, clash) == []
    assert pairs(places[:LIST], places[:LIST], LEAST, clash)


def test_how_often_two_places_are_looked_at_grows_as_their_number() -> None:
    looks = 0

    def looked(ours: Said, theirs: Said) -> bool | None:
        nonlocal looks
        looks += 1
        return clash(ours, theirs)

    def count(size: int) -> int:
        nonlocal looks
        looks, random = 0, Random(3)  # noqa: S311
        words = [f"w{number}" for number in range(size)]
        places = [place(str(n % 3), frozenset([*random.sample(words, 4), "the", "of"])) for n in range(size)]
        places += [place(str(n), frozenset(("same", "words", "each", "time"))) for n in range(size)]
        pairs(places, places, LEAST, looked)
        return looks

    assert count(1600) <= 2.2 * count(800) <= 4.84 * count(400)
    assert count(1600) < 80 * 1600

"""Test the finding of copies."""

from __future__ import annotations

import pytest

from verifier.model import Source, SourceReading
from verifier.text.copies import near_copies
from verifier.text.reading import read_source

WIRE = (
    "The harbour ferry lost its steering on Monday after a relay in the bridge console failed without warning. "
    "Forty passengers were taken off by a tug that had been waiting near by for another ship. "
    "The operator said it had replaced the relay on all six of its boats by Wednesday. "
    "Inspectors found that the part had been fitted upside down when the console was built. "
    "The maker, a small firm in the north, recalled four hundred consoles in nine countries. "
    "Unions asked why nobody had tested the part before the boats went back to work. "
)
OTHER = (
    "A ferry drifted for most of an hour outside the harbour because its steering had gone dead. "
    "Its passengers, forty in all, were brought ashore on board of a tug. "
    "According to inspectors one component of the console was mounted the wrong way round. "
    "Consoles of the same kind are in use in nine countries and are now to be exchanged. "
    "The union of seafarers wants to know who signed for the last test. "
    "Nobody has been hurt, but some cars on the lower deck were damaged by sea water. "
)
QUOTE = (
    "“We are sorry for what our passengers went through on that day, and we have asked an independent engineer to "
    "look at every part that was bought from this supplier in the last ten years, however long it may take,” "
    "the operator wrote. "
)


def reading(name: str, text: str) -> SourceReading:
    return read_source(Source(name, text))


def test_edited_copies_of_a_wire_story_are_one_group() -> None:
    edited = (
        "By Nina Holm\n" + WIRE.replace("Monday", "8 March").replace("Unions", "The unions") + "More follows later."
    )
    found = near_copies([reading("a", WIRE), reading("b", OTHER), reading("c", edited)])
    assert found == (("a", "c"),)


def test_first_half_of_a_story_is_a_copy_of_it() -> None:
    assert near_copies([reading("whole", WIRE), reading("teaser", WIRE[: len(WIRE) // 2])]) == (("whole", "teaser"),)


def test_shared_quotation_makes_no_copies() -> None:
    assert near_copies([reading("a", QUOTE + WIRE), reading("b", OTHER + QUOTE)]) == ()


def test_typography_and_case_do_not_count() -> None:
    assert near_copies([reading("a", WIRE), reading("b", WIRE.upper().replace(" ", "\u00a0 "))]) == (("a", "b"),)


def test_groups_follow_the_order_of_the_readings() -> None:
    texts = [("z", OTHER), ("y", WIRE), ("x", OTHER), ("w", WIRE), ("v", "Something else.")]
    assert near_copies([reading(*one) for one in texts]) == (("z", "x"), ("y", "w"))


def test_short_and_empty_texts_are_no_copies() -> None:
    short = "The ferry drifted for an hour."
    assert near_copies([reading("a", short), reading("b", short), reading("c", ""), reading("d", "")]) == ()
    assert near_copies([]) == ()


@pytest.mark.parametrize("boat", ["Boat", "boat"])
def test_copies_are_found_among_long_texts(boat: str) -> None:
    numbered = [" ".join(f"{boat} {i * n} had {i + n} men on deck {i % (n + 2)}." for i in range(900)) for n in (3, 5)]
    texts = [("a", numbered[0]), ("b", numbered[1]), ("c", "It began well. " + numbered[0])]
    assert near_copies([reading(*one) for one in texts]) == (("a", "c"),)

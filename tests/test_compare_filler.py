"""Check which names and roles are taken for rivals of those in a claim."""

from __future__ import annotations

import pytest
from engine import case, clashes

from verifier.compare import filler
from verifier.compare.case import Outcome
from verifier.compare.filler import observe


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("The map was drawn by Elm.", "The map was drawn by Tom Ash. Elm prints maps.", [("Elm", "Tom Ash")]),
        ("The map was drawn by the Elm office.", "The map was drawn by Ash. Elm prints maps.", [("Elm", "Ash")]),
        ("The map was drawn by Elm.", "The map was sold by Tom Ash. Elm prints maps.", []),  # another deed
        ("The map of Elm was drawn.", "The map was drawn by Tom Ash. Elm is a town.", []),  # no doer
        ("The map was drawn by Elm.", "The map was drawn by Tom Ash for Elm.", []),  # it is named there
    ],
)
def test_a_doer_stands_in_the_place_of_another_though_a_sentence_beside_it_names_the_claims_own(
    claim: str, source: str, expected: list[tuple[str, str]]
) -> None:
    assert clashes(observe, claim, source, fact="name") == expected


@pytest.mark.parametrize(
    ("claimed", "told", "apart"),
    [
        ("Marlenau", "Ostby", True),
        ("Marlenau", "Marlanau", False),
        ("Marlenau", "Marelnau", False),
        ("Harle", "Hurle", True),  # too short to tell
        ("KX7370", "KX7470", True),
    ],
)
def test_a_name_that_is_one_letter_apart_is_spelt_otherwise(claimed: str, told: str, apart: bool) -> None:  # noqa: FBT001
    found = clashes(observe, f"The ferry sank at {claimed}.", f"The ferry sank at {told}.", fact="name")
    assert bool(found) is apart


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("A nurse opened the gate.", "A teacher opened the gate.", [("nurse", "teacher")]),
        ("A nurse opened the gate.", "A passenger opened the gate.", []),  # may be one
        ("A tenant opened the gate.", "An owner opened the gate.", [("tenant", "owner")]),
        ("A nurse opened the gate.", "A teacher lounge opened the gate.", []),  # a room
        ("A pensioner opened the gate.", "A tenant opened the gate.", []),
        ("A neighbour opened the gate.", "A widow opened the gate.", []),
        ("Human error opened the gate.", "The owner opened the gate.", []),
        ("A nurse opened the gate.", "A doctored card opened the gate.", []),
        ("Nurse Lea Brandt opened the gate.", "Teacher Lea Brandt opened the gate.", [("Nurse", "Teacher")]),
    ],
)
def test_roles_clash_where_both_are_jobs_or_neither_is_and_both_are_nouns(
    claim: str, source: str, expected: list[tuple[str, str]]
) -> None:
    assert clashes(observe, claim, source, fact="role") == expected


def test_a_doer_counts_as_such_where_both_sides_have_it_behind_the_same_verb() -> None:
    told = case("The map was drawn by Elm.", "The map was drawn by Tom Ash. Elm prints maps.")
    found = {(o.outcome, dict(o.measures).get("subject")) for o in filler.observe(told) if o.fact == "name"}
    assert (Outcome.CLASH, 1.0) in found

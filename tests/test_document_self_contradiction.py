"""Check claims of one postmortem against each other: what clashes, and what only seems to."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from counting import steps
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.claims.claims import claims_in
from verifier.document import causes, self_contradiction
from verifier.document.remark import Remark
from verifier.evidence.passages import build
from verifier.facts.analysis import analyse
from verifier.words.tables import vocabulary

INDEX = build([], vocabulary())


LIKE = {
    "each with another figure": ("The pump of the water board lost {} old valves.",),
    "one figure": ("The pump of the water board lost 40 old valves.",),
    "two figures in turn": (
        "The pump of the water board lost 40 old valves.",
        "The pump of the water board lost 30 old valves.",
    ),
    "two figures at other places": ("The pump at X{}ton lost 40 old valves.", "The pump at Y{}ton lost 30 old valves."),
    "denials": ("The old pump at Elm was tested on time.", "The old pump at Elm was not tested on time."),
    "denials of many things": ("Pump {} of Elm was tested on time.", "Pump {} of Elm was not tested on time."),
    "titles": ("Mia Stone, chief lawyer of Elm Water, spoke.", "Mia Stone, chief engineer of Elm Water, spoke."),
}


def counted(texts: Sequence[str]) -> int:
    claims = [claim for n, text in enumerate(texts) for claim in claims_in(text, f"Part {n}")]
    read = {c.id: analyse(c.text, INDEX.vocabulary, None, c.material) for c in claims}
    return steps(lambda: list(self_contradiction.check(claims, read, INDEX)))


@pytest.mark.parametrize("sentences", LIKE.values(), ids=LIKE)
def test_twice_the_claims_take_about_twice_the_steps(sentences: tuple[str, ...]) -> None:
    texts = [sentence.format(number) for number in range(90) for sentence in sentences]
    first, second, third = (counted(texts[: size * len(sentences)]) for size in (30, 60, 90))
    assert third - second <= 1.2 * (second - first) + 500


def test_claims_of_the_same_few_words_take_about_twice_the_steps_for_twice_as_many() -> None:
    random = Random(7)  # noqa: S311  for no secret
    words = "pump valve meter cable tower boiler turbine sluice basin ditch gauge hose tank weir crane drain".split()
    texts = [f"The {' '.join(random.sample(words, 6))} lost {random.randint(2, 9)} men." for _ in range(450)]
    first, second, third = (counted(texts[:size]) for size in (150, 300, 450))
    assert third - second <= 1.2 * (second - first) + 500


def test_two_figures_for_one_thing_are_found_among_many_claims_that_share_words_with_it() -> None:
    crowd = [f"The board said that pump {n} of station {n} ran for {n} days of May." for n in range(200)]
    first = "In a flood the board lost 3,000 deeds of the old registry."
    texts = [first, *crowd, "The board lost 300 deeds of the old registry in a flood."]
    claims = [claim for n, text in enumerate(texts) for claim in claims_in(text, f"Part {n}")]
    read = {c.id: analyse(c.text, INDEX.vocabulary, None, c.material) for c in claims}
    (found,) = self_contradiction.check(claims, read, INDEX)
    assert {found.ours[0].said, found.theirs[0].said} == {"300", "3,000"}


def test_twice_the_causes_take_about_twice_the_steps() -> None:
    def of_size(size: int) -> int:
        said = "The old pump of the board broke in storm {}."
        fields = ("Software Causes", "Non-software Causes")
        claims = [c for f in fields for n in range(size) for c in claims_in(said.format(n), f)]
        read = {c.id: analyse(c.text, INDEX.vocabulary, None, c.material) for c in claims}
        return steps(lambda: list(causes.check(claims, read, INDEX)))

    of_size(2)
    first, second, third = (of_size(size) for size in (30, 60, 90))
    assert third - second <= 1.2 * (second - first) + 500


def remarks(first: str, second: str, fields: tuple[str, str] = ("Summary", "Impacts")) -> list[Remark]:
    claims = [*claims_in(first, fields[0]), *claims_in(second, fields[1])]
    read = {c.id: analyse(c.text, INDEX.vocabulary, None, c.material) for c in claims if not c.reason}
    return [*self_contradiction.check(claims, read, INDEX), *causes.check(claims, read, INDEX)]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (
            "The worm wiped 300 cash machines in the valley.",
            "The worm wiped 3,000 cash machines in the valley.",
            ("300", "3,000"),
        ),
        (
            "The registry lost three million deeds in the flood of requests.",
            "In the flood of requests the registry lost three billion deeds.",
            ("three million", "three billion"),
        ),
        (
            "The tram line stopped for repairs in April 2019.",
            "The tram line stopped for repairs in June 2019.",
            ("April 2019", "June 2019"),
        ),
        (
            "The lender fined its supplier $4 million for the failed update.",
            "The lender fined its supplier $40 million for the failed update.",
            ("$4 million", "$40 million"),
        ),
    ],
)
def test_values_that_cannot_both_hold_are_named(first: str, second: str, said: tuple[str, str]) -> None:
    (remark,) = remarks(first, second)
    assert (remark.ours[0].said, remark.theirs[0].said) == said
    assert (remark.ours[0].field, remark.theirs[0].field) == ("Summary", "Impacts")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The worm wiped 300 cash machines in the valley.", "The worm wiped hundreds of cash machines in the valley."),
        ("The worm wiped 300 cash machines in the valley.", "The worm wiped at least 250 cash machines in the valley."),
        (
            "The worm wiped 300 cash machines in the valley.",
            "The worm wiped three hundred cash machines in the valley.",
        ),
        ("The worm wiped 300 cash machines in the valley.", "The worm wiped 40 ticket gates in the valley."),
        ("The worm wiped 300 cash machines in Norvale.", "The worm wiped 40 cash machines in Sudbrook."),
        ("The worm wiped 300 cash machines in May 2019.", "The worm wiped 40 cash machines in June 2019."),
        ("The worm wiped 300 cash machines of the bank.", "The worm wiped the other 40 cash machines of the bank."),
        ("The first worm wiped 300 cash machines of the bank.", "The second worm wiped 40 cash machines of the bank."),
        (
            "The worm wiped 300 cash machines of the bank.",
            "The worm was expected to wipe 40 cash machines of the bank.",
        ),
        ("The tram line stopped for repairs on 3 June 2019.", "The tram line stopped for repairs in June 2019."),
        ("The tram line reopened after repairs in April 2019.", "The vendor shipped new brakes in June 2019."),
    ],
)
def test_values_that_go_together_or_speak_of_something_else_are_left_alone(first: str, second: str) -> None:
    assert remarks(first, second) == []


def test_a_list_of_like_things_is_no_contradiction() -> None:
    line = "The yearly audit report of the water board named {} leaks."
    lines = " ".join(line.format(number) for number in (3, 5, 9))
    assert remarks(lines, line.format(7)) == []


def test_advice_contradicts_nothing() -> None:
    claims = (
        "Storing the backups of the registry encrypted.",
        "The backups of the registry were not stored encrypted.",
    )
    assert remarks(*claims, fields=("Preventions", "Impacts")) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The brakes of the trams were tested.", "The brakes of the trams were not tested."),
        ("The vendor never told the city council about the leak.", "The vendor told the city council about the leak."),
    ],
)
def test_what_is_denied_in_one_place_and_asserted_in_another_is_named(first: str, second: str) -> None:
    (remark,) = remarks(first, second)
    assert {remark.ours[0].field, remark.theirs[0].field} == {"Summary", "Impacts"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The brakes of the trams were tested.", "The brakes of the buses were not tested."),
        ("The brakes of the trams may have been tested.", "The brakes of the trams were not tested."),
        ("The brakes of the trams were not tested.", "The brakes of the trams were never tested."),
        (
            "The company said that the brakes of its trams were not tested.",
            "Tested trams have better brakes, a union said.",
        ),
    ],
)
def test_denials_of_something_else_are_left_alone(first: str, second: str) -> None:
    assert remarks(first, second) == []


def test_two_titles_of_one_person_in_one_firm_are_named() -> None:
    (remark,) = remarks(
        "1. Ada Quill, chief lawyer at Brightwell", "Ada Quill, head engineer at Brightwell, disagreed."
    )
    assert "lawyer" in remark.ours[0].said
    assert "engineer" in remark.theirs[0].said


def test_titles_in_two_firms_are_left_alone() -> None:
    assert remarks("1. Ada Quill, chief lawyer at Brightwell", "Ada Quill, head engineer at Dunmore, disagreed.") == []


def test_a_cause_given_twice_names_both_places() -> None:
    cause = "A missing check of passwords in the ticket portal of the ferry line"
    (remark,) = remarks(cause, f"{cause}, said the auditors.", ("SEcauses", "NSEcauses"))
    assert "Software" not in remark.message
    assert remark.message.startswith("SEcauses and NSEcauses give the same event")
    assert remarks(cause, "The clerks shared one password.", ("SEcauses", "NSEcauses")) == []
    assert remarks(cause, cause, ("SEcauses", "Summary")) == []


@settings(max_examples=40, deadline=None)
@given(st.integers(11, 9000), st.integers(11, 9000))
def test_altered_figures_clash_and_equal_ones_never(a: int, b: int) -> None:
    found = remarks(
        f"The worm wiped {a} cash machines in the valley.", f"The worm wiped {b:,} cash machines in the valley."
    )
    assert bool(found) is (a != b) or 0.9 * max(a, b) <= min(a, b) < max(a, b)

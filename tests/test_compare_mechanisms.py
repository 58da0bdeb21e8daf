"""Check what each mechanism sees of a claim beside its passages: what holds, what clashes, what stays open."""

from __future__ import annotations

import pytest
from engine import Mechanism, case, clashes, excused, seen

from verifier.compare import filler, link, stance, value
from verifier.compare.case import Outcome
from verifier.compare.mechanisms import MECHANISMS, observe
from verifier.data.rulebook import load

FIRE = "The fire in Harle destroyed 300 cars on 3 June 2019."
VALVE = "The guard closed the valve of the tank."


@pytest.mark.parametrize(
    ("mechanism", "fact", "claim", "source", "expected"),
    [
        (value.observe, "quantity", "The fire destroyed 900 cars.", FIRE, ("900", "300")),
        (value.observe, "date", "The fire in Harle began on 9 June 2019.", FIRE, ("9 June 2019", "3 June 2019")),
        (value.observe, "quantifier", "All trains on the line stopped.", "Some trains stopped.", ("All", "Some")),
        (filler.observe, "name", "The fire in Ostby destroyed 300 cars.", FIRE, ("Ostby", "Harle")),
        (filler.observe, "role", "A nurse opened the gate.", "A teacher opened the gate.", ("nurse", "teacher")),
        (
            filler.observe,
            "medium",
            "The mayor said so in a tweet.",
            "In a letter the mayor said so.",
            ("tweet", "letter"),
        ),
        (stance.observe, "opposite", "The guard opened the valve of the tank.", VALVE, ("opened", "closed")),
    ],
)
def test_another_value_in_the_same_place_is_seen_with_both_sides(
    mechanism: Mechanism, fact: str, claim: str, source: str, expected: tuple[str, str]
) -> None:
    assert expected in clashes(mechanism, claim, source, fact=fact)


def test_what_the_claim_says_elsewhere_does_not_stand_in_the_place_of_a_value() -> None:
    source = "The pumps failed in May 2019."
    assert clashes(value.observe, "The pumps failed in May 2019 and in June 2019.", source, fact="date") == []
    assert clashes(value.observe, "The pumps failed in June 2019.", source, fact="date") == [("June 2019", "May 2019")]
    swapped = clashes(
        value.observe, "The valve failed in June and the pump in May.", "The valve failed in May, the pump in June."
    )
    assert ("June", "May") in swapped


@pytest.mark.parametrize(
    ("claim", "missing"),
    [
        ("The error came with Orb OS 8 or 9.", []),  # part of a name
        ("The error came with Orb OS 8 or 7.", ["7"]),
        ("The error hit 9 phones.", ["9"]),  # of no name that the claim has
        ("The error hit several phones.", []),  # too vague to be missed
        ("The error hit 30 phones.", ["30"]),
    ],
)
def test_a_figure_is_missing_where_no_passage_has_it_and_no_name_of_the_claim(claim: str, missing: list[str]) -> None:
    beside = case(claim, "Phones met with the error after the update to Orb OS 8 or Orb OS 9.")
    found = [o for o in value.observe(beside) if o.fact == "quantity" and o.outcome is Outcome.OPEN and not o.excuse]
    assert [o.said for o in found] == missing


@pytest.mark.parametrize(
    ("holding", "outcomes"),
    [
        ("The kiln in Harle was lit in May.", {"open", "clash"}),
        ("The kiln in Ostby was, some say, lit in May.", {"held", "clash"}),  # of the same
        ("The kiln was lit in May.", {"held", "clash"}),  # of nothing else
        ("The kiln was lit in May, said Harle.", {"held", "clash"}),  # another name elsewhere
        ("In Harle, where boats are built, a second kiln was at work by May.", {"held", "clash"}),  # told otherwise
    ],
)
def test_a_value_of_another_name_told_in_the_very_words_of_the_claim_is_not_its_own(
    holding: str, outcomes: set[str]
) -> None:
    claim, other = "The kiln in Ostby was lit in May.", "The kiln in Ostby was lit in June."
    assert {
        outcome for outcome, said, _ in seen(value.observe, claim, f"{holding} {other}") if said == "May"
    } == outcomes
    assert {each[0] for each in seen(value.observe, claim, holding)} == {"held"}  # where nothing speaks of its own


def test_a_denial_on_one_side_is_seen_whichever_side_it_is() -> None:
    denied = VALVE.replace("closed", "did not close")
    for claim, source in ((denied, VALVE), (VALVE, denied)):
        assert clashes(stance.observe, claim, source, fact="polarity")
    assert clashes(stance.observe, denied, denied, fact="polarity") == []


@pytest.mark.parametrize("mechanism", [value.observe, filler.observe, stance.observe])
def test_what_a_passage_says_word_for_word_never_clashes_in_its_own_place(mechanism: Mechanism) -> None:
    for text in (FIRE, VALVE, "All trains stopped, but no bus did, Ada Quill, a nurse, wrote in a letter."):
        assert clashes(mechanism, text, text) == []


@pytest.mark.parametrize(
    ("mechanism", "claim", "open_"),
    [
        (value.observe, "The fire destroyed 300 cars and 40 boats.", "40"),
        (value.observe, "The fire began in May 2012.", "May 2012"),
        (filler.observe, "The fire destroyed cars of Ada Quill.", "Ada Quill"),
    ],
)
def test_what_no_passage_has_is_open(mechanism: Mechanism, claim: str, open_: str) -> None:
    assert any(how == Outcome.OPEN and said.startswith(open_) for how, said, _ in seen(mechanism, claim, FIRE))


@pytest.mark.parametrize(
    ("source", "how", "reverse"),
    [
        ("A worn cable caused the blackout of the harbour.", Outcome.HELD, False),
        ("The blackout of the harbour was due to a worn cable.", Outcome.HELD, False),
        ("A worn cable was found. The harbour had a blackout.", Outcome.OPEN, False),
        ("The blackout of the harbour led to a worn cable.", Outcome.OPEN, True),
    ],
)
def test_a_cause_is_held_only_by_a_passage_that_links_both_the_same_way(
    source: str, how: Outcome, *, reverse: bool
) -> None:
    (found,) = link.observe(case("A worn cable caused the blackout of the harbour.", source))
    assert found.outcome is how
    assert (dict(found.measures)["reversed"] > 0) is reverse


@pytest.mark.parametrize("claim", ["The fire was not due to a worn cable.", "A worn cable did not cause the fire."])
def test_a_cause_that_the_claim_denies_is_no_link(claim: str) -> None:
    assert not list(link.observe(case(claim, FIRE)))


def test_a_cause_without_an_effect_of_its_own_is_no_link() -> None:
    assert not list(link.observe(case("The failure incident was caused by a worn cable.", FIRE)))


def test_what_is_excused_keeps_its_reason() -> None:
    assert excused(stance.observe, VALVE, "Did the guard open the valve of the tank?") == {"unreal"}
    assert excused(stance.observe, VALVE, "The guard opened the valve of the tank.") == set()


def test_a_later_time_excuses_the_opposite_in_its_own_phrase_alone() -> None:
    claim = "The valve of the tank was open."
    assert excused(stance.observe, claim, "The valve of the tank is now closed.") == {"since_changed"}
    assert excused(stance.observe, claim, "The valve of the tank was closed, and the guard slept again.") == set()


def test_only_mechanisms_with_a_rule_in_force_are_run() -> None:
    given = case("The fire in Ostby did not destroy 900 cars.", FIRE)
    every = {o.mechanism for o in observe(given, load(), "")}
    assert every == {"value", "filler", "stance"}
    for name in MECHANISMS:
        assert name not in {o.mechanism for o in observe(given, load(ignore=[name]), "")}


def test_every_measure_is_a_share() -> None:
    given = case("All nurses in Ostby did not sell 900 cars in a letter, which led to a loss.", FIRE, VALVE)
    for found in observe(given, load(), ""):
        assert all(0 <= amount <= 1 for _, amount in found.measures), found

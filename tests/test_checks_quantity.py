"""Check how the quantities of a claim fare against those of the sources."""

from __future__ import annotations

import pytest
from engine import case, clashes, outcomes, read, verdict

from verifier.checks.quantity import check, counted_alike
from verifier.model import Verdict

SOURCE = (
    "The flood damaged 2.4 million meters and cost the utility $30 million, its chief said on Friday. "
    "It had 12 engineers on duty."
)


@pytest.mark.parametrize(
    "claim",
    [
        "The flood damaged 2.4 million meters.",
        "The flood damaged 2,400,000 meters.",
        "The flood damaged about two million meters.",
        "The flood damaged more than 2 million meters.",
        "The flood damaged millions of meters.",
        "The flood cost the utility $30 million.",
        "The flood cost the utility 30 million dollars.",
        "The utility had twelve engineers on duty.",
    ],
)
def test_the_same_a_rounder_or_a_weaker_value_holds(claim: str) -> None:
    assert [how for how, _ in outcomes(check, claim, SOURCE)] == ["held"]
    assert verdict(claim, SOURCE) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "said", "found"),
    [
        ("The flood damaged 2.4 billion meters.", "2.4 billion", "2.4 million"),
        ("The flood damaged 24 million meters.", "24 million", "2.4 million"),
        ("The flood damaged at least 5 million meters.", "at least 5 million", "2.4 million"),
        ("The flood damaged billions of meters.", "billions", "2.4 million"),
        ("The flood cost the utility $300 million.", "$300 million", "$30 million"),
        ("The utility had 20 engineers on duty.", "20", "12"),
    ],
)
def test_another_value_for_the_same_thing_clashes(claim: str, said: str, found: str) -> None:
    ((ours, theirs),) = clashes(check, claim, SOURCE)
    assert said in ours
    assert found in theirs
    assert verdict(claim, SOURCE) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    ["The flood drowned 77 cows.", "The strike at the port lasted 19 weeks.", "A baker in Harle sold 12,000 buns."],
)
def test_a_value_for_something_else_is_missing_and_no_clash(claim: str) -> None:
    assert [how for how, _ in outcomes(check, claim, SOURCE)] == ["missing"]
    assert verdict(claim, SOURCE) is Verdict.UNSUPPORTED


def test_a_value_of_the_same_article_that_counts_something_else_is_no_support() -> None:
    source = "The fire destroyed 40 homes in Harle. The brigade sent 90 firefighters to the village."
    assert verdict("The fire destroyed 90 homes in Harle.", source) is Verdict.CONTRADICTED


def test_one_source_against_another_is_both_held_and_a_clash() -> None:
    one = "The flood destroyed 300 cars in the garage of the clinic."
    other = "The flood destroyed 500 cars in the garage of the clinic, police said."
    assert {how for how, _ in outcomes(check, "The flood destroyed 300 cars in the garage.", one, other)} == {
        "held",
        "clash",
    }


def test_what_a_writer_may_supply_is_not_missed() -> None:
    assert outcomes(check, "The two met several times.", SOURCE) == []


def test_ordinals_are_not_compared() -> None:
    assert outcomes(check, "It was the third flood.", SOURCE) == []


def test_a_vaguer_source_does_not_clash() -> None:
    assert clashes(check, "The flood damaged 2.4 million meters.", "The flood damaged millions of meters.") == []


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("It lost 40 buses.", "It lost 50 buses.", True),
        ("It lost 40 cars.", "It lost 50 vehicles.", True),
        ("It lost 40 buses.", "It lost 50 lawyers.", False),
        ("It lost 40.", "It lost 50 lawyers.", None),
        ("It sold 4 million consoles.", "It sold 5 million Corvos.", None),
    ],
)
def test_what_is_counted_is_compared_by_its_noun(ours: str, theirs: str, expected: bool | None) -> None:  # noqa: FBT001
    found, other = case(ours, theirs), read(theirs)
    assert counted_alike(found, found.claim.quantities[0], other.quantities[0], other) is expected


@pytest.mark.parametrize(
    ("claim", "source", "outcome"),
    [
        (
            "Nine people fell ill, three of them gravely.",
            "Three people fell gravely ill and six others mildly.",
            "held",
        ),
        (
            "Ten people fell ill, three of them gravely.",
            "Three people fell gravely ill and six others mildly.",
            "clash",
        ),
        ("Nine wards closed after the leak.", "Three wards and six doctors were hit; two wards closed.", "clash"),
    ],
)
def test_parts_that_count_the_rest_are_added_up(claim: str, source: str, outcome: str) -> None:
    assert next(how for how, _ in outcomes(check, claim, source)) == outcome


def test_the_ends_of_a_change_may_not_be_turned_round() -> None:
    source = "The error rate fell from 611 to 96 per hour after the repair."
    assert clashes(check, "The error rate fell from 96 to 611 per hour after the repair.", source)
    assert not clashes(check, "The error rate fell from 611 to 96 per hour after the repair.", source)
    assert not clashes(check, "The error rate fell to 96 per hour after the repair.", source)


def test_one_figure_in_another_unit_clashes_where_little_else_is_shared() -> None:
    source = "The chain was losing £2,000 a day while its tills were down, the manager said."
    assert clashes(check, "The tills cost the chain £2,000 a week.", source) == [("£2,000", "£2,000")]
    assert not clashes(check, "The tills cost the chain £14,000 a week.", source)


def test_a_repeated_figure_is_not_disputed_by_another_thing_its_own_source_counts() -> None:
    repeated = "The club lost 40 players in eight matches of the autumn league."
    career = "Its captain has lost 300 players from 44 matches in his years at the club."
    assert verdict(repeated, f"{repeated} {career}") is Verdict.SUPPORTED
    assert verdict(repeated.replace("eight", "8"), f"{repeated} {career}") is Verdict.SUPPORTED
    swapped = "Some 40 seats are filled by vote, while the other 20 are filled from the list of the council."
    assert verdict(swapped, swapped) is Verdict.SUPPORTED
    turned = swapped.replace("40", "60").replace("20", "40").replace("60", "20")
    assert verdict(turned, swapped) is not Verdict.SUPPORTED


def test_a_figure_repeated_among_others_is_held_for_itself() -> None:
    fined = "The owner, 26, was fined $125,000 by the court, of which $50,000 was suspended for two years."
    assert verdict(fined.replace("two", "2"), fined) is Verdict.SUPPORTED


def test_a_figure_stands_for_what_the_passage_counts_by_it() -> None:
    source = "The club signed Alba Roth to a one-year, $2 million contract that includes a signing bonus of $500,000."
    assert verdict("Alba Roth's signing bonus with the club was $500,000.", source) is Verdict.SUPPORTED
    assert verdict("Alba Roth's signing bonus with the club was $2 million.", source) is not Verdict.SUPPORTED


@pytest.mark.parametrize("claim", ["About 900 crates are still missing.", "Hundreds of crates are missing."])
def test_a_figure_of_them_counts_what_was_named_before(claim: str) -> None:
    source = "A storm washed some 60,000 crates into the bay, and about 900 of them have still not been found."
    assert clashes(check, claim, source) == []

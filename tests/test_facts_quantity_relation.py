"""Check how the value of a claim relates to the value of a source."""

import pytest

from verifier.facts.quantity import Quantity, relate, weigh
from verifier.facts.quantity import read as quantities
from verifier.facts.relation import Relation

EQUAL, IMPLIES, IMPLIED, APART, OPEN = Relation

PAIRS = [
    # the same value in other words
    ("2.4 million cars", "2,400,000 cars", EQUAL),
    ("2.4m cars", "2.4 million cars", EQUAL),
    ("30 thousand cars", "30,000 cars", EQUAL),
    ("three cars", "3 cars", EQUAL),
    ("twelve cars", "a dozen cars", EQUAL),
    ("half of the cars", "50% of the cars", EQUAL),
    ("1 in 5 cars", "20 percent of the cars", EQUAL),
    ("44 of 45 cars", "44 out of the 45 cars", EQUAL),
    ("$5m", "US$5 million", EQUAL),
    ("90 minutes", "one and a half hours", EQUAL),
    ("twelve months", "a 1-year ban", EQUAL),
    ("at least 30 cars", "30 cars or more", EQUAL),
    ("more than 30 cars", "over 30 cars", EQUAL),
    ("up to 30 cars", "as many as 30 cars", EQUAL),
    ("about 30 cars", "approximately 30 cars", EQUAL),
    ("thousands of cars", "thousands of vans", EQUAL),
    ("exactly 30 cars", "30 cars", EQUAL),
    ("no cars", "zero cars", EQUAL),
    ("won 3-2", "a 3-2 win", EQUAL),
    ("a man aged 34", "a 34-year-old man", EQUAL),
    # one unit read two ways, and rates over other times
    ("5.3 million pounds", "£5.3m", EQUAL),
    ("2.4m Corvo vans", "2.4 million vans", EQUAL),
    ("£7,000 a week", "£1,000 a day", EQUAL),
    ("£1,000 a week", "£1,000 a day", APART),
    ("£1,000 per van", "£1,000 per day", OPEN),
    ("€300", "$300", APART),
    ("€280", "$300", OPEN),
    ("2 feet", "2 metres", APART),
    ("five weeks", "five months", APART),
    ("dozens of cars", "about 100 cars", IMPLIED),
    ("hundreds of cars", "1,200 cars", IMPLIED),
    ("hundreds of cars", "1,300 cars", APART),
    # figures of a ratio
    ("nine of ten cars", "one of ten cars", APART),
    ("44,000 of 45,000 cars", "44 of 45 cars", APART),
    ("9 of 10 cars", "18 of 20 cars", EQUAL),
    ("fewer than one hundred cars", "hundreds of cars", APART),
    ("more than 1,000 cars", "hundreds of cars", APART),
    ("one of ten cars", "10% of the cars", EQUAL),
    ("more than 60 cars", "62 of the 180 cars", IMPLIED),
    ("70 cars", "62 of the 180 cars", OPEN),
    ("48 of the clinic's 400 cars", "80 of its 400 cars", APART),
    ("up to nine hours", "up to five hours", APART),
    # vaguer, rounder, weaker
    ("billions of photos", "3 billion photos", IMPLIED),
    ("thousands of photos", "tens of thousands of photos", IMPLIED),
    ("dozens of cars", "48 cars", IMPLIED),
    ("several cars", "five cars", IMPLIED),
    ("about 30,000 cars", "29,874 cars", IMPLIED),
    ("2.4 million cars", "2,410,000 cars", IMPLIED),
    ("$1.2 billion", "$1,170,000,000", IMPLIED),
    ("45% of cars", "44.6% of cars", IMPLIED),
    ("nearly half of the cars", "48% of the cars", IMPLIED),
    ("nearly a dozen cars", "11 cars", IMPLIED),
    ("a third of the cars", "33% of the cars", EQUAL),
    ("98% of cars", "44 of 45 cars", IMPLIED),
    ("at least 15,000 cars", "at least 30,000 cars", IMPLIED),
    ("at least 15,000 cars", "30,000 cars", IMPLIED),
    ("more than 2 million cars", "2.4 million cars", IMPLIED),
    ("fewer than 100 cars", "95 cars", IMPLIED),
    ("up to 40 cars", "38 cars", IMPLIED),
    ("between 10 and 20 cars", "15 cars", IMPLIED),
    ("3 to 5 percent", "4 percent", IMPLIED),
    ("at least 30,000 cars", "30,000 cars", IMPLIED),
    ("about 2 million cars", "2.4 million cars", IMPLIED),
    ("44 cars", "44 of 45 cars", IMPLIED),
    ("fell 1.8m", "fell 5.9ft", EQUAL),
    ("four months", "120 days", EQUAL),
    ("7% of cars", "6.6% of cars", IMPLIED),
    ("fewer than 500 cars", "450 to 470 cars", IMPLIED),
    ("at most five cars", "fewer than six cars", EQUAL),
    ("more than five cars", "at least six cars", EQUAL),
    ("at most five cars", "fewer than five cars", IMPLIED),
    ("more than six cars", "at least five cars", APART),
    ("at most five litres", "less than six litres", APART),
    ("at least 4.5 points", "more than 3.5 points", APART),
    ("more than 700 cars", "between 800 and 900 cars", IMPLIED),
    ("at least one car", "44 cars", IMPLIED),
    ("5 km", "5.1 km", IMPLIED),
    # both can hold, the claim says more
    ("30,000 cars", "at least 30,000 cars", IMPLIES),
    ("30,000 cars", "about 30,000 cars", IMPLIES),
    ("3 billion photos", "billions of photos", IMPLIES),
    ("29,874 cars", "about 30,000 cars", OPEN),
    ("2,410,000 cars", "2.4 million cars", OPEN),
    ("2.4 million cars", "more than 2 million cars", IMPLIES),
    ("15 cars", "between 10 and 20 cars", IMPLIES),
    ("tens of thousands of photos", "thousands of photos", IMPLIES),
    ("44 of 45 cars", "44 cars", IMPLIES),
    ("more than 30,000 cars", "30,000 cars", IMPLIES),
    # the source gives no such figure, though it leaves room for it
    ("130 cars", "more than two cars per household", OPEN),
    ("91,000 cars", "90,000 cars", OPEN),
    ("101 cars", "some 100 cars", OPEN),
    # what follows says next to nothing
    ("more than a thousand dollars", "$2,743,130", OPEN),
    ("fewer than 30,000 cars", "45 cars", OPEN),
    # they number one thing in two ways
    ("the fifth outage", "five outages", EQUAL),
    ("the 5th year", "five years", EQUAL),
    ("the 5th anniversary", "five years", EQUAL),
    ("the 5th outage", "five years", OPEN),
    ("12 arrested", "a 12-year-old boy", OPEN),
    ("nine dead", "the victim, 9,", OPEN),
    ("she was 34", "a 34-year-old woman", EQUAL),
    ("the fourth outage", "five outages", OPEN),
    # they cannot both hold
    ("thousands of photos", "three billion photos", APART),
    ("millions of photos", "billions of photos", APART),
    ("hundreds of photos", "thousands of photos", APART),
    ("three million photos", "three billion photos", APART),
    ("at least three million photos", "three billion photos", APART),
    ("90,001 cars", "30,000 cars", APART),
    ("20,000 cars", "40,000 cars", APART),
    ("at least 300,000 cars", "at least 30,000 cars", APART),
    ("at least 60,000 cars", "at least 30,000 cars", APART),
    ("at least 40,000 cars", "at least 30,000 cars", APART),
    ("2 million cars", "2.4 million cars", APART),
    ("more than 3 million cars", "2.4 million cars", APART),
    ("fewer than 30 cars", "more than 30 cars", APART),
    ("fewer than 30 cars", "45 cars", APART),
    ("440 of 45 cars", "44 of 45 cars", APART),
    ("43 out of 45 cars", "44 out of 45 cars", APART),
    ("two days", "three days", APART),
    ("two days", "two weeks", APART),
    ("a 35-year-old man", "a 34-year-old man", APART),
    ("no cars", "30 cars", APART),
    ("40% of cars", "60% of cars", APART),
    ("half of the cars", "a third of the cars", APART),
    ("won 3-2", "won 3-1", APART),
    ("$1,000", "$10,000", APART),
    ("three times as many", "twice as many", APART),
    ("about 40,000 cars", "about 30,000 cars", APART),
    ("some 50 cars", "some 40 cars", APART),
    ("about 500 cars", "400 cars", APART),
    ("about 50 cars", "46 cars", IMPLIED),
    ("about 15 cars", "16 cars", IMPLIED),
    ("about 5 cars", "6 cars", IMPLIED),
    ("403,500 cars", "approximately 807,000 cars", APART),
    ("24.0 million cars", "2.4 million cars", APART),
    ("101 cars", "100 cars", APART),
    ("100 cars", "101 cars", APART),
    ("100 km", "101 km", APART),
    ("$3", "$3.44", APART),
    ("more than 700 cars", "between 500 and 600 cars", APART),
    ("more than 189 cars", "189 cars", APART),
    ("more than 3,300 cars", "nearly 3,300 cars", APART),
    ("less than $500", "just under $500", IMPLIED),
    ("fewer than 400 cars", "almost 500 cars", APART),
    ("nearly 3,300 cars", "more than 3,300 cars", APART),
    ("minus 5 degrees", "5 degrees", APART),
    # decimals that are cut off
    ("217 points", "217.52 points", IMPLIED),
    ("217 points", "218.52 points", APART),
    ("218 points", "217.22 points", APART),
    ("21 points", "21.92 points", APART),
    # they measure different things
    ("$30", "30 cars", OPEN),
    ("30%", "30 cars", OPEN),
    ("30 miles", "30 hours", OPEN),
    ("30 kg", "30 km", OPEN),
    ("a man aged 30", "30 years", OPEN),
    ("three cars", "44 of 45 cars", OPEN),
]  # fmt: skip


def only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(("claim", "source", "expected"), PAIRS)
def test_relates(claim: str, source: str, expected: Relation) -> None:
    assert weigh(only(claim), only(source)) is expected


@pytest.mark.parametrize("text", sorted({t for a, b, _ in PAIRS for t in (a, b)}))
def test_everything_equals_itself(text: str) -> None:
    assert relate(only(text), only(text)) is Relation.EQUAL


@pytest.mark.parametrize(("claim", "source"), [(a, b) for a, b, _ in PAIRS])
def test_relates_as_in_a_mirror(claim: str, source: str) -> None:
    assert relate(only(source), only(claim)) is relate(only(claim), only(source)).mirror

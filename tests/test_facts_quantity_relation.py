"""Check how the value of a claim relates to the value of a source."""

import pytest

from verifier.facts.quantity.reading import Quantity, quantities
from verifier.facts.quantity.relation import relate
from verifier.facts.relation import Relation

EQUAL, ENTAILED, WEAKER, CLASH, OTHER = Relation

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
    ("£1,000 a week", "£1,000 a day", CLASH),
    ("£1,000 per van", "£1,000 per day", OTHER),
    ("€300", "$300", CLASH),
    ("€280", "$300", OTHER),
    ("2 feet", "2 metres", CLASH),
    ("five weeks", "five months", CLASH),
    ("dozens of cars", "about 100 cars", WEAKER),
    ("hundreds of cars", "1,200 cars", WEAKER),
    ("hundreds of cars", "1,300 cars", CLASH),
    # figures of a ratio
    ("nine of ten cars", "one of ten cars", CLASH),
    ("44,000 of 45,000 cars", "44 of 45 cars", CLASH),
    ("9 of 10 cars", "18 of 20 cars", EQUAL),
    ("fewer than one hundred cars", "hundreds of cars", CLASH),
    ("more than 1,000 cars", "hundreds of cars", CLASH),
    ("one of ten cars", "10% of the cars", EQUAL),
    ("more than 60 cars", "62 of the 180 cars", ENTAILED),
    ("70 cars", "62 of the 180 cars", OTHER),
    ("48 of the clinic's 400 cars", "80 of its 400 cars", CLASH),
    ("up to nine hours", "up to five hours", CLASH),
    # vaguer, rounder, weaker
    ("billions of photos", "3 billion photos", ENTAILED),
    ("thousands of photos", "tens of thousands of photos", ENTAILED),
    ("dozens of cars", "48 cars", ENTAILED),
    ("several cars", "five cars", ENTAILED),
    ("about 30,000 cars", "29,874 cars", ENTAILED),
    ("2.4 million cars", "2,410,000 cars", ENTAILED),
    ("$1.2 billion", "$1,170,000,000", ENTAILED),
    ("45% of cars", "44.6% of cars", ENTAILED),
    ("nearly half of the cars", "48% of the cars", ENTAILED),
    ("nearly a dozen cars", "11 cars", ENTAILED),
    ("a third of the cars", "33% of the cars", ENTAILED),
    ("98% of cars", "44 of 45 cars", ENTAILED),
    ("at least 15,000 cars", "at least 30,000 cars", ENTAILED),
    ("at least 15,000 cars", "30,000 cars", ENTAILED),
    ("more than 2 million cars", "2.4 million cars", ENTAILED),
    ("fewer than 100 cars", "95 cars", ENTAILED),
    ("up to 40 cars", "38 cars", ENTAILED),
    ("between 10 and 20 cars", "15 cars", ENTAILED),
    ("3 to 5 percent", "4 percent", ENTAILED),
    ("at least 30,000 cars", "30,000 cars", ENTAILED),
    ("about 2 million cars", "2.4 million cars", ENTAILED),
    ("44 cars", "44 of 45 cars", ENTAILED),
    ("fell 1.8m", "fell 5.9ft", ENTAILED),
    ("four months", "120 days", ENTAILED),
    ("7% of cars", "6.6% of cars", ENTAILED),
    ("fewer than 500 cars", "450 to 470 cars", ENTAILED),
    ("more than 700 cars", "between 800 and 900 cars", ENTAILED),
    ("at least one car", "44 cars", ENTAILED),
    ("5 km", "5.1 km", ENTAILED),
    # both can hold, the claim says more
    ("30,000 cars", "at least 30,000 cars", WEAKER),
    ("30,000 cars", "about 30,000 cars", WEAKER),
    ("3 billion photos", "billions of photos", WEAKER),
    ("29,874 cars", "about 30,000 cars", WEAKER),
    ("2,410,000 cars", "2.4 million cars", WEAKER),
    ("2.4 million cars", "more than 2 million cars", WEAKER),
    ("15 cars", "between 10 and 20 cars", WEAKER),
    ("tens of thousands of photos", "thousands of photos", WEAKER),
    ("44 of 45 cars", "44 cars", WEAKER),
    ("more than 30,000 cars", "30,000 cars", WEAKER),
    # they cannot both hold
    ("thousands of photos", "three billion photos", CLASH),
    ("millions of photos", "billions of photos", CLASH),
    ("hundreds of photos", "thousands of photos", CLASH),
    ("three million photos", "three billion photos", CLASH),
    ("at least three million photos", "three billion photos", CLASH),
    ("90,001 cars", "30,000 cars", CLASH),
    ("20,000 cars", "40,000 cars", CLASH),
    ("at least 300,000 cars", "at least 30,000 cars", CLASH),
    ("at least 60,000 cars", "at least 30,000 cars", CLASH),
    ("at least 40,000 cars", "at least 30,000 cars", CLASH),
    ("2 million cars", "2.4 million cars", CLASH),
    ("more than 3 million cars", "2.4 million cars", CLASH),
    ("fewer than 30 cars", "more than 30 cars", CLASH),
    ("fewer than 30 cars", "45 cars", CLASH),
    ("440 of 45 cars", "44 of 45 cars", CLASH),
    ("43 out of 45 cars", "44 out of 45 cars", CLASH),
    ("two days", "three days", CLASH),
    ("two days", "two weeks", CLASH),
    ("a 35-year-old man", "a 34-year-old man", CLASH),
    ("no cars", "30 cars", CLASH),
    ("40% of cars", "60% of cars", CLASH),
    ("half of the cars", "a third of the cars", CLASH),
    ("won 3-2", "won 3-1", CLASH),
    ("$1,000", "$10,000", CLASH),
    ("three times as many", "twice as many", CLASH),
    ("about 40,000 cars", "about 30,000 cars", CLASH),
    ("403,500 cars", "approximately 807,000 cars", CLASH),
    ("24.0 million cars", "2.4 million cars", CLASH),
    ("101 cars", "100 cars", CLASH),
    ("100 cars", "101 cars", CLASH),
    ("100 km", "101 km", CLASH),
    ("$3", "$3.44", CLASH),
    ("more than 700 cars", "between 500 and 600 cars", CLASH),
    ("more than 189 cars", "189 cars", CLASH),
    ("more than 3,300 cars", "nearly 3,300 cars", CLASH),
    ("nearly 3,300 cars", "more than 3,300 cars", CLASH),
    ("minus 5 degrees", "5 degrees", CLASH),
    # they measure different things
    ("$30", "30 cars", OTHER),
    ("30%", "30 cars", OTHER),
    ("30 miles", "30 hours", OTHER),
    ("30 kg", "30 km", OTHER),
    ("a man aged 30", "30 years", OTHER),
    ("three cars", "44 of 45 cars", OTHER),
]  # fmt: skip


def only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(("claim", "source", "expected"), PAIRS)
def test_relates(claim: str, source: str, expected: Relation) -> None:
    assert relate(only(claim), only(source)) is expected


@pytest.mark.parametrize("text", sorted({t for a, b, _ in PAIRS for t in (a, b)}))
def test_everything_equals_itself(text: str) -> None:
    assert relate(only(text), only(text)) is Relation.EQUAL


@pytest.mark.parametrize(("claim", "source"), [(a, b) for a, b, r in PAIRS if r in (CLASH, OTHER, EQUAL)])
def test_clash_other_and_equal_hold_both_ways(claim: str, source: str) -> None:
    bounded = only(claim).comparator or only(source).comparator
    if not bounded:
        assert relate(only(source), only(claim)) is relate(only(claim), only(source))

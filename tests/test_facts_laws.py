"""Check the laws that hold for the values of every type of fact."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.facts import date as date_facts
from verifier.facts.assertion import quantifier
from verifier.facts.assertion.quantifier import Quantifier, quantifiers
from verifier.facts.date import DateFact
from verifier.facts.date import read as dates
from verifier.facts.quantity import Quantity, relate
from verifier.facts.quantity import read as quantities
from verifier.facts.relation import HOLDS, Relation

LAW = settings(deadline=None)
FIGURES = st.one_of(st.integers(2, 120), st.integers(2, 10**10)).map("{:,}".format)
DECIMALS = st.tuples(st.integers(1, 999), st.integers(0, 9)).map("{0[0]}.{0[1]} million".format)
LOOSE = st.sampled_from(("dozens of", "hundreds of", "several", "tens of thousands of", "a few hundred", "millions of"))
BOUNDS = ("", "about ", "nearly ", "at least ", "more than ", "fewer than ", "up to ", "exactly ", "at most ")
PLAIN = st.tuples(st.sampled_from(BOUNDS), st.one_of(FIGURES, DECIMALS)).map("".join)
RANGES = st.tuples(st.integers(2, 500), st.integers(1, 500)).map(lambda p: f"between {p[0]} and {p[0] + p[1]}")
RATIOS = st.tuples(st.integers(1, 60), st.integers(0, 60)).map(lambda p: f"{p[0]} of {p[0] + p[1]}")
UNITS = st.sampled_from((" lamps", " percent", " kilometres", " miles", " days", " hours", " dollars", " lamps a day"))
TEXTS = st.one_of(st.tuples(st.one_of(PLAIN, PLAIN, LOOSE, RANGES), UNITS).map("".join), RATIOS.map("{} lamps".format))


def read(text: str) -> Quantity:
    return quantities(f"They lost {text}.")[0]


QUANTITIES = TEXTS.map(read)


@LAW
@given(QUANTITIES)
def test_a_quantity_says_what_it_says(a: Quantity) -> None:
    assert relate(a, a) is Relation.EQUAL


@LAW
@given(QUANTITIES, QUANTITIES)
def test_quantities_relate_as_in_a_mirror(a: Quantity, b: Quantity) -> None:
    assert relate(b, a) is relate(a, b).mirror


@LAW
@given(QUANTITIES, QUANTITIES, st.floats(0, 10**6), st.floats(0, 10**6))
def test_a_wider_quantity_is_never_apart_from_what_the_narrower_held_with(
    a: Quantity, b: Quantity, down: float, up: float
) -> None:
    if a.comparator or a.kind == "ratio" or a.per or relate(a, b) not in HOLDS:
        return
    wider = replace(a, lower=a.lower - down, upper=a.upper + up)
    assert relate(wider, b) is not Relation.APART


@LAW
@given(st.integers(2, 10**9), st.integers(0, 10**9))
def test_a_bound_follows_from_every_figure_behind_it(n: int, more: int) -> None:
    figure = read(f"{n + more + 1:,} lamps")
    assert relate(read(f"more than {n:,} lamps"), figure) is Relation.IMPLIED
    assert relate(figure, read(f"more than {n:,} lamps")) is Relation.IMPLIES
    assert relate(read(f"fewer than {n:,} lamps"), read(f"{2 * n + more:,} lamps")) is Relation.APART
    assert math.isinf(read(f"at least {n:,} lamps").upper)


DAYS = st.dates(date(2018, 1, 1), date(2022, 12, 31))
FORMS = st.sampled_from(("{0:%B} {0.day}", "{0:%B} {0.day}, {0.year}", "{0:%B} {0.year}", "{0:%B}", "{0:%A}"))
SIDES = st.sampled_from(("on ", "in ", "before ", "after ", "by ", "until ", "since ", "early ", "late "))
WRITTEN = st.sampled_from((None, date(2021, 3, 10)))
DATES = st.tuples(SIDES, FORMS, DAYS, WRITTEN).map(lambda p: dates(f"It fell {p[0]}{p[1].format(p[2])}.", p[3])[0])


@LAW
@given(DATES)
def test_a_date_says_what_it_says(a: DateFact) -> None:
    assert date_facts.relate(a, a) is Relation.EQUAL


@LAW
@given(DATES, DATES)
def test_dates_relate_as_in_a_mirror(a: DateFact, b: DateFact) -> None:
    assert date_facts.relate(b, a) is date_facts.relate(a, b).mirror


@LAW
@given(DAYS, st.integers(1, 400))
def test_a_day_lies_on_one_side_of_another(day: date, apart: int) -> None:
    (bound,) = dates(f"It fell before {day:%B} {day.day}, {day.year}.")
    for other, expected in ((day - timedelta(apart), Relation.IMPLIED), (day + timedelta(apart), Relation.APART)):
        (found,) = dates(f"It fell on {other:%B} {other.day}, {other.year}.")
        assert date_facts.relate(bound, found) is expected


SHARES = st.sampled_from(("All", "Most", "Many", "Some", "Few", "No", "Only", "Part of the", "Nearly all", "Not all"))
WORDS = SHARES.map(lambda word: quantifiers(f"{word} users left.")[0])


@LAW
@given(WORDS, WORDS)
def test_shares_relate_as_in_a_mirror(a: Quantifier, b: Quantifier) -> None:
    assert quantifier.relate(a, a) is Relation.EQUAL
    assert quantifier.relate(b, a) is quantifier.relate(a, b).mirror

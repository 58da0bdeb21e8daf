"""Check how figures are compared whose unit may mean two things."""

from __future__ import annotations

import pytest

from verifier.facts.quantity import read as quantities
from verifier.facts.quantity import relate
from verifier.facts.relation import Relation


@pytest.mark.parametrize(
    ("text", "beside", "expected"),
    [
        ("a fine of 5 pounds", "a fine of £5", Relation.EQUAL),
        ("a load of 5 pounds", "a load of 2 tonnes", Relation.APART),
        ("a recall for 2.4m Corvo vans", "2 million vans", Relation.APART),
        ("a recall for 2.4m Corvo vans", "2.4 million vans", Relation.EQUAL),
        ("a drop of 2.4m", "a drop of 2 metres", Relation.APART),
    ],
)
def test_a_unit_is_read_as_the_other_side_does(text: str, beside: str, expected: Relation) -> None:
    assert relate(quantities(text)[0], quantities(beside)[0]) is expected


def test_rates_are_compared_by_the_time_they_are_counted_by() -> None:
    week, day, van = (quantities(f"It cost £70 {per}.")[0] for per in ("a week", "a day", "per van"))
    assert relate(quantities("It cost £10 a day.")[0], week) is Relation.EQUAL
    assert relate(day, week) is Relation.APART
    assert relate(van, week) is Relation.OPEN


@pytest.mark.parametrize(
    ("text", "lower", "kind"),
    [
        ("The plan would cut $4T.", 4e12, "money"),
        ("It fell to minus five.", -5.0, "count"),
        ("It is twenty-one fifths of that.", 420.0, "ratio"),
        ("The Corvo is 6 Times Size of a van.", 6.0, "multiple"),
        ("1,234,567", 1_234_567.0, "count"),
        ("They burnt 3 trillion cubic feet.", 3e12 * 28.316846592, "measure"),
        ("Ferry Fares Rise 19", 19.0, "count"),
        ("The wind blew at 72 km per hour.", 20.0, "measure"),
        ("The van did 90 km/h there.", 25.0, "measure"),
        ("The room has 100 sq. ft. of floor.", 9.290304, "measure"),
        ("Rates rose by 50 basis points.", 0.5, "measure"),
        ("It boils at 212° Fahrenheit there.", 100.0, "measure"),
        ("It boils at 90ºC there.", 90.0, "measure"),
        ("A bolt of 5 7/8 feet broke.", 5.875 * 0.3048, "measure"),
        ("It fell in the past two quarters.", 2.0, "count"),
        ("The lift was out for two full days.", 2 * 86400.0, "duration"),
        ("It took five working days.", 5 * 86400.0, "duration"),
        ("Two more lifts came.", 2.0, "count"),
        ("It was the one hundred and twenty-fifth lift.", 125.0, "ordinal"),
        ("The lift cost 30 Philippine pesos.", 30.0, "money"),
    ],
)
def test_reads_letters_of_trillions_negatives_improper_fractions_and_figures_alone(
    text: str, lower: float, kind: str
) -> None:
    (found,) = quantities(text)
    assert found.lower == pytest.approx(lower)
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("A few hundred thousand lamps failed.", 200_000, 999_999),
        ("Several hundred million lamps failed.", 200_000_000, 999_999_999),
        ("A couple of hundred thousand lamps failed.", 200_000, 200_000),
        ("It weighs between 30 g to 50 g.", 0.03, 0.05),
    ],
)
def test_reads_all_scales_of_a_vague_number_and_both_ends_of_a_range(text: str, lower: float, upper: float) -> None:
    (found,) = quantities(text)
    assert (found.lower, found.upper) == pytest.approx((lower, upper))


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("They lost £3 and a penny.", "gbp"),
        ("They lost $3 and half a penny.", "usd"),
        ("They lost half a penny.", "gbp"),
    ],
)
def test_a_penny_is_a_cent_beside_dollars(text: str, currency: str) -> None:
    assert {q.unit for q in quantities(text) if q.kind == "money"} == {currency}


@pytest.mark.parametrize(
    ("text", "noun"), [("It passed the 40,000 mark.", ()), ("Some 40,000 average lamps failed.", ("average", "lamps"))]
)
def test_a_word_for_the_figure_itself_is_not_counted(text: str, noun: tuple[str, ...]) -> None:
    assert quantities(text)[0].noun == noun


@pytest.mark.parametrize(
    ("text", "base", "value"),
    [
        ("a spill of 20 barrels", "liter", 20 * 158.987294928),
        ("a pressure of 30 psi", "pascal", 30 * 6894.757293),
        ("a pressure of 980 millibars", "pascal", 98_000),
        ("a current of 16 amps", "ampere", 16),
        ("a load of 3 GWh", "kilowatt hour", 3_000_000),
        ("a dam of 900 acre-feet", "liter", 900 * 1233481.83754752),
        ("a yard of 50 square yards", "square meter", 50 * 0.83612736),
    ],
)
def test_reads_units_of_spills_pressure_current_and_energy(text: str, base: str, value: float) -> None:
    (found,) = quantities(text)
    assert found.unit == base
    assert found.value == pytest.approx(value)


def test_a_fall_and_where_it_ended_are_no_range() -> None:
    assert [q.lower for q in quantities("The index was down 75 to 2,669.")] == [75, 2669]
    assert [(q.lower, q.upper) for q in quantities("It takes 5 to 60 days.")] == [(5 * 86400, 60 * 86400)]


@pytest.mark.parametrize(
    ("text", "comparator", "figures"),
    [
        ("No lift worked for more than 3 hours.", "more than", 1),
        ("Nobody knew why more than 30 lamps failed.", "more than", 1),
        ("No more than 30 lamps failed.", "at most", 1),
        ("No alarm rang, and more than 30 lamps failed.", "more than", 1),
        ("They did not answer in more than 3 hours.", "more than", 1),
        ("They did not repair more than 30 lamps.", "more than", 1),
        ("The repair did not take more than 3 hours.", "at most", 1),
        ("There were no queues longer than 3 hours.", "at most", 1),
        ("No boxes weighed more than 3 kg.", "at most", 1),
        ("No tank exceeded 30 litres.", "at most", 1),
        ("The tanks never held more than 30 barrels.", "at most", 1),
        ("Not one tank held fewer than 30 barrels.", "at least", 1),
    ],
)
def test_a_bound_is_turned_round_only_where_it_is_denied(text: str, comparator: str, figures: int) -> None:
    found = quantities(text)
    assert (found[-1].comparator, len(found)) == (comparator, figures)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Point five per cent of the lamps failed.", [0.5]),
        ("The level fell by point two five metres.", [0.25]),
        ("The rate was point five per cent.", [0.5]),
        ("At that point five per cent of the lamps failed.", [5]),
        ("It was a turning point two metres up.", [2]),
        ("A quarter million lamps failed.", [250_000]),
        ("The third million lamps failed.", [3]),
        ("It cost a quarter of a million dollars.", [250_000]),
        ("A 2-1/2 metre cable broke.", [2.5]),
        ("Two 737 jets stood there.", [2]),
        ("Two 500-page books lay there.", [2, 500]),
    ],
)
def test_reads_parts_in_words(text: str, figures: list[float]) -> None:
    assert [q.lower for q in quantities(text)] == pytest.approx(figures)

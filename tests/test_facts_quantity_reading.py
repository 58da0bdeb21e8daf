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
    ],
)
def test_reads_letters_of_trillions_negatives_improper_fractions_and_figures_alone(
    text: str, lower: float, kind: str
) -> None:
    (found,) = quantities(text)
    assert found.lower == pytest.approx(lower)
    assert found.kind == kind


def test_a_fall_and_where_it_ended_are_no_range() -> None:
    assert [q.lower for q in quantities("The index was down 75 to 2,669.")] == [75, 2669]
    assert [(q.lower, q.upper) for q in quantities("It takes 5 to 60 days.")] == [(5 * 86400, 60 * 86400)]

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

"""Check how figures are compared whose unit may mean two things."""

from __future__ import annotations

import pytest

from verifier.facts.quantity import period, relate
from verifier.facts.quantity import read as quantities
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


def test_only_units_of_time_make_a_period() -> None:
    assert period("week") == 7 * period("day") > 0
    assert period("passenger") == period("") == 0

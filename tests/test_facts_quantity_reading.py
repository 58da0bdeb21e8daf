"""Check how figures are read whose unit may mean two things."""

from __future__ import annotations

import pytest

from verifier.facts.quantity.alike import period, read_alike
from verifier.facts.quantity.reading import quantities


@pytest.mark.parametrize(
    ("text", "beside", "kind", "value"),
    [
        ("a fine of 5 pounds", "a fine of £5", "money", 5),
        ("a load of 5 pounds", "a load of 2 tonnes", "measure", 5 * 0.45359237),
        ("a recall for 2.4m Corvo vans", "2 million vans", "count", 2_400_000),
        ("a drop of 2.4m", "a drop of 2 metres", "measure", 2.4),
    ],
)
def test_a_unit_is_read_as_the_other_side_does(text: str, beside: str, kind: str, value: float) -> None:
    found = read_alike(quantities(text)[0], quantities(beside)[0])
    assert found.kind == kind
    assert found.value == pytest.approx(value)


def test_only_units_of_time_make_a_period() -> None:
    assert period("week") == 7 * period("day") > 0
    assert period("passenger") == period("") == 0

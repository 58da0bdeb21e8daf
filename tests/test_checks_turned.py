"""Check when a gap between a claim and a passage is a denial on one side only."""

from __future__ import annotations

import pytest
from engine import case

from verifier.checks.turned import turned

SOURCE = "The port was closed to ferries during the storm in March."
DENIED = "The port was not closed to ferries during the storm in March."


def sides(claim: str, source: str) -> list[bool]:
    found = case(claim, source)
    (laid,) = found.overlays
    return [turned(found, laid, gap) for gap in laid.gaps]


@pytest.mark.parametrize(
    ("claim", "source"), [(DENIED, SOURCE), (SOURCE, DENIED), (DENIED.replace("not", "never"), SOURCE)]
)
def test_a_denial_on_one_side_turns_the_sentence(claim: str, source: str) -> None:
    assert sides(claim, source) == [True]


def test_a_denied_number_or_delay_is_turned_too() -> None:
    first = "She was not the first mayor of the port to visit the ferries during the storm."
    assert sides(first.replace(" not", ""), first) == [True]
    later = "The port will not be opened to the ferries until the storm has passed."
    assert sides(later.replace(" not", ""), later) == [True]


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (DENIED.replace("not", "never"), DENIED),
        (SOURCE.replace("closed", "open"), SOURCE),
        (SOURCE.replace("was closed", "was quickly closed"), SOURCE),
        (SOURCE.replace("was", "has been"), SOURCE),
        ("Boats were put in a safe dock to be sold.", "Boats that could not sail were towed to a dock to be sold."),
    ],
)
def test_other_differences_do_not(claim: str, source: str) -> None:
    assert True not in sides(claim, source)
    assert sides(claim, source) != []


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (
            "Guests were charged fees, which were not refunded until May.",
            "Guests were charged fees, which took until May to be refunded.",
        ),
        ("The mill does not expect sales to suffer much.", "The mill expects little damage to sales."),
    ],
)
def test_up_to_a_time_and_by_half_denies_nothing(claim: str, source: str) -> None:
    assert True not in sides(claim, source)

"""Check how a word of the claim fares beside its opposite in the sources."""

from __future__ import annotations

import pytest
from engine import clashes, verdict

from verifier.checks.antonyms import check
from verifier.model import Verdict


@pytest.mark.parametrize(
    ("claim", "source", "pair"),
    [
        ("The price of gas rose in March.", "The price of gas fell in March, traders said.", ("rose", "fell")),
        ("The valve was open.", "The valve was closed when the tank burst.", ("open", "closed")),
        ("The older trains were withdrawn.", "The newer trains were withdrawn after the fire.", ("older", "newer")),
        ("Engineers arrived before the fire.", "Engineers arrived after the fire, he said.", ("before", "after")),
        ("The city won the lawsuit.", "The city lost the lawsuit against the maker of the lifts.", ("won", "lost")),
        ("The court accepted the excuse.", "The court rejected the excuse on Friday.", ("accepted", "rejected")),
        ("The court accepted the offer.", "The court turned down the offer on Friday.", ("accepted", "turned down")),
        ("The lamp was switched on at noon.", "The lamp was switched off at noon.", ("switched on", "switched off")),
        ("Clerks turned the lamp on.", "Clerks turned the lamp off.", ("turned the lamp on", "turned the lamp off")),
        ("The two burned clerks died.", "Two clerks were burned, and both recovered.", ("died", "recovered")),
        ("The clerk left a week later.", "The clerk left a week earlier.", ("later", "earlier")),
        ("The tills overpaid the clerks.", "The tills underpaid the clerks.", ("overpaid", "underpaid")),
    ],
)
def test_the_opposite_in_the_same_slot_clashes(claim: str, source: str, pair: tuple[str, str]) -> None:
    assert clashes(check, claim, source) == [pair]
    assert verdict(claim, source) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The price of gas rose in March.", "The price of gas climbed in March, traders said."),
        ("The price of gas rose in March.", "The price of gas rose in March. The price of oil fell."),
        ("The price of gas rose in March.", "The price of gas rose in March and fell in May."),
        ("The valve was not open.", "The valve was closed when the tank burst."),
        ("One of nine lifts failed.", "Eight of nine lifts passed."),
        ("The price of gas rose in March.", "The mayor fell from his horse in March."),
        ("The newer boiler is hit.", "The older boiler is not hit."),
        ("The clerk is unwilling to pay.", "The clerk is not willing to pay."),
        ("The router was vulnerable.", "The router is now secure."),
        ("The price of gas rose in March.", "The firm planned to lower the price of gas in March."),
        ("The price of gas went down after a rush.", "The price of gas sank after a surge."),
    ],
)
def test_the_word_itself_a_denied_opposite_and_other_slots_do_not(claim: str, source: str) -> None:
    assert clashes(check, claim, source) == []
    assert verdict(claim, source) is not Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The guard ran up the stairs.", "The guard ran down the stairs."),
        ("Closing the valve took hours.", "Opening the valve took hours."),
    ],
)
def test_particles_and_names_of_actions_are_not_compared(claim: str, source: str) -> None:
    assert clashes(check, claim, source) == []


def test_opposites_with_exchanged_sides_say_the_same() -> None:
    source = "The city of Glen bought the trams from Corvane in 2016."
    assert clashes(check, "Corvane sold the trams to the city of Glen.", source) == []


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The pool is to close at six on Monday.", "The pool is open on Monday until six."),
        (
            "A final report on the leak is expected in May.",
            "The first report on the leak is expected in a month. A final report is due next May.",
        ),
    ],
)
def test_what_holds_up_to_a_time_and_the_word_with_its_noun_elsewhere_are_left_alone(claim: str, source: str) -> None:
    assert clashes(check, claim, source) == []

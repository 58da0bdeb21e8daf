"""Check how names fare that the sources know from elsewhere than where the claim has them."""

from __future__ import annotations

import pytest
from engine import case

from verifier.checks.misplaced import misplaced

SOURCE = (
    "A ferry lost steering off Harle on Sunday. The ferry carried 340 passengers when its rudder pump failed. "
    "Divers found the rudder jammed. Rina Solheim, harbour master, ordered tugs to tow it. "
    "She said the channel stayed shut all night. The pump was made by Ostrava Marine. "
    "Years earlier Quill Lines had moved its office to Gdansk. Tickets were refunded. A choir sang at the quay. "
    "Fishermen waited. The sea was calm."
)


def missed(claim: str, source: str = SOURCE) -> list[str]:
    return [o.said for o in misplaced(case(claim, source))]


@pytest.mark.parametrize(
    ("claim", "name"),
    [
        ("Quill Lines ordered tugs to tow the ferry.", "Quill Lines"),
        ("The rudder pump was made by Rina Solheim.", "Rina Solheim"),
        ("Divers from Gdansk found the rudder jammed.", "Gdansk"),
    ],
)
def test_a_name_from_elsewhere_in_the_article_is_missed(claim: str, name: str) -> None:
    assert missed(claim) == [name]


@pytest.mark.parametrize(
    "claim",
    [
        "Rina Solheim ordered tugs to tow the ferry.",
        "Solheim said the channel was shut all night.",
        "The failed pump came from Ostrava Marine.",
        "Quill Lines moved to Gdansk.",
        "The ferry Harle carried passengers when the rudder pump failed.",
    ],
)
def test_a_name_beside_what_is_said_of_it_holds(claim: str) -> None:
    assert missed(claim) == []


def test_what_a_figure_ties_to_a_name_holds() -> None:
    source = f"{SOURCE} In Lowmere the repair took 45 days."
    assert missed("The ferry was fixed in Lowmere, where its rudder pump was out for 45 days.", source) == []


def test_a_name_stands_for_the_firm_of_the_person_named_beside_it() -> None:
    source = f"{SOURCE} Aino Berg, owner of Tern Boats, hired guides. Berg lost six bookings of harbour cruises."
    assert missed("Tern Boats lost six bookings of harbour cruises.", source) == []

"""Check how sources about another incident are told from those about this one."""

from __future__ import annotations

from datetime import date

import pytest
from engine import indexed, read

from verifier.document.other_incidents import other_incidents
from verifier.model import Source
from verifier.text.reading import read_source

CLAIMS = (
    "The signalling software of the Lowmere tram froze during the morning rush.",
    "Two trams collided at the depot, and nine passengers were bruised.",
    "An engineer had installed the wrong update of the signalling software.",
    "Nine passengers were bruised in the rush.",
)
SAME = (
    "Two trams collided at the Lowmere depot in the morning rush. Nine passengers were bruised. "
    "The signalling software froze because an engineer installed the wrong update."
)
OTHER = "The Lowmere tram museum sold its café to a baker. Passengers may buy cakes there in spring."
MARCH, JULY = date(2021, 3, 1), date(2021, 7, 1)


def others(
    *texts: tuple[str, date | None], published: date | None = MARCH, claims: tuple[str, ...] = CLAIMS
) -> dict[str, str]:
    found = [Source(f"s{n}", text, published=day) for n, (text, day) in enumerate(texts, 1)]
    return other_incidents([read(c) for c in claims], indexed(found), [*map(read_source, found)], published)


def test_a_source_that_says_little_of_it_is_about_another_incident() -> None:
    assert list(others((SAME, MARCH), (OTHER, JULY))) == ["s2"]


def test_the_reason_names_how_long_after_the_postmortem_it_was_published() -> None:
    assert "published 122 days after the postmortem" in others((SAME, MARCH), (OTHER, JULY))["s2"]


def test_what_was_published_with_the_postmortem_stays() -> None:
    assert others((SAME, MARCH), (OTHER, date(2021, 3, 10))) == {}


def test_without_dates_nearness_alone_decides() -> None:
    assert list(others((SAME, None), (OTHER, None), published=None)) == ["s2"]


def test_sources_that_say_as_much_stay_whenever_they_were_published() -> None:
    assert others((SAME, MARCH), (SAME.replace("bruised", "hurt"), JULY)) == {}


def test_a_source_that_states_one_claim_of_some_length_nearly_whole_stays() -> None:
    assert others((SAME, MARCH), (f"{OTHER} {CLAIMS[2]}", JULY)) == {}
    assert list(others((SAME, MARCH), (f"{OTHER} Trams collided.", JULY))) == ["s2"]


def test_a_single_source_is_never_about_another_incident() -> None:
    assert others((OTHER, JULY)) == {}


@pytest.mark.parametrize("few", [0, 1, 3])
def test_a_few_claims_tell_nothing_apart(few: int) -> None:
    assert others((SAME, MARCH), (OTHER, JULY), claims=CLAIMS[:few]) == {}


def test_an_empty_source_says_nothing_of_it() -> None:
    assert list(others((SAME, MARCH), ("", JULY))) == ["s2"]

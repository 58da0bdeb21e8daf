"""Check that words which have changed places in a repeated sentence are seen, and lists are not."""

from __future__ import annotations

import pytest
from engine import case, verdict

from verifier.checks.exchanged import exchanged
from verifier.model import Verdict

SOURCE = "The lawyer of Northline told the judge in Harle that Corvane Logic had built the faulty gate for the harbour."


def seen(claim: str, source: str = SOURCE) -> list[tuple[str, str, str, str]]:
    found = case(claim, source)
    return [(o.family, o.outcome.value, o.said, o.found) for laid in found.overlays for o in exchanged(found, laid)]


def test_names_that_have_changed_places_clash() -> None:
    turned = SOURCE.replace("Northline", "?").replace("Corvane Logic", "Northline").replace("?", "Corvane Logic")
    assert seen(turned) == [("name", "clash", "Corvane Logic Northline", "Northline Corvane Logic")]
    assert verdict(turned, SOURCE) is Verdict.CONTRADICTED


def test_other_words_that_have_changed_places_are_not_stated() -> None:
    turned = SOURCE.replace("lawyer", "?").replace("judge", "lawyer").replace("?", "judge")
    assert seen(turned) == [("wording", "missing", "judge lawyer", "lawyer judge")]
    assert verdict(turned, SOURCE) is not Verdict.SUPPORTED


def test_a_name_that_has_passed_another_one_clashes() -> None:
    source = "Ida Lund, of Harle, said that no further talks were planned by the two sides on Monday."
    claim = source.replace("Lund, of Harle", "Harle, of Lund")
    assert [how for _, how, *_ in seen(claim, source)] == ["clash"]
    fronted = "On Monday, Ida Lund, of Harle, said that no further talks were planned by the two sides."
    assert seen(fronted, source) == []


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (SOURCE, SOURCE),
        (
            "The storm closed the harbours of Lund and Harle for nine days in the spring of that year.",
            "The storm closed the harbours of Harle and Lund for nine days in the spring of that year.",
        ),
        ("The judge heard Northline in Harle.", SOURCE),
    ],
)
def test_nothing_has_changed_places(claim: str, source: str) -> None:
    assert seen(claim, source) == []

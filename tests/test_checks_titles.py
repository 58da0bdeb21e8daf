"""Check how the title that a claim gives a person fares against those of the sources."""

from __future__ import annotations

import pytest
from engine import clashes, outcomes, verdict

from verifier.checks.titles import check
from verifier.model import Verdict


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Ines Varga, an analyst at Northline, found the leak.", "Ines Varga, a lawyer for Northline, found the leak."),
        ("Security analyst Ines Varga found the leak.", "Security strategist Ines Varga found the leak."),
        ("Nurse Ines Varga found the leak.", "The leak was found by engineer Ines Varga, police said."),
    ],
)
def test_another_title_of_the_same_person_clashes(claim: str, source: str) -> None:
    assert len(clashes(check, claim, source)) == 1
    assert verdict(claim, source) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Ines Varga, an attorney, found the leak.", "Ines Varga, a lawyer for Northline, found the leak."),
        ("Lawyer Ines Varga found the leak.", "Ines Varga, a lawyer for Northline, found the leak."),
        ("Spokeswoman Ines Varga denied the leak.", "Ines Varga, a spokesperson, denied the leak."),
    ],
)
def test_the_same_title_in_other_words_holds(claim: str, source: str) -> None:
    assert [how for how, _ in outcomes(check, claim, source)] == ["held"]
    assert verdict(claim, source) is Verdict.SUPPORTED


def test_where_no_source_gives_a_title_nothing_is_said() -> None:
    assert outcomes(check, "Ines Varga, an attorney, found the leak.", "Ines Varga found the leak.") == []


def test_somebody_elses_title_is_no_clash() -> None:
    assert outcomes(check, "Nurse Ines Varga met Tom.", "Tom Peel, a lawyer, met Ines Varga.") == []


def test_one_source_that_agrees_is_enough() -> None:
    one, other = "Ines Varga, a lawyer, found the leak.", "Engineer Ines Varga found the leak."
    assert [how for how, _ in outcomes(check, "Engineer Ines Varga found the leak.", one, other)] == ["held"]


def test_the_field_of_an_office_is_part_of_it() -> None:
    source = "The minister of transport, Jan Bakke, ordered the recall of the pumps."
    claim = "The minister of health, Jan Bakke, ordered the recall of the pumps."
    assert clashes(check, claim, source) == [("minister of health", "minister of transport")]
    assert clashes(check, "The minister, Jan Bakke, ordered the recall.", source) == []

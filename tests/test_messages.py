"""Read what is said of every example: no message may be empty, or have the same words on both sides."""

from __future__ import annotations

import re

import pytest
from corpus import ROOT

from verifier.api import Verifier
from verifier.data.rulebook import Example, load
from verifier.ingest.postmortems import read_postmortems
from verifier.ingest.sources import read_sources
from verifier.rule_examples import findings, judgements

QUOTED = re.compile(r'"([^"]*)"')


def faults(message: str, said: str = "") -> list[str]:
    """Return what is wrong with a message."""
    found = ["says nothing"] if len(message) < 5 else []
    sides = QUOTED.findall(message)
    found += ["empty quotes"] if any(not side.strip(" .,;:'") for side in sides) else []
    same = len(sides) == 2 and sides[0].casefold() == sides[1].casefold()
    return found + (["the same words on both sides"] if same else [])


def told(example: Example) -> list[str]:
    """Return what is said of an example: of each claim beside its source, or of the postmortem that it is."""
    if example.answer or not example.source:
        return [finding.message for finding in findings(example)]
    found = [judged.assessment for judged in judgements(example)]
    return [each.reason for each in found] + [finding.message for each in found for finding in each.findings]


def test_messages_of_examples_say_what_differs() -> None:
    examples = [(rule.id, n, each) for rule in load().rules for n, each in enumerate(rule.examples, 1)]
    said = [(rule, n, message) for rule, n, example in examples for message in told(example)]
    assert len(said) > len(examples)
    assert {each: wrong for each in said if (wrong := faults(each[2]))} == {}


def test_messages_of_the_worked_case_say_what_differs() -> None:
    (page,) = read_postmortems(ROOT / "seeds" / "postmortem.txt")
    report = Verifier(read_sources([ROOT / "seeds"]).sources).check(page).reports[0]
    told = [f.message for f in report.findings] + [a.reason for a in report.assessments]
    told += [problem.title for problem in report.problems] + [conflict.message for conflict in report.source_conflicts]
    assert {message: wrong for message in told if (wrong := faults(message))} == {}


@pytest.mark.parametrize(
    ("message", "wrong"),
    [
        ('claim says "", source a says "not"', ["empty quotes"]),
        ('claim says "£2,000", source a says "£2,000"', ["the same words on both sides"]),
        ('claim says "£2,000 a week", source a says "£2,000 a day"', []),
    ],
)
def test_faults_are_told(message: str, wrong: list[str]) -> None:
    assert faults(message) == wrong

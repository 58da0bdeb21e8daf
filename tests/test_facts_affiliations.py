"""Check for whom people are read to work or speak."""

from __future__ import annotations

import pytest
from engine import read

from verifier.facts.people import affiliations


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("Lea Brandt of Corvane said so.", "brandt", "corvane"),
        ("Lea Brandt, an engineer at Corvane, said so.", "brandt", "corvane"),
        ("Lea Brandt, director of brake tests at Corvane, said so.", "brandt", "corvane"),
        ("Corvane's chief executive Lea Brandt said so.", "brandt", "corvane"),
        ("Corvane spokeswoman Lea Brandt said so.", "brandt", "corvane"),
        ("The head of Corvane, Lea Brandt, said so.", "brandt", "corvane"),
        ("A lawyer, Lea Brandt of the Tenants Union, said so.", "brandt", "union"),
    ],
)
def test_a_person_belongs_to_a_body(text: str, person: str, body: str) -> None:
    (found,) = affiliations(read(text))
    assert (found.person.parts[-1], found.body.parts[-1]) == (person, body)


@pytest.mark.parametrize(
    "text",
    [
        "Lea Brandt said so.",
        "Lea Brandt, an engineer, praised Corvane.",
        "The Royal Bank of Oulu said so.",
        "The head of sales, Lea Brandt, said so.",
    ],
)
def test_nobody_belongs_to_anything(text: str) -> None:
    assert list(affiliations(read(text))) == []

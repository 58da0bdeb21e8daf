"""Check the reading of who does what to whom."""

from __future__ import annotations

import time

import pytest

from verifier.facts.analysis import Analysis, analyse
from verifier.facts.clause import frame, looks_finite
from verifier.words.tables import vocabulary


def read(text: str, verb: str) -> tuple[list[str], list[str]]:
    """Return the doer's phrases and the others of a verb, as text."""
    analysis = analyse(text, vocabulary())
    at = next(i for i, t in enumerate(analysis.tokens) if t.key == verb)
    found = frame(analysis, at)
    return [shown(analysis, p) for p in found.agents], [shown(analysis, p) for p in found.others]


def shown(analysis: Analysis, phrase: tuple[int, int]) -> str:
    return analysis.text[analysis.tokens[phrase[0]].start : analysis.tokens[phrase[1] - 1].end]


@pytest.mark.parametrize(
    ("text", "verb", "agents", "others"),
    [
        ("The miners warned the owner.", "warned", ["The miners"], ["the owner"]),
        ("The owner was warned by the miners.", "warned", ["the miners"], ["The owner"]),
        ("The owner has never been warned.", "warned", [], ["The owner"]),
        ("Altis sold the lifts to Corvane in May.", "sold", ["Altis"], ["the lifts"]),
        ("A nurse found the leak and told the doctor.", "told", ["A nurse"], ["the doctor"]),
        ("The nurse, who works at night, told the doctor.", "told", ["The nurse"], ["the doctor"]),
        ("Voters who had waited blamed the clerk.", "blamed", ["Voters"], ["the clerk"]),
        (
            "Lea Brandt, a doctor at the clinic, called the police.",
            "called",
            ["Lea Brandt", "a doctor at the clinic"],
            ["the police"],
        ),
        ("The thief was able to trick the guard.", "trick", ["The thief"], ["the guard"]),
        ("The clinic ended up paying the thief.", "paying", ["The clinic"], ["the thief"]),
        ("The hole allowed a thief to open the door.", "open", ["a thief"], ["the door"]),
        ('"It was dry," said the mayor of Glen.', "said", [], ["the mayor of Glen"]),
        ("The plan foresees testing of pumps by the fire service.", "testing", ["the fire service"], []),
        ("The caller can trick an IT clerk.", "trick", ["The caller"], ["an IT clerk"]),
    ],
)
def test_who_does_what_to_whom(text: str, verb: str, agents: list[str], others: list[str]) -> None:
    assert read(text, verb) == (agents, others)


@pytest.mark.parametrize(
    "text",
    ["The stolen files lay there.", "It bought a computer-related firm.", "He spoke of trapped miners."],
)
def test_a_participle_before_its_noun_is_no_verb(text: str) -> None:
    analysis = analyse(text, vocabulary())
    verbs = {analysis.tokens[i].key for i in range(len(analysis.tokens)) if looks_finite(analysis, i)}
    assert verbs.isdisjoint({"stolen", "related", "trapped"})


@pytest.mark.parametrize("means", ["email", "text message", "mistake", "hand"])
def test_a_means_behind_by_does_nothing(means: str) -> None:
    assert read(f"The ministry replied by {means}.", "replied")[0] == ["The ministry"]


@pytest.mark.parametrize("word", ["asked ", "quickly ", "of the ", "was ", "and asked ", "to ", "who asked, ", "IT "])
def test_crafted_text_is_read_fast(word: str) -> None:
    analysis = analyse("The mayor asked " + word * 2_000, vocabulary())
    started = time.process_time()
    for at in range(0, len(analysis.tokens), 40):
        frame(analysis, at)
    assert time.process_time() - started < 1

"""Check which phrase is found as the subject of a verb."""

from __future__ import annotations

import time

import pytest

from verifier.facts.analysis import analyse
from verifier.facts.clause.subjects import done_by, subjects
from verifier.facts.clause.verbs import looks_finite
from verifier.words.tables import vocabulary


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The signallers have already stopped the trains.", "stopped", ["The signallers"]),
        ("The nurses, alarmed by the noise, called a technician.", "called", ["The nurses"]),
        ("The flaw allowed two clerks to read the ballots.", "read", ["two clerks"]),
        ("The depot closed its gates and sent the drivers home.", "sent", ["The depot"]),
        ("They cancelled the flight.", "cancelled", []),
        ("The owner was warned by the miners.", "warned", ["The owner"]),
        ("Voters who had waited blamed the clerk.", "blamed", ["Voters"]),
        ("Lea Brandt, a doctor at the clinic, called the police.", "called", ["Lea Brandt", "a doctor at the clinic"]),
        ("The thief was able to trick the guard.", "trick", ["The thief"]),
        ("The clinic ended up paying the thief.", "paying", ["The clinic"]),
    ],
)
def test_subjects(text: str, verb: str, expected: list[str]) -> None:
    analysis = analyse(text, vocabulary())
    at = next(i for i, t in enumerate(analysis.tokens) if t.key == verb)
    found = subjects(analysis, at)
    assert [text[analysis.tokens[a].start : analysis.tokens[b - 1].end] for a, b in found] == expected


@pytest.mark.parametrize(
    ("text", "name", "verb"),
    [
        ("The app was built by Elm.", "elm", "built"),
        ("The app was built by the large firm Elm.", "elm", "built"),
        ("The app was built by Ash and sold Elm goods.", "elm", ""),
        ("The app was built by hand; Elm sold it.", "elm", ""),
        ("Built by Elm, the app failed.", "elm", "built"),
        ("The app stood by Elm.", "elm", "stood"),
        ("Elm built the app.", "elm", ""),
    ],
)
def test_a_doer_stands_behind_by(text: str, name: str, verb: str) -> None:
    analysis = analyse(text, vocabulary())
    at = next(i for i, t in enumerate(analysis.tokens) if t.key == name)
    found = done_by(analysis, at)
    assert (analysis.tokens[found].key if found >= 0 else "") == verb


@pytest.mark.parametrize(
    "text",
    ["The stolen files lay there.", "It bought a computer-related firm.", "He spoke of trapped miners."],
)
def test_a_participle_before_its_noun_is_no_verb(text: str) -> None:
    analysis = analyse(text, vocabulary())
    verbs = {analysis.tokens[i].key for i in range(len(analysis.tokens)) if looks_finite(analysis, i)}
    assert verbs.isdisjoint({"stolen", "related", "trapped"})


@pytest.mark.parametrize("word", ["asked ", "quickly ", "of the ", "was ", "and asked ", "to ", "who asked, ", "IT "])
def test_crafted_text_is_read_fast(word: str) -> None:
    analysis = analyse("The mayor asked " + word * 2_000, vocabulary())
    started = time.process_time()
    for at in range(0, len(analysis.tokens), 40):
        subjects(analysis, at)
    assert time.process_time() - started < 1

"""Check that a list of references may name the outlet or the author of an article, and that nothing else may."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verifier.data.rulebook import load
from verifier.decide.imprint import imprinted
from verifier.decide.judge import Judgement, judge
from verifier.evidence.passages import build
from verifier.model import Assessment, Claim, Source, Verdict
from verifier.text.reading import read_source
from verifier.words.tables import vocabulary

BODY = (
    "By Ida Brandt and Tore Lunde\n\n"
    "The gates of the canal stayed shut on Monday. A pump had failed in the night, the lock keeper said.\n"
)
READING = read_source(
    Source("7", BODY, "Canal stays shut", url="https://www.dailyanchor.com.au/canal", outlet="dailyanchor.com.au")
)
INDEX = build([READING], vocabulary())


def judged(text: str, field: str) -> Judgement:
    every = INDEX.of_sources(INDEX.by_source)
    return judge(Claim("c-1", field, 0, len(text), text), INDEX, every, load(), every)


def assess(text: str, field: str = "References") -> Assessment:
    return imprinted(judged(text, field), [READING])


@pytest.mark.parametrize(
    "entry",
    ["Daily Anchor", "The Daily Anchor", "Ida Brandt and Tore Lunde, reporters", "Tore Lunde of the Daily Anchor"],
)
def test_outlet_and_author_are_references(entry: str) -> None:
    found = assess(entry)
    assert (found.verdict, found.reason) == (Verdict.SUPPORTED, "the outlet or author of source 7")


@pytest.mark.parametrize(
    "entry", ["Evening Anchor", "Ida Lund", "Comcast", "Daily Anchor, Evening Post", "other papers"]
)
def test_other_names_are_not(entry: str) -> None:
    assert assess(entry).verdict is Verdict.UNSUPPORTED


def test_an_outlet_is_no_evidence_in_other_fields() -> None:
    assert assess("Daily Anchor", "ResponsibleOrg").verdict is Verdict.UNSUPPORTED


def test_what_sentences_state_stays_as_it_is() -> None:
    stated = judged("The lock keeper", "References")
    assert stated.assessment.verdict is Verdict.SUPPORTED
    assert imprinted(stated, [READING]) is stated.assessment
    assert imprinted(replace(stated, case=None), [READING]) is stated.assessment

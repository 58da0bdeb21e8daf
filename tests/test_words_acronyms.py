"""Check that an acronym and the name it stands for meet."""

from __future__ import annotations

import pytest
from engine import verdict

from verifier.model import Verdict
from verifier.words.acronyms import acronyms

SPELLED = "The Harle Bridge and Ferry Board closed the pier on Monday."
SHORT = "The HBFB closed the pier on Monday."


def found(text: str) -> set[str]:
    words = text.split(" ")
    return {key for _, key in acronyms(words, [" "] * (len(words) - 1))}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("the HBFB said", {"^hbfb"}),
        ("the Harle Bridge and Ferry Board said", {"^hb", "^bf", "^fb", "^hbf", "^bfb", "^hbfb"}),
        ("Harle Bridge", {"^hb"}),
        ("ALL OF IT IS LOUD", {"^all", "^of", "^it", "^is", "^loud"}),
        ("Harle went to Bridge and Ferry", {"^bf"}),
        ("the HB4 stopped", {"^hb4"}),
        ("the HarleBridge 4 stopped", {"^hb", "^hb4", "^harlebridge4"}),
        ("the Bridge Pump 12 stopped", {"^bp", "^bp12", "^bridgepump12", "^pump12"}),
        ("the Pump12 stopped", {"^pump12"}),
        ("the HB-12s stopped", set()),
        ("at Harle by 4 men", set()),
    ],
)
def test_a_run_of_capitalised_words_may_have_the_acronyms_of_its_last_words(text: str, keys: set[str]) -> None:
    assert found(text) == keys


def test_a_mark_between_ends_a_run() -> None:
    assert {key for _, key in acronyms(["Harle", "Bridge", "Ferry"], [" ", ", "])} == {"^hb"}


def test_the_keys_of_a_word_are_bounded() -> None:
    keys = list(acronyms(["Harle"] * 500, [" "] * 499))
    assert len(keys) <= 20 * 500


@pytest.mark.parametrize(("claim", "source"), [(SPELLED, SHORT), (SHORT, SPELLED)])
def test_a_name_is_met_by_its_acronym(claim: str, source: str) -> None:
    assert verdict(claim, source) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("one", "other"),
    [("KB", "Kestrel Boats"), ("HMN", "the HarleMap Network"), ("OQ", "Orlo-Quast"), ("Tarn Inc.", "Tarn")],
)
def test_forms_of_a_name_do_not_clash(one: str, other: str) -> None:
    claim = "{} said that the outage was caused by a faulty update on Monday."
    source = "A faulty update caused the outage, {} said on Monday."
    for ours, theirs in ((one, other), (other, one)):
        assert verdict(claim.format(ours), source.format(theirs)) is Verdict.SUPPORTED


def test_another_acronym_is_another_name() -> None:
    assert verdict("The KLMN closed the pier on Monday.", SPELLED) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "source"), [("HarleBox 4", "HB4"), ("HB4", "HarleBox 4"), ("HarleBox4", "HarleBox 4")]
)
def test_a_model_is_met_by_its_short_name(claim: str, source: str) -> None:
    said = "The fault stopped the {} in every shop on Monday."
    assert verdict(said.format(claim), said.format(source)) is Verdict.SUPPORTED
    assert verdict(said.format("HarleBox 4"), said.format("HB5")) is not Verdict.SUPPORTED

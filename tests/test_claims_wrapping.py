from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.claims.wrapping import material


def _material(text: str) -> str:
    return " | ".join(text[start:end] for start, end in material(text))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The valve froze [4021].", "The valve froze"),
        ("3. The valve froze [4021].", "The valve froze"),
        ("(a) within_system: The valve froze.", "The valve froze"),
        ("Step 2: The valve froze.", "The valve froze"),
        ("Additionally, the valve froze.", "the valve froze"),
        ("However, in the provided article, the valve froze.", "the valve froze"),
        ("The article mentions that the valve froze.", "the valve froze"),
        ("In Article 4021, it is mentioned that the valve froze.", "the valve froze"),
        ("According to [4021], the valve froze.", "the valve froze"),
        ("The valve froze, as mentioned in the article [4021].", "The valve froze"),
        ("The software failure incident was due to a frozen valve.", "a frozen valve"),
        ("The software failure incident related to the dam was due to ice.", "the dam was due to ice"),
        ("The cause of the failure incident was a frozen valve.", "a frozen valve"),
        ("The valve froze at Lund, indicating a failure in the design.", "The valve froze at Lund"),
        ("The valve froze at Lund, which suggests that nobody cared.", "The valve froze at Lund"),
        ("Forty boats in Lund were sunk by the software failure incident.", "Forty boats in Lund were sunk"),
        ("The dam broke in May 2019 as per the article of May 3, 2019 [4021].", "The dam broke in May 2019"),
        ("The failure related to the dam is evident in the flood of Lund.", "the dam | the flood of Lund"),
        (
            "The failed system was related to the energy industry, specifically the dam of Lund.",
            "specifically the dam of Lund",
        ),
        ("The dam of Lund broke, see www.lund.example/dam.", "The dam of Lund broke"),
        ("The dam of Lund broke (source: https://lund.example/dam).", "The dam of Lund broke"),
        ("The dam of Lund broke (www.lund.example).", "The dam of Lund broke"),
        ("The mails led to www.lund.example.", "The mails led to www.lund.example"),
        (
            "The dam of Lund broke at night, but the article does not mention whether boats sank.",
            "The dam of Lund broke at night",
        ),
    ],
)
def test_wrapping_is_left_out(text: str, kept: str) -> None:
    assert _material(text) in {kept, kept.rstrip(".")}


def test_an_interpretation_that_names_something_new_is_kept_without_its_verb() -> None:
    text = "The valve froze at Lund, indicating that 40 boats were in danger."
    assert "indicating" not in _material(text)
    assert "40 boats were in danger" in _material(text)


def test_an_interpretation_that_names_nothing_new_is_left_out() -> None:
    assert _material("The valve of Portco froze, highlighting a weakness of Portco.") == "The valve of Portco froze"


def test_negation_is_material() -> None:
    assert "not" in _material("The incident was not due to ice on the valve.")


@pytest.mark.parametrize("text", ["The failure was temporary.", "Indicating nothing", "[4021] Ice.", "Ice"])
def test_a_text_that_is_wrapping_alone_is_kept_whole(text: str) -> None:
    assert _material(text)


@given(st.text(alphabet="the aoftwre filud.,[]()1x:-INDCTG", max_size=120))
def test_material_stands_in_order_inside_the_text(text: str) -> None:
    found = material(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(a.end < b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "run",
    ["however, ", "the software failure incident ", "in the article ", "as reported in the article, ", ", indicating "],
)
def test_long_runs_are_read_at_once(run: str) -> None:
    assert len(material(run * 5_000)) < 10_000

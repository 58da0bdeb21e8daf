"""Quote what a file has without cutting a pair of marks."""

import pytest

from verifier.formats.pairs import uncut
from verifier.ingest.markdown import loose


@pytest.mark.parametrize(
    ("raw", "seen", "quoted"),
    [
        (
            "**Status**: The pump **failed** at noon.",
            "Status: The pump failed at noon.",
            "**Status**: The pump **failed** at noon.",
        ),
        ("It is known that the pump **failed**. It rained.", "the pump failed", "the pump **failed**"),
        ("It is known that the pump **failed**.", "failed", "failed"),
        ("**Noon**: the pump **failed** then.", "Noon: the pump failed", "**Noon**: the pump **failed**"),
        (
            "[Post](https://post.example/a) told `it` so. Rain.",
            "Post told it",
            "[Post](https://post.example/a) told `it`",
        ),
        ("{==The pump==} was {~~red~>blue~~}, she said.", "The pump was blue", "{==The pump==} was {~~red~>blue~~}"),
        ("==The pump== failed, ==she said==.", "The pump failed, she", "==The pump== failed, ==she"),
        ("==The pump== failed, ==she said==.", "The pump failed", "==The pump== failed"),
        ("**The pump failed.** It rained.", "The pump failed.", "The pump failed."),
        ("It was **the rain. It fell** all day.", "It was the rain.", "It was **the rain."),
        ("{~~One~>Two~~} pumps failed. Rain.", "Two pumps failed", "{~~One~>Two~~} pumps failed"),
        ("It fell. {~~One~>Two~~}", "It fell.", "It fell."),
        ("2*3 is 6, *she* said.", "3 is 6, she", "3 is 6, *she*"),
    ],
)
def test_a_quotation_has_both_marks_of_a_pair(raw: str, seen: str, quoted: str) -> None:
    text, layout = loose(raw)
    assert layout
    at = text.index(seen)
    assert raw[slice(*uncut(layout, at, at + len(seen)))] == quoted


def test_many_marks_in_a_row_are_read_at_once() -> None:
    raw = f"**It** fell. <span title='({'`' * 400}x'>Now</span> it {'*' * 400} and {'_' * 401} is."
    text, layout = loose(raw)
    assert layout
    at = text.index("it", 9)
    assert raw[slice(*uncut(layout, at, at + 2))] == "it"

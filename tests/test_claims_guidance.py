"""Tell what a template says to its writer, and orders of a plan, from what a document states."""

from __future__ import annotations

import pytest

from verifier.claims.claims import claims_of
from verifier.claims.kinds import kind
from verifier.ingest.fields import Origin
from verifier.ingest.markdown import read_markdown
from verifier.model import Kind


def stated(text: str) -> list[str]:
    found, _ = claims_of(read_markdown(f"# Lock jams\n\n{text}", Origin("pm.md", "pm", "")))
    return [claim.text for claim in found if claim.kind is Kind.FACT and claim.field != "Title"]


@pytest.mark.parametrize("mark", ["_", "*"])
@pytest.mark.parametrize(
    "told",
    [
        "This is what the keepers of other locks will read.",
        "This section is for the wardens. It should be short, and only needs a link.",
        "Each of the tasks should have an owner.",
    ],
)
def test_what_a_template_says_in_italics_below_a_heading_is_no_claim(mark: str, told: str) -> None:
    assert stated(f"## Losses\n\n{mark}{told}{mark}\n\nTwo barges sank.") == ["Two barges sank."]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("", "_The lock should have been oiled in May._"),
        ("", "This is the second lock that jammed."),
        ("Two barges sank.\n\n", "_This is the second lock that jammed._"),
    ],
)
def test_other_sentences_are_claims(before: str, told: str) -> None:
    assert told.strip("*_") in stated(f"## Losses\n\n{before}{told}")


def test_contributors_are_people_or_factors() -> None:
    assert stated("## Contributors\n\n- The lock was not oiled.\n- Nobody read the gauge.") == [
        "The lock was not oiled.",
        "Nobody read the gauge.",
    ]
    assert not stated("## Contributors\n\n- Ann Elm\n- Tom Fay, keeper")


@pytest.mark.parametrize("row", ["Remove rusted bolts from the gate", "Write planned tests | Ann Elm | Open"])
def test_an_order_of_a_plan_is_advice(row: str) -> None:
    assert kind(row, "Action items")[0] is Kind.ADVICE


@pytest.mark.parametrize("row", ["Elm Works shipped new bolts to the lock.", "The bolts were removed."])
def test_what_was_done_since_is_a_fact(row: str) -> None:
    assert kind(row, "Action items")[0] is Kind.FACT

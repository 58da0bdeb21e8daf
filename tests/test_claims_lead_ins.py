"""Take the items of a list for what the line that leads in to it says they are."""

from pathlib import Path

import pytest
from documents import document, judged

from verifier.claims.claims import claims_of
from verifier.model import Kind

NAMES = ["pm.md", "pm.txt"]


def kinds(path: Path, lead: str, *lines: str, name: str = "pm.txt") -> list[Kind]:
    """Return the kinds of the claims below a lead-in."""
    text = f"Jam of the lock\n\nThe lock jammed in May.\n\n{lead}\n\n" + "\n".join(lines) + "\n\nThe board met.\n"
    found, _ = claims_of(document(path, text, name))
    return [claim.kind for claim in found if claim.text in {line.lstrip("-*0123456789.) ") for line in lines}]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "lead",
    [
        "We plan to:", "Next steps we will take:", "The board is going to:", "To stop this, we will:", "Our plan is to",
        "The following measures will be taken:", "Further actions:", "If you keep a boat here:",
    ],
)  # fmt: skip
def test_what_follows_a_plan_is_advice(tmp_path: Path, lead: str, name: str) -> None:
    found = kinds(tmp_path, lead, "- Two keepers at each gate", "- A new bolt every year", name=name)
    assert found == [Kind.ADVICE, Kind.ADVICE]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "lead",
    [
        "What happened:", "What we did:", "So far we have:", "The planned changes were applied like this:",
        "We had planned to:", "The board owns:", "We plan to close the lock.",
    ],
)  # fmt: skip
def test_what_follows_another_line_is_told(tmp_path: Path, lead: str, name: str) -> None:
    assert kinds(tmp_path, lead, "- Oiled 12 bolts", "- Moved 40 boats", name=name) == [Kind.FACT, Kind.FACT]


def test_deeds_below_a_heading_of_plans_are_facts(tmp_path: Path) -> None:
    text = "# Jam\n\n## Next steps\n\nAlready done:\n\n- Moved 40 boats\n\nWe will:\n\n- Oil the bolts of both gates\n"
    assert judged(tmp_path, text) == ["Moved 40 boats"]


def test_a_list_ends_where_text_follows(tmp_path: Path) -> None:
    text = "# Jam\n\nWe plan to:\n\n- oil it,\n  every day\n\nThe upper gate fell on 40 boats.\n"
    assert judged(tmp_path, text) == ["The upper gate fell on 40 boats."]

"""Tell the sections that only a line names, the rows of properties, and what a thread says beside its reports."""

from pathlib import Path

import pytest
from documents import document

from verifier.claims.claims import claims_of
from verifier.model import Kind


def judged(tmp_path: Path, text: str) -> list[str]:
    """Return the texts of what is judged below the title."""
    claims, _ = claims_of(document(tmp_path, text))
    return [claim.text for claim in claims[1:] if claim.kind not in {Kind.META, Kind.ADVICE}]


@pytest.mark.parametrize("heading", ["Maßnahmen", "Nächste Schritte:", "Action items", "**Workarounds**", "To do"])
def test_a_line_that_names_a_section_is_its_heading(tmp_path: Path, heading: str) -> None:
    text = f"# Lock stuck\n\nUrsache\n\nA bolt broke.\n\n{heading}\n\n- Oil the bolt\n\nAuswirkungen\n\n"
    text += "- Nine boats waited\n"
    assert judged(tmp_path, text) == ["A bolt broke.", "Nine boats waited"]


def test_a_name_of_a_section_within_a_text_or_a_list_is_none(tmp_path: Path) -> None:
    text = "# Lock stuck\n\nIt was wet.\n\n- Recovery\n- Bolts\n\nUrsache unknown.\n"
    _, left = claims_of(document(tmp_path, text))
    assert "a heading" not in {each.reason for each in left}


def test_sections_that_advise_in_an_issue_and_in_german(tmp_path: Path) -> None:
    text = (
        "# Lock stuck\n\nIt broke.\n\n## Steps to reproduce\n\nTurn the wheel.\n\n## Empfehlungen\n\n- Oil the bolt\n"
    )
    assert judged(tmp_path, text) == ["It broke."]


def test_who_keeps_a_thing_stands_in_a_row_of_two_cells(tmp_path: Path) -> None:
    head = "# Lock stuck\n\nIt broke at noon.\n\n## Details\n\n| Property | Value |\n|---|---|\n"
    rows = "| Owner | Ticketing |\n| Service owner | Locks and Weirs |\n| Team | Harbour |\n| Colour | green |\n"
    text = f"{head}{rows}\nOwner: Ticketing\n"
    assert judged(tmp_path, text) == [
        "It broke at noon.",
        "Colour | green",
        "Owner: Ticketing",
    ]


def test_what_a_thread_agrees_to_is_left_and_what_it_reports_is_judged(tmp_path: Path) -> None:
    text = (
        "# Lock stuck\n\nIt broke.\n\n---\n\n**osk** (Member) commented on Mar 4, 2022\n\n+1, same at our site\n\n"
        "---\n\n"
        "**una** (Site owner) commented on Mar 5, 2022\n\n+1, nine boats waited here.\n\n---\n\n"
        "Agreed. The bolt broke.\n\n**osk** closed this as completed in #48 on Mar 6, 2022\n"
    )
    assert judged(tmp_path, text) == ["It broke.", "nine boats waited here.", "The bolt broke."]


@pytest.mark.parametrize(
    "text",
    [
        "This is the public version of our report.",
        "This document has not been reviewed.",
        "If you have any questions, write to locks@elm.example.",
    ],
)
def test_what_a_document_says_of_itself(tmp_path: Path, text: str) -> None:
    assert judged(tmp_path, f"# Lock stuck\n\nIt broke.\n\n{text}\n") == ["It broke."]


def test_the_engine_of_a_page_and_a_signature_at_its_end(tmp_path: Path) -> None:
    text = (
        "# Lock stuck\n\nThe engine was powered by gas.\n\nYours faithfully,\nAnn Lee\nKeeper\n\nPowered by Loamwiki\n"
    )
    assert judged(tmp_path, text) == ["The engine was powered by gas."]


def test_a_label_of_a_summary_is_no_name(tmp_path: Path) -> None:
    claims, _ = claims_of(document(tmp_path, "# Five Whys: a bolt broke\n\n**TL;DR** A bolt broke at noon.\n"))
    assert [claim.text[claim.material[0].start :][:6] for claim in claims] == ["a bolt", "A bolt"]


def test_sections_of_level_1_below_front_matter_are_no_title(tmp_path: Path) -> None:
    text = "---\ntitle: Weir 2 shut\n---\n\nIt rained.\n\n# Impact\n\nA barge sank.\n\n# Cause\n\nA bolt broke.\n"
    found = document(tmp_path, text)
    assert found.title == "Weir 2 shut"
    assert [field.name for field in found.fields] == ["Title", "Lead", "Impact", "Cause"]
    headed = document(tmp_path, "---\ntitle: Weir 2\n---\n\n# Weir 2 shut by rain\n\nIt rained.\n")
    assert headed.title == "Weir 2 shut by rain"


def test_lettered_lines_of_a_paragraph_are_claims_of_their_own(tmp_path: Path) -> None:
    lines = "It rained for days:\n    (i)   the weir broke,\n    (ii)  a barge sank; and\n    (iii) a bolt broke.\n"
    found = [text for text in judged(tmp_path, f"# Weir 2 shut\n\n{lines}") if "rained" not in text]
    assert found == ["the weir broke,", "a barge sank; and", "a bolt broke."]

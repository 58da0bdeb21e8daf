"""Tell what only names something: titles, captions, lines at the edges of a page."""

from pathlib import Path

import pytest
from documents import document, judged

from verifier.claims.claims import claims_of
from verifier.claims.edges import MADE, at_edge
from verifier.claims.kinds import NAMED
from verifier.claims.naming import names, title_names
from verifier.claims.pictures import CAPTION, is_caption
from verifier.model import Kind
from verifier.text.captions import CREDIT
from verifier.text.datelines import is_made
from verifier.text.page import CONTROL


@pytest.mark.parametrize(
    "title",
    [
        "Loss of water in Lock 7",
        "Postmortem: gate failure, Dalwich Canal",
        "LCK-204: gate failure",
        "Pump report 2021/14",
        "The toll house – flooding",
        "Metering fault in Dalwich",
        "A note from the keeper",
    ],
)
def test_titles_that_only_name(title: str) -> None:
    assert title_names(title)


@pytest.mark.parametrize(
    "title",
    [
        "Lock 7 flooded",
        "Keeper resigns over flood",
        "Boatmen lose their tickets",
        "Flood after a gate failure",
        "Gate fault leading to a flood",
        "Flood of 3 May",
        "Flood of 2021-05-03",
        "Loss of 40 boats",
        "Gate stuck",
        "No boat in Lock 7",
        "Why the lock is dry",
        "Gates",
    ],
)
def test_titles_that_may_state_something(title: str) -> None:
    assert not title_names(title)


def test_a_title_that_only_names_is_no_statement_and_its_repetition_below_is(tmp_path: Path) -> None:
    found = document(tmp_path, "# Gate failure in Dalwich\n\nGate failure in Dalwich\n")
    title, claim = claims_of(found)[0]
    assert ((title.kind, title.reason), claim.kind) == (NAMED, Kind.FACT)


@pytest.mark.parametrize("text", ["Water level, 3 May 2021", "The worn-out rope of Gate 2", "p99 of the pump"])
def test_words_that_only_name(text: str) -> None:
    assert names(text)


@pytest.mark.parametrize("text", ["Water level 40 cm", "Gate 2 opened", "It rose at dawn", " ".join(["wet"] * 13)])
def test_words_that_tell(text: str) -> None:
    assert not names(text)


def test_captions_by_their_number_or_section() -> None:
    assert is_caption("Photo 2: Gate 3")
    assert is_caption("Graph: water level", "Graphs")
    assert not is_caption("Graph: water level")
    assert not is_caption("Image: torn", "Graphs")
    assert not is_caption("Photo 2: 40 boats")


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ("![Image: lock](a.png)\n\nImage: the lock at low water", []),
        ("![lock](a.png)\n*Water level, 3 May*", []),
        ("<img src='a.png'>\n<figcaption>The lock at low water</figcaption>", []),
        ("Map: the canal\n\n![map](a.png)", []),
        ("![[lock.png]]\n\nDiagram: valves of the lock", []),
        ("![lock](a.png)\nNo water in the lock", ["No water in the lock"]),
        ("![lock](a.png)\n*The gate stood open.*", ["The gate stood open."]),
        ("![lock](a.png)\n\nImage: 40 boats in the lock", ["Image: 40 boats in the lock"]),
        ("Image: an old one\n\nIt rained.", ["Image: an old one", "It rained."]),
        ("*Figure 1: The gate stood open.*\n*Figure 2: Overview*", ["Figure 1: The gate stood open."]),
    ],
)
def test_captions_by_the_picture_they_stand_beside(tmp_path: Path, lines: str, kept: list[str]) -> None:
    assert judged(tmp_path, f"# Gate failure\n\n{lines}\n") == kept


def test_a_caption_is_named(tmp_path: Path) -> None:
    found = document(tmp_path, "# Gate failure\n\n![a](a.png)\n\nChart: levels\n\nIt rained.\n")
    assert CAPTION in {each.reason for each in claims_of(found)[1]}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Created by Ann, last modified 9 Dec", MADE),
        ("Generated on 14 May 2024 at 08:00 UTC", MADE),
        ("Last edited by annlee on 2 July", MADE),
        ("Pasted from #lock-7 by Ann", MADE),
        ("Back to top", CONTROL),
        ("Support · Privacy · Terms", CONTROL),
        ("Unsubscribe | View in browser", CONTROL),
        ("By Ann Lee · 6 min read", CONTROL),
        ("Updated by Ann Lee on 9 June 2024 | Edit this page", CONTROL),
        ("← Incident history", CONTROL),
        ("Wiki / Postmortems / 2023", CONTROL),
        ("Comments (14)", CONTROL),
        ("Photographs: Canal Archive", CREDIT),
        ("Opened by mistake on 3 May", ""),
        ("Written by hand", ""),
        ("Updated from two gates to three", ""),
        ("Updated: 300 maps", ""),
        ("Modified | Novel", ""),
        ("Reporter | fled", ""),
        ("Share | 40 %", ""),
        ("Image: torn", ""),
        ("Dalwich dry · Elm wet", ""),
        ("Staff on leave", ""),
        ("Gate open / shut / open", ""),
    ],
)
def test_lines_at_the_edges_of_a_document(line: str, why: str) -> None:
    assert at_edge(line) == (why if why != CONTROL else at_edge(line) or CONTROL)


def test_who_made_it_is_told_by_names_and_days_alone() -> None:
    assert is_made("Issued by the Canal Board, 2 October")
    assert not is_made("Issued")
    assert not is_made("Issued by the board of a canal")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Skip to content\n\n- Back to top\n\nThe gate broke.\n\nBack to top\n", ["The gate broke."]),
        ("The gate broke.\n\n## Search\n\nBack to top\n", ["The gate broke.", "Back to top"]),
        ("The gate broke.\n\nBack to top\n\nIt rained.\n", ["The gate broke.", "Back to top", "It rained."]),
    ],
)
def test_controls_are_furniture_at_the_head_and_the_end_alone(tmp_path: Path, text: str, kept: list[str]) -> None:
    assert judged(tmp_path, f"# Gate failure\n\n{text}") == kept

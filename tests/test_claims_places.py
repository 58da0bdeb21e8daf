"""Cut documents by form and place: short lines, chats, signatures, numbered headings, folds, lists of links, tables."""

from pathlib import Path

import pytest
from documents import judged

from verifier.ingest.html_postmortem import as_markdown
from verifier.text.chats import is_chat

WRAPPED = "The lower gate of the lock was replaced on the\nElm side by a firm that nobody here had heard\nof"
OPEN = "The lower gate of the lock came from the old\nElm yard and had been sold to that by a firm in\nthe north"


def told(tmp_path: Path, text: str, name: str = "pm.md") -> list[str]:
    return judged(tmp_path, f"# Gate failure\n\n{text}\n", name)


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ("Lock dry\nGate torn\nKeeper asleep", ["Lock dry", "Gate torn", "Keeper asleep"]),
        ("The lock was closed by\nDalwich Canal", ["The lock was closed by\nDalwich Canal"]),
        ("The lock, the gate,\nElm Bridge were shut", ["The lock, the gate,\nElm Bridge were shut"]),
        ("The gate stuck\nin the mud", ["The gate stuck\nin the mud"]),
        ("It cost the canal\n40 boats", ["It cost the canal\n40 boats"]),
        ("14:05\nGate opened", ["14:05\nGate opened"]),
        ("Resolved - Mar 3, 14:20 UTC\nAll boats float", ["Resolved - Mar 3, 14:20 UTC\nAll boats float"]),
        (WRAPPED, [WRAPPED]),
        (OPEN, [OPEN]),
        ("WHAT IT COST\n40 boats and a bridge\n\nIt rained.", ["40 boats and a bridge", "It rained."]),
    ],
)
def test_a_break_that_wraps_nothing_parts_lines(tmp_path: Path, lines: str, kept: list[str]) -> None:
    assert told(tmp_path, lines) == kept


def test_a_chat_by_a_clock_of_24_hours(tmp_path: Path) -> None:
    chat = "**Ann** 09:05\ngate is stuck\n**Bo C. (on-call)** 09:31\nrope in the wheel\n**Ann** 09:40\nrope is out\n"
    assert told(tmp_path, chat) == ["gate is stuck", "rope in the wheel", "rope is out"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Alarm 09:05", "gate is stuck", "Alarm 09:31", "rope in the wheel"],
        ["Alarm 09:05", "Flood 09:31", "Alarm 09:40"],
        ["Alarm 09:05", "gate is stuck", "Flood 09:31", "rope in the wheel"],
        ["Ann 09:05"],
    ],
)
def test_a_list_of_times_is_no_chat(lines: list[str]) -> None:
    assert not is_chat(lines)


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ("It rained.\n\nBest\n\nAnn\n\nHead of Locks", ["It rained."]),
        (
            "It rained.\n\nKind regards,\nAnn Lee\nHead of Locks\n\nThe toll was waived.",
            ["It rained.", "The toll was waived."],
        ),
        ("It rained.\n\nWith love,\n\nAnn", ["It rained."]),
        ("It rained.\n\nThanks for bearing with us.\n\n- No boat hurt\n", ["It rained.", "No boat hurt"]),
        ("Hello boatmen,\n\n- Gate open\n- Lock: dry", ["Gate open", "Lock: dry"]),
        ("Thanks to a keeper, the gate was shut.", ["Thanks to a keeper, the gate was shut."]),
    ],
)
def test_signatures(tmp_path: Path, lines: str, kept: list[str]) -> None:
    assert told(tmp_path, lines) == kept


def test_headings_with_numbers_above_paragraphs_with_numbers_in_two_parts(tmp_path: Path) -> None:
    text = "1. Gate\n\n1.1 The gate stuck.\n\n2. Damage\n\n2.1 It cost 40 boats.\n\n3. Lock dry\n\n{}3.1 It froze.\n"
    parted = [each.split(" ", 1)[1] for each in told(tmp_path, text.format("")) if each[0].isdigit()]
    assert parted == ["The gate stuck.", "It cost 40 boats.", "It froze."]
    assert told(tmp_path, "1. Gate\n2. Lock dry\n\nIt froze.") == ["Gate", "Lock dry", "It froze."]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ("<details>\n<summary>Cause (click)</summary>\n\nA rope tore.\n\n</details>", ["A rope tore."]),
        ("<details>\n<summary>A rope tore</summary>\n\nIt was old.\n\n</details>", ["A rope tore", "It was old."]),
        ("- Timeline\n    - 06:00 it rained\n    - 06:10 it froze", ["06:00 it rained", "06:10 it froze"]),
        ("- Lock dry\n    - in the mud", ["Lock dry", "in the mud"]),
    ],
)
def test_lines_under_which_a_part_folds_away(tmp_path: Path, lines: str, kept: list[str]) -> None:
    assert told(tmp_path, lines) == kept


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ("Dalwich Canal Board\nThe Lock Office\n\nIt rained.", ["It rained."]),
        ("- Dalwich Lock\n- Elm Lock\n\nIt rained.", ["Dalwich Lock", "Elm Lock", "It rained."]),
        ("It rained.\n\nDalwich Canal Board", ["It rained.", "Dalwich Canal Board"]),
        ("Gate: torn\n\nRepair\nThe gate was hung anew.", ["Gate: torn", "The gate was hung anew."]),
        ("Gate\nLock\n\nIt rained.", ["Gate", "Lock", "It rained."]),
        ("It rained.\n\n## State\n\nAfloat\nNo boat hurt", ["It rained.", "Afloat", "No boat hurt"]),
        ("1.1 Gate\n\nIt tore.\n\n1.2 Lock\n\nIt froze.", ["It tore.", "It froze."]),
        ("1.1 No guard\n\n1.2 No lamp\n\nIt froze.", ["1.1 No guard", "1.2 No lamp", "It froze."]),
    ],
)
def test_names_below_the_title_and_headings_within_a_section(tmp_path: Path, lines: str, kept: list[str]) -> None:
    assert told(tmp_path, lines) == kept


def test_lists_of_links_and_linked_files(tmp_path: Path) -> None:
    lines = (
        "It rained.\n\n[Levels](Levels%20a1.csv)\n\n## More\n\n- [Locks of the canal](locks.md)\n- [Tolls](tolls.md)\n"
    )
    assert told(tmp_path, lines) == ["It rained."]
    assert told(tmp_path, "## More\n\n- [Gate stuck](gate.md)\n- [Tolls](tolls.md)\n") == ["Gate stuck", "Tolls"]


def test_contents_are_told_by_a_name_among_them(tmp_path: Path) -> None:
    assert told(tmp_path, "## Contents\n\n1. Outline\n2. Damage\n\n## Damage\n\nIt cost 40 boats.") == [
        "It cost 40 boats."
    ]
    assert told(tmp_path, "## Contents\n\n900 litres of oil\n\n## Damage\n\n40 boats") == [
        "900 litres of oil",
        "40 boats",
    ]


def test_a_table_of_pairs_has_no_head(tmp_path: Path) -> None:
    rows = "| **Lock** | Elm |\n|---|---|\n| **Boats** | 40 |\n| **Gate** | torn |"
    assert told(tmp_path, rows) == ["Lock | Elm", "Boats | 40 boats", "Gate | torn"]


def test_rows_of_a_plan_tell_what_is_done(tmp_path: Path) -> None:
    rows = "| Task | Due | State |\n|---|---|---|\n| Gate painted | 03.05.2021 | done |\n| Rope bought | June | open |"
    assert told(tmp_path, f"## Actions\n\n{rows}") == ["Gate painted | 03.05.2021 | done"]


@pytest.mark.parametrize(
    "line",
    [
        "See also the report of 2017.",
        "annlee commented on Mar 4",
        "annlee closed this as completed on Mar 6",
        "On 11 Oct 2022, at 17:05, Ann Lee ann@locks.example wrote:",
        "-- end of note --",
        "(edited)",
        "Signed ..................",
        "Please shut the gate behind you.",
        "Press office: 020 7946 0958",
        "Enquiries: Ann Lee, ann@locks.example",
        "All times are in UTC (UTC+0)",
        "This report describes what we know so far.",
        "For questions see our page.",
        "Reviewed-by: Ann Lee",
        "ann@locks.example",
        "This report was exported on 3 April 2025.",
        "We apologise for any inconvenience caused.",
        "Photograph 1",
        "Table 2: Distances",
        "[[TOC]]",
        "{toc:maxLevel=2}",
        "![[lock.png]]",
    ],
)
def test_lines_that_state_nothing_anywhere(tmp_path: Path, line: str) -> None:
    assert told(tmp_path, f"It rained.\n\n{line}\n\nIt snowed.") == ["It rained.", "It snowed."]


@pytest.mark.parametrize(
    "line",
    [
        "See you at the lock, said the keeper.",
        "Ann commented on the gate",
        "Ann closed the gate on Mar 6",
        "Please note that the gate was open.",
        "Press: jammed",
        "Sender: a stranger at evil@lock.example",
        "This report was lost for a year.",
        "Caused-by: Gate 7",
        "All times were wrong.",
        "We regret that 40 boats sank.",
        "Table: broken",
    ],
)
def test_statements_like_them(tmp_path: Path, line: str) -> None:
    assert told(tmp_path, f"It rained.\n\n{line}\n\nIt snowed.") == ["It rained.", line, "It snowed."]


def test_a_page_keeps_captions_that_are_sentences_and_its_heading_is_its_title() -> None:
    prose = "<p>The gate of the lower lock broke on {} and 40 boats fell into the mud of the canal.</p>"
    figure = "<figure><img src='a.png'><figcaption>The water fell from 340 cm to nothing.</figcaption></figure>"
    body = f"<h1>Gate failure</h1>{prose.format('Monday')}{figure}{prose.format('Sunday')}"
    lines = as_markdown(f"<html><body><article>{body}</article></body></html>", "pm.html").split("\n\n")
    assert lines[0] == "# Gate failure"
    assert lines[2] == "The water fell from 340 cm to nothing."
    assert len(lines) == 4

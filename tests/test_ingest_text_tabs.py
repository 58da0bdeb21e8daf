"""Read rows whose columns tabs part, and units in a column of their own."""

from pathlib import Path

import pytest
from documents import document, told

from verifier.claims.claims import claims_of
from verifier.ingest.document import read_document


def stated(path: Path, rows: str, name: str = "pm.txt") -> list[str]:
    return told(path, f"Jam of the lock\n\n{rows}\n", name)[1:]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("Time\tWho\tWhat happened\n10:40\tKeeper\tThe lock jammed.\n11:05\tBoard\tIt was closed.",
         ["10:40 | Keeper | The lock jammed.", "11:05 | Board | It was closed."]),
        ("Boats lost\t14\nLength of the jam\t2 days", ["Boats lost | 14 boats lost", "Length of the jam | 2 days"]),
        ("Gate\tBoats lost\tKeeper\nUpper\t14\tMia\nLower\t\tJan", ["Upper | 14 boats lost | Mia", "Lower | Jan"]),
        ("Gate\t\tBoats\t\tKeeper\nUpper gate\t14\tMia", ["Upper gate | 14 boats | Mia"]),
        ("10:40\tThe lock jammed.\n11:05\tIt was closed.", ["10:40 | The lock jammed.", "11:05 | It was closed."]),
        ("1.\tThe lock jammed.\n2.\tIt was closed.", ["The lock jammed.", "It was closed."]),
        ("\tThe lock jammed.", ["The lock jammed."]),
        ("```\na\tb\tc\nd\te\tf\n```\n\nIt jammed.", ["It jammed."]),
    ],
    ids=["heads", "labels", "an empty cell", "several tabs", "a timeline", "a list", "set in", "code"],
)  # fmt: skip
def test_each_line_is_a_row(tmp_path: Path, rows: str, found: list[str]) -> None:
    assert stated(tmp_path, rows) == found


def test_the_head_of_a_mail_is_no_table(tmp_path: Path) -> None:
    found = stated(
        tmp_path, "Subject: \tJam of the lock\nFrom: \tMia Lund <mia@canal.example>\n\nThe lock jammed in May."
    )
    assert found == ["The lock jammed in May."]


def test_the_head_is_told_of(tmp_path: Path) -> None:
    read = document(tmp_path, "Jam\n\nMeasure\tValue\tUnit\nBoats lost\t14\tboats\n", "pm.txt")
    assert {each.reason for each in claims_of(read)[1]} == {"the head of a table"}


def test_rows_of_a_source(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_text("Measure\tValue\tUnit\nLength of the jam\t2\tdays\n", encoding="utf-8")
    source = read_document(path)
    assert "Length of the jam | 2 days" in source.text
    assert source.raw == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("| Measure | Value | Unit |\n|---|---|---|\n| Jam | 3.5 | hours |", "Jam | 3.5 hours"),
        ("| Measure | Value | Unit |\n|---|---|---|\n| Water | -14 | °C |", "Water | -14 °C"),
        ("| Measure | Unit | Seen | Due |\n|---|---|---|---|\n| Level | m | 2 | 9 |", "Level | 2 m | 9 m"),
        ("| Measure | Value | Unit |\n|---|---|---|\n| Keeper | Mia | none |", "Keeper | Mia | none"),
        ("| Measure | Value | Unit |\n|---|---|---|\n| Keeper | Mia | people |", "Keeper | Mia | people"),
    ],
)
def test_a_figure_takes_its_unit_from_the_column_of_units(tmp_path: Path, table: str, row: str) -> None:
    assert stated(tmp_path, table, "pm.md") == [row]


def test_a_row_of_several_lines_between_rules_of_columns(tmp_path: Path) -> None:
    rows = (
        "Time   Who     What\n-----  ------  ----------------------\n10:40  Keeper  The upper lock of Orrin\n"
        "               jammed.\n11:05  Board   It was closed.\n\nActions\n-------\n\n1) Oil the gate.\n"
    )
    assert stated(tmp_path, rows) == [
        "10:40 | Keeper | The upper lock of Orrin jammed.",
        "11:05 | Board | It was closed.",
        "Oil the gate.",
    ]

"""Read what pandoc writes into Markdown: attributes go, tables drawn with rules are tables, no row is lost."""

from pathlib import Path

import pytest
from documents import document, told

from verifier.ingest.markdown_pandoc import pandoc
from verifier.ingest.markdown_stamps import stamp
from verifier.ingest.published import parse_date
from verifier.ingest.table_heads import is_number


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("The [weir]{.underline} broke.", "The weir broke."),
        ('It broke. ![](weir.png){width="3in" height="2in"}', "It broke."),
        ("[]{#_Toc12 .anchor}It broke.", "It broke."),
        ("The set {a, b} broke.", "The set {a, b} broke."),
        ("It read [x]{y}.", "It read [x]{y}."),
        ("The [[weirs/2|lower weir]] broke.", "The lower weir broke."),
        ("It rose by $4.5$ m, or $40\\%$ of $9 and $8.", "It rose by 4.5 m, or 40% of $9 and $8."),
    ],
)
def test_attributes_are_no_text(tmp_path: Path, written: str, seen: str) -> None:
    assert told(tmp_path, f"# Weir 2 shut\n\n{written}\n") == ["Weir 2 shut", seen]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (
            "  Weir      Boats lost\n  --------- -----------\n  Upper     1,200\n  Lower     40\n",
            ["Upper | 1,200 boats lost", "Lower | 40 boats lost"],
        ),
        (
            "  --------- -----------\n  Upper     1,200 boats\n  Lower     40 boats\n  --------- -----------\n",
            ["Upper     1,200 boats", "Lower     40 boats"],
        ),
    ],
    ids=["with a head", "without one"],
)
def test_a_table_keeps_all_its_rows(tmp_path: Path, table: str, rows: list[str]) -> None:
    assert told(tmp_path, f"# Weir 2 shut\n\n{table}\n") == ["Weir 2 shut", *rows]


def test_a_table_between_whole_rules_keeps_its_rows(tmp_path: Path) -> None:
    rule, rows = (
        f"  {'-' * 24}\n",
        "  Weir      Boats lost\n  --------- -----------\n  Upper     1,200\n\n  Lower     40\n",
    )
    table = f"{rule}{rows}{rule}"
    assert told(tmp_path, f"# Weir 2 shut\n\n{table}\n") == ["Weir 2 shut", "Upper | 1,200 boats lost", "Lower     40"]


@pytest.mark.parametrize(
    "text", ["Heading\n-------\n\ntext\n", "one\n\n---\n\ntwo\n", "| a | b |\n|---|---|\n| 1 | 2 |\n"]
)
def test_other_rules_stay(text: str) -> None:
    assert pandoc(text).seen == text
    assert pandoc(text).edits == ()


def test_a_cell_that_numbers_its_row_is_left_out(tmp_path: Path) -> None:
    table = "| # | When | What |\n|--|--|--|\n| 1 | 08:14 | The weir was shut |\n| 2 | 08:31 | The weir was opened |\n"
    assert [text.split("|")[0].strip() for text in told(tmp_path, f"# Weir 2 shut\n\n{table}")[1:]] == [
        "08:14",
        "08:31",
    ]
    assert is_number("3.", "No.")
    assert not is_number("3", "Boats")
    assert not is_number("1,200", "#")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Datum: 4. Mai 2020\n\nIt rained.", "2020-05-04"),
        ("| Date | 4 May 2020 |\n|---|---|\n| Boats | 40 |", "2020-05-04"),
        ("| Date | Boats |\n|---|---|\n| 4 May 2020 | 40 |", "None"),
    ],
)
def test_the_day_of_a_document(tmp_path: Path, text: str, day: str) -> None:
    assert str(document(tmp_path, f"# Weir 2 shut\n\n{text}\n").published) == day
    assert stamp([]) is None


@pytest.mark.parametrize(
    ("text", "day"), [("3. März 2021", "2021-03-03"), ("24. Dezember 2021", "2021-12-24"), ("1 Okt 2020", "2020-10-01")]
)
def test_german_dates(text: str, day: str) -> None:
    assert str(parse_date(text)) == day


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_lines_behind_percent_signs_name_title_and_date(tmp_path: Path, line_end: str) -> None:
    text = "% Weir 2 shut\n% Ann Reed; Tom Hill\n% 4 May 2020\n\nIt rained.\n"
    found = document(tmp_path, text.replace("\n", line_end))
    assert (found.title, str(found.published)) == ("Weir 2 shut", "2020-05-04")
    assert told(tmp_path, text) == ["Weir 2 shut", "It rained."]
    assert told(tmp_path, "# Weir 2 shut\n\n% of boats lost: 40\n")[1:] == ["% of boats lost: 40"]

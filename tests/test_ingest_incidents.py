"""Read made-up tables with the columns of the FAIL database's export."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.errors import InputError, UsageError, VerifierError
from verifier.ingest.fields import Origin
from verifier.ingest.incidents import is_export, read_incidents
from verifier.model import Choice, Postmortem

COLUMNS = ["Incident ID", "Related Article IDs", "Published", "Title", "Summary", "Time", "Phase Option"]
COLUMNS += ["Nature Option", "Phase Rationale", "Nature Rationale"]
FERRY = [
    "7",
    "[7001]",
    "2021-05-04 07:00:00+00:00",
    "Ferry Tickets Sold Twice",
    "Tickets were sold\r\ntwice.",
    "1. In May",
]
FERRY += ["design, operation", "unknown", "(a) A lock was missing.", "nan"]
CRANE = ["8", "[7002, 7003]", "", "Crane Stops", "It stopped, at noon.", "None", "", "", "", ""]


def table(*rows: list[str], header: list[str] | None = None) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([header or COLUMNS, *rows])
    return out.getvalue()


def read(text: str, incident: str | None = None) -> tuple[Postmortem, ...]:
    return read_incidents(text, Origin("all.csv", "all", "0" * 64), incident)


@pytest.mark.parametrize("sign", [";", "\t"])
def test_semicolons_and_tabs_part_cells_as_well(sign: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sign).writerows([COLUMNS, FERRY, CRANE])
    assert is_export(out.getvalue())
    assert [replace(found, sha256="") for found in read(out.getvalue())] == [
        replace(found, sha256="") for found in read(table(FERRY, CRANE))
    ]


def test_each_row_is_a_postmortem_in_the_order_of_the_table() -> None:
    ferry, crane = read(table(FERRY, CRANE))
    assert (ferry.id, ferry.title, ferry.published) == ("7", "Ferry Tickets Sold Twice", date(2021, 5, 4))
    assert (crane.id, crane.title, crane.published) == ("8", "Crane Stops", None)
    assert (ferry.cited, crane.cited) == (("7001",), ("7002", "7003"))
    assert {ferry.sha256, crane.sha256} == {"0" * 64}


def test_a_field_is_a_cell_untouched_and_named_as_its_column() -> None:
    ferry, crane = read(table(FERRY, CRANE))
    assert [field.name for field in ferry.fields] == ["Published", "Title", "Summary", "Time", "Phase Rationale"]
    summary = ferry.fields[2]
    assert summary.text == summary.value == "Tickets were sold\r\ntwice."
    assert (summary.start, summary.end) == (0, len(summary.text))
    assert [field.name for field in crane.fields] == ["Title", "Summary"]


def test_options_are_choices_and_unknown_chooses_nothing() -> None:
    ferry, crane = read(table(FERRY, CRANE))
    assert ferry.choices == (Choice("Phase", ("design", "operation"), "Phase Rationale"),)
    assert crane.choices == ()


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        ("[104834]", ("104834",)),
        ("[1, 2]", ("1", "2")),
        ("1; 2 ,1", ("1", "2")),
        ("['a-1', 'b_2']", ("a-1", "b_2")),
        ("104834.0", ("104834",)),
        ("[]", ()),
        ("nan", ()),
        ("", ()),
    ],
)
def test_cited_ids_are_read_from_any_way_of_listing_them(cell: str, ids: tuple[str, ...]) -> None:
    assert read(table([*FERRY[:1], cell, *FERRY[2:]]))[0].cited == ids


def test_one_row_is_picked_by_its_id_even_beside_a_broken_one() -> None:
    text = table(FERRY, ["9", "too few"], CRANE)
    assert [each.id for each in read(text, "8")] == ["8"]
    with pytest.raises(InputError, match=r"all\.csv, line 4: a row has 2 cells for 10 columns; check its quotes"):
        read(text, "9")


def test_an_unknown_id_names_some_that_exist() -> None:
    rows = [[str(number), *FERRY[1:]] for number in range(1, 9)]
    with pytest.raises(UsageError, match='there is no incident "99"; it holds 1, 2, 3, 4, 5 and 3 more'):
        read(table(*rows), "99")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            table(["a", "b"], header=["Article ID", "URL"]),
            "lacks the column Incident ID and Title; it has: Article ID, URL",
        ),
        (table(["1", "b"], header=["Incident ID", "Name"]), "lacks the column Title; it has: Incident ID, Name"),
        (table(["1", "b"], header=["Incident ID", "Title"]), "has no column of text"),
        (table(["1", "b", "c", "d"], header=["Incident ID", "Title", "A", "A"]), "has the column A twice"),
        (table(), "holds no incidents"),
        (table(FERRY, FERRY), r"line 5: incident 7 stands in two rows; remove one"),
        (table(FERRY, ["", *FERRY[1:]]), "line 5: a row has no Incident ID"),
        (table([*FERRY, "more"]), "line 3: a row has 11 cells for 10 columns"),
        (table(FERRY[:-1]), "line 3: a row has 9 cells for 10 columns"),
        (table(FERRY) + '9,"open', r"line 4: is no well-formed CSV \(unexpected end of data\)"),
        (table(FERRY) + '9,"a"b,c\r\n', r"line 4: is no well-formed CSV"),
    ],
)
def test_a_table_that_does_not_fit_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(text)


def test_blank_lines_and_nul_bytes_and_long_cells_are_no_trouble() -> None:
    long = "word " * 60_000
    text = table(["5", "", "", "T", f"a\0b {long}", *[""] * 5]).replace("\r\n", "\r\n\r\n") + ",,\r\n"
    (found,) = read(text)
    assert found.fields[1].value == f"a\0b {long}"


def test_a_row_without_a_title_is_named_by_its_id_and_a_column_without_a_name_is_left_out() -> None:
    (found,) = read(table(["0", *FERRY[:3], "nan", *FERRY[4:]], header=["", *COLUMNS]))
    assert found.title == "7"
    assert [field.name for field in found.fields] == ["Published", "Summary", "Time", "Phase Rationale"]


def test_a_table_is_known_by_its_header() -> None:
    assert is_export(table(FERRY))
    assert is_export('"Incident ID","Title","X"\r\n')
    assert not is_export("Incident ID 7, Title: The gate\n")
    assert not is_export("Article ID,Title\n")


CELLS = st.text(alphabet=st.sampled_from(list("a1,\"\n\r '[]\0\ufeffé")), max_size=8)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=5, max_size=5), min_size=1, max_size=4, unique_by=lambda row: row[0].strip()))
def test_cells_come_back_as_they_were_written(rows: list[list[str]]) -> None:
    header = ["Incident ID", "Related Article IDs", "Title", "Summary", "Impacts"]
    rows = [[f"i{row[0]}", *row[1:]] for row in rows]
    for row, found in zip(rows, read(table(*rows, header=header)), strict=True):
        texts = {field.name: field.value for field in found.fields}
        assert texts == {n: c for n, c in zip(header[2:], row[2:], strict=True) if c.strip()}


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("a,\"\n\r;'\0")), max_size=60))
def test_any_text_below_a_header_is_read_or_refused(text: str) -> None:
    try:
        found = read("Incident ID,Title,Summary\n" + text)
    except VerifierError as error:
        assert str(error).startswith("all.csv")
    else:
        assert found

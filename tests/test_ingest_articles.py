from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verifier.errors import InputError
from verifier.ingest.articles import COLUMNS, article_at, header, read_articles, rows
from verifier.ingest.urls import host
from verifier.model import Source, Trouble

BODY = "Published on 2019-05-02 00:00:00. A lock gate was opened too early,\r\nthe office said.\n\nNobody was hurt."
ROW = ("501", "https://www.canal.example/news/1", "2019-05-03 07:00:00+00:00", "Lock  gate opened", BODY)


def table(path: Path, rows: Sequence[Sequence[str]], columns: Sequence[str] = COLUMNS) -> Path:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([columns, *rows])
    path.write_text(stream.getvalue(), encoding="utf-8", newline="")
    return path


def read(path: Path, ids: Sequence[str] | None = None) -> list[Source | Trouble]:
    return list(read_articles(path, ids))


def test_a_row_becomes_a_source(tmp_path: Path) -> None:
    path = table(tmp_path / "articles.csv", [ROW])
    assert read(path) == [
        Source(
            id="501",
            text=BODY,
            title="Lock gate opened",
            url="https://www.canal.example/news/1",
            outlet="canal.example",
            published=date(2019, 5, 3),
            path=str(path),
            sha256=hashlib.sha256(BODY.encode()).hexdigest(),
            notes=("very short",),
        )
    ]


def test_what_databases_and_spreadsheets_make_of_a_row(tmp_path: Path) -> None:
    body = "<p>A lock gate was opened <b>too early</b>.</p><p>Nobody was hurt &amp; no boat sank.</p>"
    path = table(tmp_path / "articles.csv", [("501.0", "http://[bad", ROW[2], "Locks &amp; gates", body)])
    (found,) = read(path)
    assert isinstance(found, Source)
    assert (found.id, found.title, found.published) == ("501", "Locks & gates", date(2019, 5, 3))
    assert found.text.split("\n") == [
        *("", "A lock gate was opened too early.", ""),
        *("Nobody was hurt & no boat sank.", ""),
    ]
    assert found.notes == ("very short", "its URL is malformed, and was left out")
    assert found.sha256 == hashlib.sha256(body.encode()).hexdigest()


@pytest.mark.parametrize("sign", [";", "\t"])
def test_what_else_than_commas_parts_the_cells_is_told_by_the_header(tmp_path: Path, sign: str) -> None:
    body = f"A lock{sign} gate, and\nanother, broke."
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=sign).writerows([COLUMNS, ROW, ("502", "", "", "Locks, again", body)])
    (first, second) = rows(path)
    assert header(path.read_text("utf-8").partition("\n")[0]) == tuple(name.casefold() for name in COLUMNS)
    assert (first.id, second.id, second.cells[-1]) == ("501", "502", body)
    found = article_at(path, second.place)
    assert isinstance(found, Source)
    assert (found.title, found.text) == ("Locks, again", body)


def test_the_day_is_read_from_the_text_where_the_table_has_none(tmp_path: Path) -> None:
    (found,) = read(table(tmp_path / "a.csv", [(*ROW[:2], "nan", *ROW[3:])]))
    assert isinstance(found, Source)
    assert found.published == date(2019, 5, 2)


@pytest.mark.parametrize("body", ["", "nan", "NaN", "  \n"])
def test_a_row_without_a_body_is_an_empty_source(tmp_path: Path, body: str) -> None:
    (found,) = read(table(tmp_path / "a.csv", [(*ROW[:4], body)]))
    assert isinstance(found, Source)
    assert (found.text, found.notes) == ("", ("empty",))


def test_only_the_wanted_rows_are_read_in_the_order_of_the_table(tmp_path: Path) -> None:
    rows = [(str(number), "", "", "", f"Body {number}") for number in range(20)]
    found = read(table(tmp_path / "a.csv", rows), ["17", "3", "nowhere"])
    assert [(item.id, item.text) for item in found if isinstance(item, Source)] == [("3", "Body 3"), ("17", "Body 17")]
    assert len(found) == 2


def test_rows_are_read_one_by_one(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", [ROW])
    with path.open("ab") as stream:
        stream.write(b'502,,,,"never closed')
    rows = read_articles(path)
    assert isinstance(next(rows), Source)
    with pytest.raises(InputError, match=r"a\.csv: is no well-formed CSV .*quotation mark"):
        next(rows)


def test_a_row_that_does_not_fit_is_a_trouble_and_the_rest_is_read(tmp_path: Path) -> None:
    found = read(table(tmp_path / "a.csv", [("1", "x"), (*ROW, "more"), (" ", *ROW[1:]), ROW]))
    assert [item.what for item in found if isinstance(item, Trouble)] == [
        "the row has 2 cells, the header 5",
        "the row has 6 cells, the header 5",
        "the row has no Article ID",
    ]
    assert [item.id for item in found if isinstance(item, Source)] == ["501"]
    assert isinstance(found[0], Trouble)
    assert found[0].where == f"{tmp_path / 'a.csv'}, line 2"


def test_columns_are_found_by_name_in_any_order_and_case(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", [("Text here", "x", "77")], [" BODY", "note", "article id "])
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    (found,) = read(path)
    assert isinstance(found, Source)
    assert (found.id, found.text, found.title, found.url, found.published) == ("77", "Text here", "", "", None)


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        (("Incident ID", "Title"), r"it has no column 'Article ID' and no column 'Body'"),
        (("Article ID", "URL"), r"it has no column 'Body'"),
        (("",), r"it has no column 'Article ID'"),
    ],
)
def test_a_table_without_the_columns_is_refused(tmp_path: Path, columns: Sequence[str], message: str) -> None:
    with pytest.raises(InputError, match=rf"a\.csv: is no article table: {message}.*Article ID, URL, Published"):
        read(table(tmp_path / "a.csv", [], columns))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"\x00\x01\x02\x03", "is a binary file"),
        ("Article ID,Body\n1,caf\u00e9\n".encode("latin-1"), "is not UTF-8"),
        (b"Article ID,Body\n" + b"1,fine\n" * 9000 + b"2,caf\xe9\n", "is not UTF-8"),
        (b'Article ID,Body\n1,"a"b"\n', "is no well-formed CSV"),
        (b"Article ID,Body\n1," + b"x" * 9_000_000, "has a line longer than 8 MiB"),
        (b'Article ID,Body\n1,"' + b"x\n" * 4_500_000, "is no well-formed CSV"),
    ],
)
def test_hostile_tables_are_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match=message) as caught:
        read(path)
    assert caught.value.where == str(path)
    assert caught.value.hint


def test_a_missing_table_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, message in ((tmp_path / "none.csv", "no such file"), (tmp_path, "is a folder")):
        with pytest.raises(InputError, match=message):
            read(path)


def test_a_cell_longer_than_the_libraries_limit_is_read(tmp_path: Path) -> None:
    body = "The gate was opened. " * 20_000
    (found,) = read(table(tmp_path / "a.csv", [(*ROW[:4], body)]))
    assert isinstance(found, Source)
    assert found.text == body


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\t\r\n"), max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(rows=st.lists(st.tuples(CELL, CELL, CELL, CELL, CELL), min_size=1, max_size=6))
def test_every_cell_is_kept_as_it_is(tmp_path: Path, rows: list[tuple[str, str, str, str, str]]) -> None:
    found = read(table(tmp_path / "any.csv", rows))
    assert len(found) == len(rows)
    for item, row in zip(found, rows, strict=True):
        if isinstance(item, Source):
            assert item.id == row[0].strip() != ""
            assert item.text == row[4] or item.notes == ("empty",)
        else:
            assert not row[0].strip()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes_give_sources_or_a_plain_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(b"Article ID,Body\n" + data)
    try:
        found = read(path)
    except InputError as error:
        assert error.where == str(path)
    else:
        assert all(isinstance(item, Trouble) or item.id for item in found)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.canal.example/news?a=b", "canal.example"),
        ("http://money.Canal.example:80/x", "money.canal.example"),
        ("canal.example/news", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_host(url: str, expected: str) -> None:
    assert host(url) == expected


def test_header() -> None:
    assert header('\ufeffArticle ID," Body "\r\n') == ("article id", "body")
    assert header('"never closed') == ()
    assert header("") == ()

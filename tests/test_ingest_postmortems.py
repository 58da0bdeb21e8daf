"""Detect formats, pick incidents, and refuse what cannot be read, with a message that says what to do."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from verifier.data.decode import MAX_LINE
from verifier.errors import InputError, UsageError, VerifierError
from verifier.ingest.postmortems import Form, detect, read_postmortems

PAGE = "Incident: Gate Opens\n\nPostmortem Analysis\nTimeline 1. It opened [7].\n"
EXPORT = "Incident ID,Title,Summary\n7,Gate Opens,It opened.\n8,Crane Stops,It stopped.\n"
INCIDENT = json.dumps({"id": "7", "title": "Gate Opens", "fields": {"Summary": "It opened."}})
DOCUMENT = "# Gate opens\n\nIt opened.\n"


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        (PAGE, "a.txt", Form.PAGE),
        (PAGE, "a.md", Form.PAGE),
        (EXPORT, "a.csv", Form.EXPORT),
        (EXPORT, "-", Form.EXPORT),
        ("a,b\n1,2\n", "a.CSV", Form.EXPORT),
        ("a\tb\n1\t2\n", "a.tsv", Form.EXPORT),
        (INCIDENT, "a.txt", Form.JSON),
        (f"[{INCIDENT}]", "a.md", Form.JSON),
        ("nonsense", "a.json", Form.JSON),
        (DOCUMENT, "a.md", Form.MARKDOWN),
        ("[Gate](x.md) opens, {it} says.", "a.txt", Form.MARKDOWN),
        ("The export has Incident ID, Title and more.", "-", Form.MARKDOWN),
    ],
)
def test_a_format_is_told_by_content_then_by_ending(text: str, name: str, form: Form) -> None:
    assert detect(text, Path(name)) is form


def test_every_format_is_read_from_a_file(tmp_path: Path) -> None:
    for name, text in (("p.txt", PAGE), ("e.csv", EXPORT), ("i.json", INCIDENT), ("d.md", DOCUMENT)):
        (tmp_path / name).write_text(text, "utf-8")
    assert [each.id for each in read_postmortems(tmp_path / "p.txt")] == ["p"]
    assert [each.id for each in read_postmortems(tmp_path / "e.csv")] == ["7", "8"]
    assert [each.id for each in read_postmortems(tmp_path / "i.json")] == ["7"]
    (document,) = read_postmortems(tmp_path / "d.md")
    assert (document.id, document.title, document.path) == ("d", "Gate opens", str(tmp_path / "d.md"))
    assert document.sha256 == hashlib.sha256(DOCUMENT.encode()).hexdigest()


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "d.md").write_bytes(b"\xef\xbb\xbf# Gate opens\r\n\r\nIt opened.\r\n")
    (document,) = read_postmortems(tmp_path / "d.md")
    assert [(field.start, field.value) for field in document.fields] == [(2, "Gate opens"), (16, "It opened.")]


def test_an_incident_is_picked_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text(EXPORT, "utf-8")
    assert [each.title for each in read_postmortems(tmp_path / "e.csv", "8")] == ["Crane Stops"]
    with pytest.raises(UsageError, match=r'e\.csv: there is no incident "9"; it holds 7, 8'):
        read_postmortems(tmp_path / "e.csv", "9")
    with pytest.raises(UsageError, match='there is no incident "9"; it holds p'):
        read_postmortems(Path("p.txt"), "9", PAGE)


def test_standard_input_is_read_in_place_of_the_file() -> None:
    (found,) = read_postmortems(Path("-"), stdin_text=PAGE)
    assert (found.id, found.path) == ("stdin", "-")
    assert [each.id for each in read_postmortems(Path("-"), "8", EXPORT)] == ["8"]


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (None, "a.txt", "no such file; check the path"),
        (b"", "a.txt", "is empty"),
        (b" \r\n\t", "a.md", "is empty"),
        (b"%PDF\x00\x01\x02", "a.txt", "is a binary file"),
        ("Ger\xe4t fiel aus".encode("latin-1"), "a.txt", "is not UTF-8 (byte 3); convert it"),
        ("Ger\xe4t".encode("utf-16"), "a.txt", "is UTF-16; convert it"),
        (b"x" * 10_000_000, "a.txt", "has a line longer than 8 MiB"),
        (b"==Cause==\nA gate broke.\n", "a.txt", "is MediaWiki; convert it to Markdown, for example with pandoc"),
        (b"A gate broke.\n", "a.rst", "is reStructuredText; convert it to Markdown, for example with pandoc"),
        (b"a,b\n1,2\n", "a.csv", "lacks the column Incident ID and Title; it has: a, b"),
        (b'{"id": 7,}', "a.json", "line 1 column 10: is malformed JSON"),
        (b"# Title alone\n\nPublished: 2020-01-01\n", "a.md", "holds no text to check; supply a postmortem with text"),
        (b"```\nlog\n```\n", "a.md", "holds no text to check"),
        (b"Incident: Gate\nPostmortem Analysis\nTimeline None\n", "a.txt", "holds no text to check"),
        (b'{"title": "Gate", "fields": {"Summary": "unknown"}}', "a.json", "holds no text to check"),
        (b"Incident ID,Title,Summary\n7,Gate,nan\n", "a.csv", "holds no text to check"),
    ],
)
def test_what_cannot_be_checked_is_refused(tmp_path: Path, data: bytes | None, name: str, message: str) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_postmortems(path)
    assert str(caught.value).startswith(str(path))
    assert message in str(caught.value)
    assert caught.value.exit_status == 3


def test_a_row_without_text_does_not_hide_the_others() -> None:
    text = EXPORT + "9,Title Alone,\n"
    assert [each.id for each in read_postmortems(Path("e.csv"), stdin_text=text)] == ["7", "8", "9"]
    with pytest.raises(InputError, match="holds no text to check"):
        read_postmortems(Path("e.csv"), "9", text)


def test_half_a_character_pair_on_standard_input_is_refused() -> None:
    with pytest.raises(InputError, match="is not UTF-8"):
        read_postmortems(Path("-"), stdin_text="Gate \ud83d opens")


def test_a_table_as_long_as_allowed_is_read() -> None:
    cell = "The gate opened again. " * (MAX_LINE // 24)
    (found,) = read_postmortems(Path("e.csv"), stdin_text=f"Incident ID,Title,Summary\n7,Gate,{cell}\n")
    assert len(found.fields[1].value) == len(cell)


def test_reading_a_page_imports_no_costly_library() -> None:
    code = (
        "import sys; from pathlib import Path; from verifier.ingest.postmortems import read_postmortems as read;"
        f"read(Path('-'), stdin_text={PAGE!r});"
        "print([name for name in ('jsonschema', 'markdown_it', 'nltk', 'rich') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "[]\n"


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=80),
    st.sampled_from([b"", b"Incident ID,Title,A\n", b"{", b"[{", b"Postmortem Analysis\n", b"# A\n\n"]),
    st.sampled_from(["a.txt", "a.md", "a.csv", "a.json", "a"]),
)
@example(b"\x0b", b"", "a.csv")
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes, name: str
) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(head + data)
    try:
        found = read_postmortems(path)
    except VerifierError as error:
        assert str(path) in str(error)
    else:
        assert all(field.text[field.start : field.end] == field.value for each in found for field in each.fields)


def test_a_json_file_is_no_front_matter_of_a_text_that_is_not_there() -> None:
    incident = '{\n  "title": "Crane Stops",\n  "fields": {"Summary": "A crane stopped on the quay."}\n}\n'
    (found,) = read_postmortems(Path("p.json"), None, incident)
    assert [field.name for field in found.fields] == ["Title", "Summary"]
    (found,) = read_postmortems(Path("p.md"), None, incident + "\nA crane stopped on the quay.\n")
    assert found.title == "Crane Stops"

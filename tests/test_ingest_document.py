from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from verifier.errors import InputError
from verifier.ingest.document import first_headline, headline, read_document
from verifier.model import Source

TEXT = "Pump fails\r\n\r\n27 February 2020\r\n\r\nThe pump failed at six in the morning.\r\n"


def test_a_text_is_kept_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "pump.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert read_document(path) == Source(
        id="pump",
        text=TEXT,
        published=date(2020, 2, 27),
        path=str(path),
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        notes=("very short",),
    )


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
@pytest.mark.parametrize("name", ["pump.txt", "pump.md", "pump.html"])
def test_an_empty_file_is_an_empty_source(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    source = read_document(path)
    assert (source.id, source.text, source.notes) == ("pump", "", ("empty",))


@pytest.mark.parametrize("name", ["pump.html", "pump.HTM"])
def test_a_page_is_extracted(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(
        '<html><head><link rel="canonical" href="https://www.pumps.example/a"></head><body>'
        "<p>By Jane Roe, 3 March 2021</p><p>The pump failed at six in the morning.</p></body></html>"
    )
    source = read_document(path)
    assert "<p>" not in source.text
    assert source.text.endswith("The pump failed at six in the morning.")
    assert (source.outlet, source.published) == ("pumps.example", date(2021, 3, 3))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"caf\xe9 au lait", "is not UTF-8"),
        (b"\x00\x01\x02", "is a binary file"),
        (b"x" * 10_000_000, "has a line longer than 8 MiB"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "pump.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=message):
        read_document(path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pump fails\n\nIt failed.", "Pump fails"),
        ("\n\n# Pump fails?\r\nIt failed.", "Pump fails?"),
        ("The pump failed.\n\nIt failed.", ""),
        ("Pump fails", ""),
        ("27 February 2020\n\nIt failed.", ""),
        ("word " * 40 + "\nIt failed.", ""),
        ("x" * 300 + "\nIt failed.", ""),
        ("", ""),
    ],
)
def test_first_headline(text: str, expected: str) -> None:
    assert first_headline(text) == expected


def test_a_title_goes_before_the_first_line() -> None:
    assert headline(Source("1", "Pump fails\n\nIt failed.", title="Pump failure")) == "Pump failure"
    assert headline(Source("1", "Pump fails\n\nIt failed.")) == "Pump fails"

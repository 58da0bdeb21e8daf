from __future__ import annotations

import sys
from pathlib import Path

import pytest

from verifier.claims.claims import claims_of
from verifier.errors import InputError
from verifier.ingest.pdf import read_pdf, unwrap
from verifier.ingest.postmortems import read_postmortems


def pdf(*lines: str) -> bytes:
    """Return a PDF of one page that shows the lines one below the other."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 20 700 Td {shown} ET"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 600 800] >>",
        f"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 {font} >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    )
    body = "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer\n<< /Root 1 0 R /Size 5 >>\nstartxref\n0\n%%EOF\n".encode()


def test_the_lines_of_a_pdf_become_paragraphs(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    path = tmp_path / "gates.pdf"
    path.write_bytes(
        pdf("The lock gates were opened by the con-", "troller after an update.", "Nobody was hurt there.")
    )
    text, data = read_pdf(path)
    assert text == "The lock gates were opened by the controller after an update.\n\nNobody was hurt there."
    assert data == path.read_bytes()


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.4\n\x00\xff" * 50, pdf("x")[:60]])
def test_a_damaged_pdf_is_refused(tmp_path: Path, data: bytes) -> None:
    pytest.importorskip("pypdf")
    path = tmp_path / "gates.pdf"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"gates\.pdf: cannot be read as PDF .*save it as text"):
        read_pdf(path)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf(), "has no letters on its pages, which may be pictures"),
        (pdf("x").replace(b"[3 0 R] /Count 1", b"[] /Count 0"), "has no pages, or is damaged"),
    ],
)
def test_a_pdf_without_text_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    pytest.importorskip("pypdf")
    path = tmp_path / "gates.pdf"
    path.write_bytes(data)
    with pytest.raises(InputError, match=rf"gates\.pdf: {why}; save it as text"):
        read_pdf(path)


def test_a_missing_library_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "gates.pdf"
    path.write_bytes(pdf("x"))
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(InputError, match="needs pypdf to be read; pip install pypdf"):
        read_pdf(path)


def test_unwrap() -> None:
    first = "A ﬁrst line that is rather long and\ngoes on in a second line, well-\nmade."
    page = f"{first}\n\nA heading\nThen a line that is quite long as well\nends."
    assert unwrap(page).split("\n\n") == [
        "A first line that is rather long and goes on in a second line, wellmade.",
        "A heading",
        "Then a line that is quite long as well ends.",
    ]
    assert unwrap("\n \n") == ""


def test_a_postmortem_may_be_a_pdf(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    (tmp_path / "pm.pdf").write_bytes(
        pdf("Gates open", "The lock gates were opened by an update of the con-", "troller.")
    )
    (found,) = read_postmortems(tmp_path / "pm.pdf")
    texts = [claim.text for claim in claims_of(found)[0]]
    assert texts[-1] == "The lock gates were opened by an update of the controller."
    (tmp_path / "pm.txt").write_bytes(pdf("Gates open"))
    with pytest.raises(InputError, match=r"is a PDF; give it the ending \.pdf"):
        read_postmortems(tmp_path / "pm.txt")

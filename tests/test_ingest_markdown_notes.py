"""Read footnotes that are sentences as text, and the others as what they cite."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier import Verifier, read_postmortems, read_sources
from verifier.claims.claims import claims_of

BODY = "# Gauge stuck\n\nThe gauge stood at 12 for nine hours.[^a] Nobody looked at it.\n\n"
SAID = "The gauge stood at 12 for nine hours."


def claims(folder: Path, note: str) -> dict[str, tuple[str, ...]]:
    path = folder / "pm.md"
    path.write_text(f"{BODY}[^a]: {note}\n", encoding="utf-8")
    (postmortem,) = read_postmortems(path)
    return {claim.text: claim.citations for claim in claims_of(postmortem)[0]}


@pytest.mark.parametrize(
    "note", ["Its unit had changed from feet to metres.", "The gauge was built in 1931, long before the weir!"]
)
def test_a_footnote_that_is_a_sentence_is_text(tmp_path: Path, note: str) -> None:
    found = claims(tmp_path, note)
    assert found[SAID] == () == found[note]


@pytest.mark.parametrize(
    "note",
    [
        "The Wendle Gazette, 3 May 2021.",
        "The Wendle Gazette reported this on 3 May 2021.",
        "https://gazette.example/gauge shows what it stood at.",
        'Ann Elm, "What the gauge was told", 2021.',
        "Its unit was feet.",
        "See the minutes of the river board, which were kept by hand.",
    ],
)
def test_other_footnotes_cite(tmp_path: Path, note: str) -> None:
    found = claims(tmp_path, note)
    assert found[f"{SAID}[^a]"] == ("^a",)
    assert note not in found


def test_a_footnote_that_is_text_is_no_missing_source(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text(f"{SAID} Its unit had changed from feet to metres.", encoding="utf-8")
    claims(tmp_path, "Its unit had changed from feet to metres.")
    report = Verifier(read_sources([tmp_path / "s.txt"]).sources).check(*read_postmortems(tmp_path / "pm.md"))
    assert not report.reports[0].missing

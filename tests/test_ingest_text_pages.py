"""Read plain text that was set in pages and lines: what pages add is no text, what their breaks part is whole."""

from pathlib import Path

import pytest
from documents import document, told

from verifier.claims.claims import claims_of
from verifier.ingest.document import read_document
from verifier.ingest.text_hyphens import Hyphens
from verifier.ingest.text_pages import FURNITURE, paged
from verifier.layout import laid_out
from verifier.text.reading import read_source

COUNTED = """\
Jam of the Lock at Orrin

   The lock at Orrin jammed for two days in May 2021.  A bolt of the
   upper gate broke, and the gate fell to-



Canal Board                    Report 7                    [Page 1]

The Lock at Orrin                                          May 2021


   wards the wall.  The keeper had asked for a new bolt within the

   1  The letter is dated 3 March.



Canal Board                    Report 7                    [Page 2]

The Lock at Orrin                                          May 2021


   year before.

   Nobody was hurt.



Canal Board                    Report 7                    [Page 3]
"""
TOLD = [
    "Jam of the Lock at Orrin",
    "The lock at Orrin jammed for two days in May 2021.",
    "A bolt of the upper gate broke, and the gate fell towards the wall.",
    "The keeper had asked for a new bolt within the year before.",
    "Nobody was hurt.",
]
FED = (
    "CANAL BOARD\nThe lock at Orrin jammed for\ntwo days.\n\n- 1 -\n\fCANAL BOARD\n\nA bolt broke, and the\n\n- 2 -\n"
    "\fCANAL BOARD\n\ngate fell.\n\n- 3 -\n"
)


def plain(path: Path, text: str) -> list[str]:
    return [" ".join(each.split()) for each in told(path, text, "pm.txt")]


def test_heads_feet_and_notes_between_the_halves_of_a_sentence_are_no_claims(tmp_path: Path) -> None:
    assert plain(tmp_path, COUNTED) == TOLD


def test_what_of_a_page_parts_no_sentence_is_told_of(tmp_path: Path) -> None:
    read = document(tmp_path, COUNTED, "pm.txt")
    left = [(each.reason, read.fields[-1].text[each.start : each.end]) for each in claims_of(read)[1]]
    assert any(reason == FURNITURE and line.endswith("[Page 3]") for reason, line in left)


def test_a_source_in_pages_is_read_as_whole_sentences(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(COUNTED, encoding="utf-8")
    read = read_source(read_document(path))
    assert [" ".join(each.text.split()) for each in read.sentences] == TOLD
    assert all(read.source.text[each.start : each.end] == each.text for each in read.sentences)


def test_form_feeds_part_pages(tmp_path: Path) -> None:
    assert plain(tmp_path, FED)[-1] == "A bolt broke, and the gate fell."


@pytest.mark.parametrize(
    "text",
    [
        "The lock jammed.\n\nPage 3 of the report says so.\n\nIt rained.\n",
        "1\n\nThe lock jammed\n\n2\n\nand sank\n\n3\n\nin May\n",
        "# Jam\fThe lock jammed.\n",
        "Time | What\n--- | ---\f10:40 | it jammed\n",
        "It stopped for 1 minute, they said on Monday.\n\fIt stopped for 2 minutes, they said on Monday.\n",
    ],
    ids=["a page named", "numbers close together", "a heading", "a table", "sentences that count"],
)
def test_other_texts_have_no_pages(text: str) -> None:
    assert paged(text, text) == (text, (), ())


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The con-\nnection broke.", "The connection broke."),
        ("The con-  \r\n    nection broke.", "The connection broke."),
        ("A two-\nhour jam.", "A two-hour jam."),
        ("The lock-\nkeeper. A lock-keeper.", "The lock-keeper. A lock-keeper."),
        ("The lock-\nkeeper. A lockkeeper.", "The lockkeeper. A lockkeeper."),
        ("From 3-\n5 May.", "From 3-\n5 May."),
        ("It broke -\nand fell.", "It broke -\nand fell."),
        ("The Orrin-\nLock.", "The Orrin-\nLock."),
    ],
)
def test_hyphens_at_the_ends_of_lines(text: str, whole: str) -> None:
    assert laid_out(text, Hyphens(text).edits())[0] == whole


def test_the_lines_of_a_hyphenated_paragraph_stay_one_paragraph(tmp_path: Path) -> None:
    text = "The lock at Orrin jammed in May, when a bolt of its upper con-\nnection broke, and the\nBoard closed it.\n"
    assert plain(tmp_path, f"Jam of the lock\n\n{text}")[1:] == [
        "The lock at Orrin jammed in May, when a bolt of its upper connection broke, and the Board closed it."
    ]

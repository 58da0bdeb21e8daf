"""Read tables drawn with crosses: a row over several lines is one, no letter is lost, offsets stay."""

from pathlib import Path

import pytest
from documents import document, told
from hypothesis import given
from hypothesis import strategies as st

from verifier.claims.claims import claims_of
from verifier.ingest.markdown_drawn import drawn

_GRID = """\
+----------+---------------------------+
| When     | What                      |
+==========+===========================+
| 08:14    | The **upper** weir broke  |
+----------+---------------------------+
| 08:31    | The lower weir was shut   |
|          | by its keeper             |
+----------+---------------------------+
"""
_CLIENT = """\
+-------+------------+
| Weir  | Boats lost |
+-------+------------+
| Upper | 1,200      |
| Lower | 40         |
+-------+------------+
"""
_PLAIN = " Weir  | Boats lost\n-------+------------\n Upper | 1,200\n Lower | 40\n"
_BOXED = """\
┏━━━━━━━┳━━━━━━━━━━━━┓
┃ Weir  ┃ Boats lost ┃
┡━━━━━━━╇━━━━━━━━━━━━┩
│ Upper │ 1,200      │
│ Lower │ 40         │
└───────┴────────────┘
"""
_HEADLESS = (
    "+---------+-------------+\n| Upper   | It broke    |\n| weir    | at noon     |\n"
    "+---------+-------------+\n| Lower   | It was shut |\n+---------+-------------+\n"
)
_COUNTS = ["Upper | 1,200 boats lost", "Lower | 40 boats lost"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", ["pm.md", "pm.txt"])
@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (_GRID, ["08:14 | The upper weir broke", "08:31 | The lower weir was shut by its keeper"]),
        (_CLIENT, _COUNTS),
        (_PLAIN, _COUNTS),
        (_BOXED, _COUNTS),
        (_HEADLESS, ["Upper weir | It broke at noon", "Lower | It was shut"]),
    ],
    ids=["pandoc", "client", "plain", "boxed", "headless"],
)
def test_a_row_is_one_claim(tmp_path: Path, table: str, rows: list[str], name: str, line_end: str) -> None:
    text = f"# Weir 2 shut\n\n{table}\nIt rained.\n".replace("\n", line_end)
    with (tmp_path / name).open("w", newline="", encoding="utf-8") as file:
        file.write(text)
    assert told(tmp_path, text, name) == ["Weir 2 shut", *rows, "It rained."]


def test_offsets_lead_to_the_lines_of_a_row(tmp_path: Path) -> None:
    found = document(tmp_path, f"# Weir 2 shut\n\n{_GRID}")
    (*_, row) = claims_of(found)[0]
    layout = found.fields[-1].layout
    assert layout
    written = layout.excerpt(row.start, row.end)
    assert written.startswith("| 08:31")
    assert written.rstrip().endswith("by its keeper")


def test_what_is_fenced_stays() -> None:
    text = f"```\n{_CLIENT}```\n"
    assert drawn(text) == (text, ())


@pytest.mark.parametrize("text", ["one\n\n---+---\n\ntwo\n", "a | b\n", "+---+\n", "| a | b |\n|---|---|\n| 1 | 2 |\n"])
def test_other_rules_stay(text: str) -> None:
    assert drawn(text).seen == text


@given(
    st.lists(
        st.sampled_from(
            ("+---+---+", "+===+===+", "| a | b |", "|   | c |", "a|b", "```", "word", "", "┌───┬──┐", "│ x │ y│", "||")
        ),
        max_size=12,
    ),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_no_letter_is_lost(lines: list[str], line_end: str) -> None:
    text = line_end.join(lines)
    found = drawn(text)
    assert len(found.seen) == len(text)
    assert [found.seen.count(letter) for letter in "abcdorwxy"] == [text.count(letter) for letter in "abcdorwxy"]
    assert all(0 <= edit.start <= edit.end <= len(text) for edit in found.edits)

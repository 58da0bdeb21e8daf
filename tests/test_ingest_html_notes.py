"""Read the marks of notes on a page as marks, and no part of the word before them."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier import read_postmortems, read_sources
from verifier.claims.claims import claims_of

pytest.importorskip("trafilatura")

NOTE = "The unit of the gauge had changed from feet to metres."
BELOW = f"<section class='footnotes'><ol><li id='n1'><p>{NOTE} <a href='#m1'>↩︎</a></p></li></ol></section>"
WAYS = {
    "raised": ("<sup id='m1'><a href='#n1'>1</a></sup>", BELOW),
    "of a wiki": (
        "<sup id='m1' class='reference'><a href='#n1'>[1]</a></sup>",
        f"<ol class='notes'><li id='n1'><span><b><a href='#m1'>^</a></b></span> <span>{NOTE}</span></li></ol>",
    ),
    "raised within": ("<a href='#n1' id='m1' role='doc-noteref'><sup>1</sup></a>", BELOW),
    "called a mark": (
        "<a class='footnote-anchor' id='m1' href='https://weir.example/p/gauge#n1'>1</a>",
        f"<div><a id='n1' href='#m1' class='footnote-number'>1</a><div><p>{NOTE}</p></div></div>",
    ),
}


def page(folder: Path, mark: str, below: str) -> Path:
    told = f"<p>The gauge at Wendle stood at 12{mark} for nine hours. Nobody at the weir looked at it in that time.</p>"
    more = "<p>The flood reached the mill on Monday, when the miller called the river board and asked for help.</p>"
    path = folder / "page.html"
    path.write_text(
        "<html><head><title>Gauge stuck at Wendle</title></head><body><article><h1>Gauge stuck at Wendle</h1>"
        f"{told}{more}{below}</article></body></html>",
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize("way", WAYS)
def test_the_mark_of_a_note_is_no_part_of_a_figure(tmp_path: Path, way: str) -> None:
    (source,) = read_sources([page(tmp_path, *WAYS[way])]).sources
    assert "stood at 12[1] for nine hours." in source.text


@pytest.mark.parametrize("way", WAYS)
def test_a_note_that_is_a_sentence_is_text_of_a_postmortem(tmp_path: Path, way: str) -> None:
    (postmortem,) = read_postmortems(page(tmp_path, *WAYS[way]))
    claims, _ = claims_of(postmortem)
    assert "The gauge at Wendle stood at 12 for nine hours." in [claim.text for claim in claims]
    assert [(claim.text, claim.citations) for claim in claims][-1] == (NOTE, ())


def test_a_note_that_does_not_lead_back_leaves_no_mark(tmp_path: Path) -> None:
    path = page(tmp_path, "<sup><a href='#n1'>1</a></sup>", f"<p id='n1'>{NOTE}</p>")
    (source,) = read_sources([path]).sources
    assert "stood at 12 for nine hours." in source.text


def test_a_number_set_high_that_leads_nowhere_stays(tmp_path: Path) -> None:
    (source,) = read_sources([page(tmp_path, "<sup>3</sup>", "")]).sources
    assert "stood at 123 for nine hours." in source.text

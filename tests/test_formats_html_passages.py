"""Prove that a quoted sentence stands between its neighbours, and that what was left out there is shown."""

from __future__ import annotations

import pytest

from verifier.formats.html_passages import Library, Passage, Piece, pieces
from verifier.formats.layout import Quote
from verifier.formats.quotes import Desk
from verifier.formats.visible import Shown, show
from verifier.model import Part, Place, Postmortem, PostmortemReport, Sentence, Source, SourceReading, Span

TEXT = "The pump stopped. Water rose, and the cellar flooded. Read more! Nobody was hurt."
SOURCE = Source("s1", TEXT, url="https://dike.example/1")
SENTENCES = ("The pump stopped.", "Water rose, and the cellar flooded.", "Nobody was hurt.")


def passage(excerpt: str, source: str = "s1") -> Passage:
    sentences = [Sentence("s1", Part.BODY, TEXT.index(s), TEXT.index(s) + len(s), s) for s in SENTENCES]
    report = PostmortemReport(
        Postmortem("p", "P", None, "", "", ()), (SourceReading(SOURCE, tuple(reversed(sentences))),), ()
    )
    place = Place(source, Part.BODY, TEXT.index(excerpt), TEXT.index(excerpt) + len(excerpt), excerpt)
    return Library.of(Desk.of(report)).passage(Quote(show(excerpt), "Dike Daily", place=place))


@pytest.mark.parametrize(
    ("excerpt", "before", "after"),
    [
        (SENTENCES[0], "", f" {SENTENCES[1]}"),
        (SENTENCES[1], f"{SENTENCES[0]} ", " […] Nobody was hurt."),
        (SENTENCES[2], "Water rose, and the cellar flooded. […] ", ""),
        ("the cellar flooded", "The pump stopped. Water rose, and ", ". […] Nobody was hurt."),
        ("The pump stopped. Water rose, and the cellar flooded.", "", " […] Nobody was hurt."),
        ("Read more!", "", ""),
    ],
)
def test_context(excerpt: str, before: str, after: str) -> None:
    found = passage(excerpt)
    assert (found.before, found.after) == (before, after)
    assert (found.by, found.url) == ("Dike Daily", "https://dike.example/1")


def test_unknown_source_has_no_context() -> None:
    found = passage(SENTENCES[1], "elsewhere")
    assert (found.before, found.after, found.url) == ("", "", "")


def test_pieces_are_cut_at_marks() -> None:
    shown = Shown("five of nine", (Span(0, 4), Span(8, 12)))
    assert pieces(shown) == (Piece("five", marked=True), Piece(" of "), Piece("nine", marked=True))
    assert pieces(Shown("", ())) == ()

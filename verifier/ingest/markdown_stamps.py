"""Find the line of a Markdown document that says when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verifier.ingest.markdown_pieces import Piece
from verifier.ingest.published import parse_date
from verifier.model import Span
from verifier.text.patterns import pattern

_LINE = pattern(
    r"^[*_ \t-]{0,4}(?P<label>published date|publication date|date published|published(?: on)?|posted(?: on)?|date)"
    r"[*_]{0,2}(?:[ \t]{0,3}:[*_]{0,2}|(?<=on))[ \t]{1,3}(?P<value>[^\n|]{4,40}?)[*_ \t]{0,4}$",
    re.IGNORECASE | re.MULTILINE,
)


def stamp(pieces: Iterable[Piece]) -> Span | None:
    """Return the raw span of the date in a line such as `Published: 2020-02-27`; failing that, `Date: ...`."""
    found = [
        (match["label"].casefold() == "date", piece.mapping.span(*match.span("value")))
        for piece in pieces
        for match in _LINE.finditer(piece.content)
        if parse_date(match["value"])
    ]
    return min(found)[1] if found else None

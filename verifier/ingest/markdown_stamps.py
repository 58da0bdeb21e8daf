"""Find the line of a Markdown document that says when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from verifier.ingest.markdown_pieces import Piece
from verifier.ingest.published import parse_date
from verifier.model import Span
from verifier.text.patterns import pattern

_LABEL = (
    r"(?P<label>published date|publication date|date published|published(?: on)?|posted(?: on)?"
    r"|sent|veröffentlicht(?: am)?|gesendet|date|datum)"
)
_LINE = pattern(
    rf"^[*_ \t-]{{0,4}}{_LABEL}"
    r"[*_]{0,2}(?:[ \t]{0,3}:[*_]{0,2}|(?<=on)|(?<=published))[ \t]{1,3}(?P<value>[^\n|]{4,40}?)"
    r"[*_ \t]{0,4}$",
    re.IGNORECASE | re.MULTILINE,
)

_NAMED = pattern(rf"[*_ ]{{0,4}}{_LABEL}[*_ :]{{0,4}}", re.IGNORECASE)
_LONGEST = 40
_WEAK = frozenset({"date", "datum"})


def stamp(pieces: Iterable[Piece]) -> Span | None:
    """Return the raw span of the date in a line such as `Published: 2020-02-27`; failing that, `Date: ...`."""
    around = list(pieces)
    found = (
        (match["label"].casefold() in _WEAK, piece.mapping.span(*match.span("value")))
        for piece in around
        for match in _LINE.finditer(piece.content)
        if parse_date(match["value"])
    )
    dates = [*found, *_in_rows(around)]
    return min(dates)[1] if dates else None


def _in_rows(pieces: Sequence[Piece]) -> Iterator[tuple[bool, Span]]:
    """Yield the dates of cells beside one that names them: `| Date | 14 April 2020 |`."""
    for label, value in pairwise(pieces):
        named = _NAMED.fullmatch(label.content) if label.row == value.row >= 0 else None
        if named and not value.head and parse_date(value.content) and len(value.content) <= _LONGEST:
            yield named["label"].casefold() in _WEAK, value.mapping.span(0, len(value.content))

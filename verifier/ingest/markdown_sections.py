"""Arrange the pieces of a Markdown document in sections, and tell text from lists of references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from verifier.ingest.fields import LEAD
from verifier.ingest.markdown_pieces import BOLD_LEVEL, Piece
from verifier.ingest.markdown_references import is_reference_heading, listed
from verifier.text.patterns import pattern

_CITES = pattern(r"\[(?:\^[^\[\]\s]|(?:articles? )?[#a]?\d{1,9}\s?[\],;&])", re.IGNORECASE)
_CLOSING, _STOPS = "\"'”’)*_", tuple(".,;:")
_TITLE_AND_TEXT, _LONGEST_TITLE, _LONGEST_HEADING, _TITLE_WORDS = 2, 150, 40, 3


class Section(NamedTuple):
    """Hold a section: its name, the level of its heading (0 for the lead), its pieces."""

    name: str
    level: int
    pieces: tuple[Piece, ...]


class Arranged(NamedTuple):
    """Hold a document's parts: the piece that is its title, its sections, the entries of its lists, its footnotes."""

    title: Piece | None
    sections: tuple[Section, ...]
    references: tuple[Piece, ...]
    notes: tuple[Piece, ...]


def arrange(pieces: Sequence[Piece], *, titled: bool = False) -> Arranged:
    """Sort a document's pieces; the first heading of level 1 is its title, and the lead goes on below it.

    A line in bold that opens the document is its title where text stands before any such heading, a plain line where
    there is no heading; `titled` says that the document has told its title already, so that a plain line is text.
    """
    text = [part for piece in pieces if not piece.note for part in _promoted(piece)]
    title = _bold_title(text) or _headline(text, titled=titled) or (None if titled else _plain_title(text))
    body, references = _parted(_sections([each for each in text if each is not title or title.level], title))
    return Arranged(title, body, references, tuple(piece for piece in pieces if piece.note))


def _promoted(piece: Piece) -> Iterator[Piece]:
    """Yield a heading before a paragraph that opens with a line "Sources:" or the like; alone, the line is no text."""
    line, _, more = piece.content.partition("\n")
    words = line.strip(" \t:")
    if piece.alone and not piece.level and len(words) <= _LONGEST_HEADING and is_reference_heading(words):
        yield piece._replace(level=BOLD_LEVEL, name=words)
        if not more:
            return
    yield piece


def _headline(text: Sequence[Piece], *, titled: bool) -> Piece | None:
    """Return the first heading of level 1; of a document titled already, if it is the only one and opens it."""
    found = [piece for piece in text if piece.level == 1]
    own = found and (not titled or (len(found) == 1 and text[0] is found[0]))
    return found[0] if own else None


def _bold_title(text: Sequence[Piece]) -> Piece | None:
    if not text or text[0].level != BOLD_LEVEL or len(text[0].name.split()) < _TITLE_WORDS:
        return None
    after = next((piece for piece in text[1:] if piece.level in {0, 1}), None)
    return text[0] if after and after.level == 0 else None


def _plain_title(text: Sequence[Piece]) -> Piece | None:
    """Return the first line of a text without headings, where it stands alone, is no sentence and cites nothing."""
    if len(text) < _TITLE_AND_TEXT or any(0 < piece.level < BOLD_LEVEL for piece in text) or text[0].level:
        return None
    words = text[0].content.strip()
    alone = "\n" not in words and not text[0].number and len(words) <= _LONGEST_TITLE
    stated = words.rstrip(_CLOSING).endswith(_STOPS) or _CITES.search(words)
    return text[0] if alone and not stated else None


def _sections(text: Sequence[Piece], title: Piece | None) -> Iterable[Section]:
    """Cut pieces at their headings."""
    cuts = [*(number for number, piece in enumerate(text) if piece.level), len(text)]
    yield Section(LEAD, 0, tuple(text[: cuts[0]]))
    for at, end in pairwise(cuts):
        heading, below = text[at], tuple(text[at + 1 : end])
        yield Section(LEAD, 0, below) if heading is title else Section(heading.name or LEAD, heading.level, below)


def _parted(sections: Iterable[Section]) -> tuple[tuple[Section, ...], tuple[Piece, ...]]:
    """Part sections of text from reference lists, each of which runs on to the next heading of its level."""
    body: list[Section] = []
    references: list[Piece] = []
    inside = 0
    for section in sections:
        deeper = inside and section.level > inside
        if deeper or (is_reference_heading(section.name) and any(listed(section.pieces))):
            inside = inside if deeper else section.level
            references += section.pieces
        else:
            inside = 0
            body.append(section)
    return tuple(body), tuple(references)

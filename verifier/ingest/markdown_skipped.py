"""Name what of a Markdown document is no prose, or is read for something else: code, comments, pictures, references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verifier.ingest.markdown_holes import COMMENT, IMAGE, NOTE, blocks, holes
from verifier.ingest.markdown_lines import Lines
from verifier.ingest.markdown_parser import Parsed
from verifier.ingest.markdown_pieces import Piece
from verifier.ingest.table_heads import is_number
from verifier.model import Exclusion, Span
from verifier.text.patterns import pattern

FRONT, CODE = "front matter", "code"
REFERENCES, HEADING, HEAD = "a list of references", "a heading", "the head of a table"
NUMBER = "the number of a row"
_HIDDEN = pattern(r"<!--.*?(?:-->|\Z)|<(script|style|pre)\b.*?(?:</\1>|\Z)|<img\b[^>]*>", re.IGNORECASE | re.DOTALL)
_REASONS = {"<!--": COMMENT, "<img": IMAGE}


class Parts(NamedTuple):
    """Hold a document's pieces by what becomes of them."""

    body: tuple[Piece, ...]
    references: tuple[Piece, ...]
    notes: tuple[Piece, ...]


def unread(parsed: Parsed, lines: Lines, front: int, pieces: Iterable[Piece]) -> Iterator[Exclusion]:
    """Yield the spans of the file that are no prose at all."""
    if front:
        yield Exclusion(0, front, FRONT)
    for token in parsed.tokens:
        if token.type in {"fence", "code_block"} and token.map:
            yield _lines(lines, token.map[0], token.map[1], CODE)
        elif token.type == "html_block" and token.map:
            yield from _hidden(lines, token.map[0], token.map[1])
    for each in parsed.definitions:
        yield _lines(lines, each.line, max(each.end, each.line + 1), REFERENCES)
    for piece in pieces:
        for start, end, reason in holes(piece):
            if reason:
                yield Exclusion(*piece.mapping.span(start, end), reason)


def elsewhere(parts: Parts, lines: Lines) -> Iterator[Exclusion]:
    """Yield the spans that are read, but not as text: references and footnotes by lines, headings, heads of tables."""
    for reason, group in ((REFERENCES, parts.references), (NOTE, parts.notes)):
        yield from (Exclusion(*lines.whole(_span(piece)), reason) for piece in group)
    for piece in parts.body:
        if piece.level:
            yield _whole(piece, HEADING)
        elif piece.header and not list(blocks(piece)):
            yield _whole(piece, HEAD)
        elif piece.row >= 0 and is_number(piece.content, piece.head):
            yield _whole(piece, NUMBER)


def ordered(found: Iterable[Exclusion]) -> tuple[Exclusion, ...]:
    """Return exclusions in order, those that lie in another one left out."""
    kept: list[Exclusion] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if each.start < each.end and (not kept or each.start >= kept[-1].end):
            kept.append(each)
    return tuple(kept)


def _whole(piece: Piece, reason: str) -> Exclusion:
    return Exclusion(*_span(piece), reason)


def _span(piece: Piece) -> Span:
    return piece.mapping.span(0, len(piece.content))


def _lines(lines: Lines, first: int, behind: int, reason: str) -> Exclusion:
    return Exclusion(*lines.cover(first, behind), reason)


def _hidden(lines: Lines, first: int, behind: int) -> Iterator[Exclusion]:
    for match in _HIDDEN.finditer(lines.text, *lines.cover(first, behind)):
        yield Exclusion(*match.span(), _REASONS.get(match[0][:4].lower(), CODE))

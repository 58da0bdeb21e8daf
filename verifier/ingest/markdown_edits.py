"""Tell what a reader sees of a piece of Markdown: no marks, entities as characters, a table's row as one line."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from verifier.ingest.markdown_holes import amid, holes, sign
from verifier.ingest.markdown_lines import OTHER
from verifier.ingest.markdown_links import kept_brackets
from verifier.ingest.markdown_parser import Mark
from verifier.ingest.markdown_pieces import EMOJI, RUNNING, Piece
from verifier.ingest.table_heads import headed, is_figure, is_unit, says_nothing
from verifier.layout import Edit
from verifier.model import Span
from verifier.text.normalise import UNSEEN
from verifier.text.patterns import pattern

_BREAKING = "article|blockquote|br|center|details|div|figcaption|figure|h[1-6]|li|ol|p|section|summary|ul"
_TAG = pattern(rf"</?(?:{RUNNING}|({_BREAKING}))(?:\s[^<>]*)?/?>", re.IGNORECASE)
_SCRIPT_OPEN = pattern(r"<sup\b[^<>]*>", re.IGNORECASE)
_SCRIPT_CLOSE = pattern(r"</sup>", re.IGNORECASE)
_DIGITS = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_TICKS = pattern(r"`+")
_POWER = pattern(r"[+−-]?\d{1,3}|n")
_ENTITY = pattern(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_CELL_BORDER = " | "
_BEGINS = pattern(r"\W{0,3}\d{1,2}[:.]\d\d|[-*+•|>#]|\W{0,2}\d{1,3}[.)\]]|[*_]{0,2}[A-Z][\w /-]{0,30}:")
_WRAPPED, _BEGINNING = 40, 48
_CLOSING_BORDER = pattern(r"[ \t|]+")
_CLOSING_SIGNS = pattern(r"[ \t]+#+[ \t]*(?=[\r\n]|\Z)")


def edits(raw: str, pieces: Iterable[Piece], tags: Iterable[Span]) -> Iterator[Edit]:
    """Yield what is to be changed in the file's text so that it reads as its reader sees it.

    `tags` are those between the pieces of HTML.
    """
    yield from (Edit(*tag, "\n") for tag in tags)
    for row, cells in groupby(pieces, key=lambda piece: piece.row):
        found = list(cells)
        for piece in found:
            yield from _inside(raw, piece)
        if row >= 0:
            yield from (each for piece in found for each in _unread(piece))
            yield from _borders(raw, found)
    yield from (Edit(*other.span(), "\n") for other in OTHER.finditer(raw))
    yield from (Edit(*unseen.span()) for unseen in UNSEEN.finditer(raw))


def joins(pieces: Iterable[Piece]) -> Iterator[Edit]:
    """Yield a space for each line break of a paragraph that only wraps it: its lines run on, or are long."""
    for piece in pieces:
        for (content, begun), (after, at) in pairwise(
            piece.mapping.anchors if piece.row < 0 and not piece.html else ()
        ):
            line = piece.content[content : after - 1]
            if piece.content[after - 1 : after] == "\n" and _runs_on(line, piece.content[after : after + _BEGINNING]):
                yield Edit(begun + after - 1 - content, at, " ")


def _runs_on(line: str, after: str) -> bool:
    if line.endswith(("\\", "  ")):
        return False
    return after[:1].islower() or (len(line) >= _WRAPPED and not _BEGINS.match(after))


def _inside(raw: str, piece: Piece) -> Iterator[Edit]:
    if begins := sign(piece.content):
        yield Edit(*piece.mapping.span(0, begins))
    found = _tags(piece.content) if piece.html else _marked(piece.content, piece.marks)
    for edit in (*found, *(Edit(*span) for span in amid(piece))):
        yield Edit(*piece.mapping.span(edit.start, edit.end), edit.seen)
    yield from _gaps(raw, piece)
    if piece.level:
        yield from _behind(_CLOSING_SIGNS, raw, piece.mapping.span(0, len(piece.content)).end)


def _unread(piece: Piece) -> Iterator[Edit]:
    """Yield what of a cell is not read: a row is one text, from which it cannot be parted."""
    for start, end, reason in holes(piece):
        if reason:
            yield Edit(*piece.mapping.span(start, end))


def _tags(content: str) -> Iterator[Edit]:
    """Yield the changes for a stretch of HTML: tags go, character references become characters."""
    for tag in _TAG.finditer(content):
        yield Edit(*tag.span(), "\n" if tag[1] else "")
    for entity in _ENTITY.finditer(content):
        seen = html.unescape(entity[0])
        if seen != entity[0]:
            yield Edit(*entity.span(), seen)


def _gaps(raw: str, piece: Piece) -> Iterator[Edit]:
    """Yield what stands in the file between two lines of a paragraph, or before an escaped border of a cell."""
    for (content, begun), (after, at) in pairwise(piece.mapping.anchors):
        end = begun + after - content
        end += raw.startswith("\r\n", end - 1)
        if end < at:
            yield Edit(end, at)


def _marked(content: str, marks: Sequence[Mark]) -> Iterator[Edit]:
    powers = _powers(content, marks)
    for mark in marks:
        if mark.kind == "delimiter" and not _multiplies(content, mark):
            yield Edit(mark.start, mark.end)
        elif mark.kind == "text_special":
            yield Edit(mark.start, mark.end, mark.seen)
        elif mark.kind == "hardbreak" and content[mark.start] == "\\":
            yield Edit(mark.start, mark.start + 1)
        elif mark.kind == "code_inline":
            yield from _code(content, mark)
        elif mark.kind == "link_open":
            yield from _link(content, mark)
        elif mark.kind == "html_inline" and (tag := _TAG.fullmatch(content, mark.start, mark.end)):
            yield powers.get(mark.start, Edit(*tag.span(), "\n" if tag[1] else ""))


def _multiplies(content: str, mark: Mark) -> bool:
    """Tell whether a star stands between two figures: `2*3*4` is a product."""
    sides = content[max(0, mark.start - 1) : mark.start] + content[mark.end : mark.end + 1]
    return len(sides) == 2 and sides.isdigit()


def _powers(content: str, marks: Sequence[Mark]) -> dict[int, Edit]:
    """Return the edits of figures raised to a power, which stay apart from what they stand on: 10⁶ is not 106."""
    found: dict[int, Edit] = {}
    opened: Mark | None = None
    for mark in (each for each in marks if each.kind == "html_inline"):
        if _SCRIPT_OPEN.fullmatch(content, mark.start, mark.end):
            opened = mark
        elif opened and _SCRIPT_CLOSE.fullmatch(content, mark.start, mark.end):
            words = _TAG.sub("", content[opened.end : mark.start])
            if _POWER.fullmatch(words):
                found[opened.start] = Edit(opened.start, mark.end, words.translate(_DIGITS))
            opened = None
    return found


def _code(content: str, mark: Mark) -> Iterator[Edit]:
    """Yield the ticks of a code span, with the one space that may stand inside either."""
    ticks = _TICKS.match(content, mark.start)
    size = len(ticks[0]) if ticks else 0
    inner = content[mark.start + size : mark.end - size]
    padded = len(inner) > 2 and inner[0] in " \n" and inner[-1] in " \n" and inner.strip() != ""
    yield Edit(mark.start, mark.start + size + padded)
    yield Edit(mark.end - size - padded, mark.end)


def _link(content: str, mark: Mark) -> Iterator[Edit]:
    """Yield the marks around a link's words; a number in brackets that is a citation keeps its own brackets."""
    if content[mark.start] == "<":
        yield Edit(mark.start, mark.start + 1)
        yield Edit(mark.end - 1, mark.end)
        return
    brackets = kept_brackets(content, mark)
    if not brackets:
        yield Edit(mark.start, mark.start + 1)
    yield Edit(mark.words_end + brackets, mark.end)


def _borders(raw: str, cells: Sequence[Piece]) -> Iterator[Edit]:
    """Yield the borders between the cells of a row, and what a bare figure counts: the head of its column.

    A unit in a column of its own stands behind the figures of its row instead, and there alone.
    """
    placed = [piece.mapping.span(0, len(piece.content)) for piece in cells]
    at_unit, unit = _unit(cells)
    told = [_told(piece, cells[0], unit) for piece in cells]
    before, behind = zip(*told, strict=True)
    yield Edit(_border(raw, placed[0].start), placed[0].start, before[0])
    for at, (left, right) in enumerate(pairwise(placed), 1):
        border = f"{behind[at - 1]}{_CELL_BORDER}{before[at]}"
        if at == at_unit:
            yield Edit(left.end, right.end, border.removesuffix(_CELL_BORDER))
        else:
            yield Edit(left.end, right.start, border)
    yield Edit(placed[-1].end, placed[-1].end, behind[-1])
    yield from _behind(_CLOSING_BORDER, raw, placed[-1].end)


def _unit(cells: Sequence[Piece]) -> tuple[int, str]:
    """Return which cell of a row holds the unit of its figures, and that; -1 where none does, or none has a figure."""
    at = next((at for at, piece in enumerate(cells) if at and is_unit(piece.head, _words(piece))), -1)
    figures = any(is_figure(_words(piece)) for number, piece in enumerate(cells) if number not in {0, at})
    return (at, _words(cells[at])) if at > 0 and figures else (-1, "")


def _told(piece: Piece, first: Piece, unit: str) -> tuple[str, str]:
    """Return what is read before a cell and behind it."""
    if unit and piece is not first and is_figure(_words(piece)):
        return "", f" {unit}"
    return headed(_words(piece), _head(piece, first))


def _words(piece: Piece) -> str:
    return EMOJI.sub("", _TAG.sub("", piece.content)).strip(" *_`")


def _head(piece: Piece, first: Piece) -> str:
    """Return what tells what a cell's figure counts: the head of its column, or of its row where that says nothing."""
    if piece.header or piece is first:  # a header cell has no head
        return piece.head
    return _words(first) if says_nothing(piece.head) or not (piece.head or first.head) else piece.head


def _border(raw: str, at: int) -> int:
    """Return where the border before a row's first cell begins, the cell's own place where it has none."""
    first = at
    while first and raw[first - 1] in " \t|":
        first -= 1
    border = raw.find("|", first, at)
    return at if border < 0 else border


def _behind(pattern: re.Pattern[str], raw: str, at: int) -> Iterator[Edit]:
    """Yield the edit that takes away what matches at an offset."""
    if found := pattern.match(raw, at):
        yield Edit(*found.span())

"""Turn the tokens of a Markdown document into pieces of text with their place in the raw file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from verifier.ingest.markdown_lines import Lines, Mapping, locate, locate_cell
from verifier.ingest.markdown_parser import Mark, marks
from verifier.model import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

BOLD_LEVEL = 7
_WORDS = frozenset({"text", "text_special", "code_inline", "softbreak"})
_BOLD = re.compile(r"(\*\*|__)[^*_\n]{1,80}\1:?")
_LABEL_LINE = re.compile(r"[*_\s]{0,4}[A-Z][\w /&()-]{0,40}[*_]{0,2}:")
_TASK = re.compile(r"\[[ xX]\]\s{1,9}")
_BREAKING_HTML = re.compile(r"<!--|<br\b|<(?:img|hr)\b", re.IGNORECASE)
_INLINE_TAG = r"/?(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u)\b"
_HTML = re.compile(
    rf"<!--.*?(?:-->|\Z)|<(script|style|pre)\b.*?(?:</\1>|\Z)|<(?!{_INLINE_TAG})[^<>]*>", re.IGNORECASE | re.DOTALL
)
_HEADER_WORDS = 4


class Piece(NamedTuple):
    """Hold a run of text and where it stands: in which item of an ordered list, in which footnote.

    `level` is 0 for plain text, else it is a heading's; `name` is then its words. `header` marks a table's header cell,
    `alone` what stands in no list, table or quotation.
    """

    content: str
    mapping: Mapping
    marks: tuple[Mark, ...]
    level: int = 0
    name: str = ""
    number: str = ""
    note: str = ""
    header: bool = False
    alone: bool = False


def pieces(tokens: tuple[Token, ...], lines: Lines) -> Iterator[Piece]:
    """Yield headings, paragraphs, list items, table cells and the text of HTML blocks; code is left out."""
    around: list[Token] = []
    cursor = 0
    for token in tokens:
        if token.nesting > 0:
            around.append(token)
            cursor = 0 if token.type == "tr_open" else cursor
        elif token.nesting < 0:
            around.pop()
        elif token.type == "html_block" and token.map:
            yield from _html(lines, token.map[0], token.map[1], _note(around))
        elif token.type == "inline" and token.map:
            mapping, cursor = _mapping(token, lines, around, cursor)
            if mapping:
                yield _piece(token, mapping, around)


def _mapping(token: Token, lines: Lines, around: list[Token], cursor: int) -> tuple[Mapping | None, int]:
    """Map a token's content; `cursor` is where the next cell of a table row may start in its line."""
    if around[-1].type not in {"td_open", "th_open"}:
        return locate(token.content, lines, (token.map or (0, 0))[0]), cursor
    row = next(each.map for each in reversed(around) if each.type == "tr_open" and each.map)
    return locate_cell(token.content, lines, row[0], cursor)


def _piece(token: Token, mapping: Mapping, around: list[Token]) -> Piece:
    level = _level(token, around)
    number = next((each.info for each in reversed(around) if each.type == "list_item_open"), "")
    name = "".join(each.content or " " for each in token.children or () if each.type in _WORDS) if level else ""
    return Piece(
        token.content,
        mapping,
        marks(token),
        level,
        " ".join(name.split()).removesuffix(":"),
        number,
        _note(around),
        header=around[-1].type == "th_open",
        alone=len(around) == 1,
    )


def _level(token: Token, around: list[Token]) -> int:
    """Return a heading's level, 0 for other text; a paragraph all in bold is a heading below the others."""
    if len(around) > 1:
        return 0
    if around[0].type == "heading_open":
        return int(around[0].tag[1])
    return BOLD_LEVEL if _BOLD.fullmatch(token.content) else 0


def _note(around: list[Token]) -> str:
    return next((str(each.meta["label"]) for each in around if each.type == "footnote_reference_open"), "")


def _html(lines: Lines, first: int, last: int, note: str) -> Iterator[Piece]:
    """Yield what an HTML block shows: the text between its tags, without comments, scripts and preformatted text."""
    at, end = lines.spans[first].start, lines.spans[min(last, len(lines.spans)) - 1].end
    for match in (*_HTML.finditer(lines.text, at, end), None):
        content = lines.text[at : match.start() if match else end]
        if content.strip():
            yield Piece(content, Mapping(((0, at),)), (), note=note)
        at = match.end() if match else end


def blocks(piece: Piece) -> Iterator[Span]:
    """Yield the raw spans of a piece that hold words, cut at images, comments and line breaks meant as such."""
    if piece.header and len(piece.content.split()) < _HEADER_WORDS and not re.search(r"\d", piece.content):
        return
    task = _TASK.match(piece.content)
    at = task.end() if task else 0
    for start, end in (*_holes(piece), (len(piece.content), 0)):
        words = piece.content[at:start]
        if any(map(str.isalnum, words)):
            at += len(words) - len(words.lstrip())
            yield piece.mapping.span(at, at + len(words.strip()))
        at = end


def _holes(piece: Piece) -> list[tuple[int, int]]:
    """Return the spans of a piece's content that part what stands before from what stands after."""
    found = [(each.start, each.end) for each in piece.marks if _parts(piece.content, each)]
    if "\n" in piece.content and all(map(_LABEL_LINE.match, piece.content.split("\n"))):
        found += [(match.start(), match.end()) for match in re.finditer("\n", piece.content)]
    return sorted(found)


def _parts(content: str, mark: Mark) -> bool:
    if mark.kind == "html_inline":
        return bool(_BREAKING_HTML.match(content, mark.start))
    return mark.kind in {"image", "hardbreak"}

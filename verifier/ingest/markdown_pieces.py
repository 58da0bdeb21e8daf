"""Turn the tokens of a Markdown document into pieces of text with their place in the raw file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from verifier.ingest.markdown_lines import Lines, Mapping, locate, locate_cell
from verifier.ingest.markdown_parser import Mark, marks
from verifier.model import Span
from verifier.text.datelines import is_stamp
from verifier.text.joins import MONTH

if TYPE_CHECKING:
    from markdown_it.token import Token

BOLD_LEVEL = 7
COMMENT, IMAGE, STRUCK = "a comment in the markup", "a picture", "struck out"
RUNNING = (
    "a|abbr|b|big|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|picture|q|s|samp|small|span|strike|strong"
    "|sub|sup|time|tt|u|var|wbr"
)
"""Names of tags within a line."""
_WORDS = frozenset({"text", "text_special", "code_inline", "softbreak"})
_CELLS = frozenset({"td_open", "th_open"})
_BOLD = re.compile(r"(\*\*|__)[^*_\n]{1,80}\1:?")
_LABEL_LINE = re.compile(r"[*_\s]{0,4}[A-Z][\w /&()-]{0,40}[*_]{0,2}:")
_TIMED = re.compile(r"[`*_\[(]{0,4}(?:\d{4}-\d\d-\d\d[ T])?\d{1,2}[:.]\d\d\b")
_SIGN = re.compile(r"\[[ xX]\]\s{1,9}|\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:\s{1,9}|\Z)")
_BREAKING_HTML = re.compile(r"<!--|<br\b|<(?:img|hr)\b", re.IGNORECASE)
_HTML = re.compile(
    rf"<!--.*?(?:-->|\Z)|<(script|style|pre)\b.*?(?:</\1>|\Z)|<(?!/?(?:{RUNNING})\b)[/!?a-z][^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_STRUCK = re.compile(r"<(/?)(?:del|s|strike)(?:\s[^<>]*)?>", re.IGNORECASE)
_GOES_ON = re.compile(r"[^\n\w]{0,40}\n?[^\n\w]{0,40}\w")
_SEEN, _LOOSE, _STOPS = 200, " \t*_`~\"'”’)", ".!?:;"
_UNSEEN = re.compile(
    r"(?P<comment><!--.*?(?:-->|\Z))|(?P<picture><img\b[^<>]*>)|<(del|s|strike)(?:\s[^<>]*)?>.{0,2000}?</\3>",
    re.IGNORECASE | re.DOTALL,
)
_KEPT = re.compile(r"<(?:script|style|pre|img)\b", re.IGNORECASE)
_TAGGED = re.compile(r"(</?[a-zA-Z]{1,20}[1-6]?)")
_HEADING = re.compile(r"<h[1-6]")
_HTML_ROWS = 10_000_000  # numbers of the rows of HTML tables lie beyond those of lines
_HEADER_WORDS = 4
_MONTH = re.compile(MONTH, re.IGNORECASE)


class Piece(NamedTuple):
    """Hold a run of text and where it stands: in which item of an ordered list, in which footnote.

    `level` is 0 for plain text, else it is a heading's; `name` is then its words. `header` marks a table's header cell,
    `alone` what stands in no list, table or quotation. `row` is the line of a cell's row (-1 outside tables), `head`
    the words at the head of its column. `html` says that the content is HTML,
    `dated` that the number of its item is a day: `3. February`.
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
    row: int = -1
    head: str = ""
    html: bool = False
    dated: bool = False


class _Table:
    """Keep track of where in a table the reading is: where the next cell of the row may start, the columns' heads."""

    def __init__(self) -> None:
        self.cursor, self.column = 0, -1
        self._heads: list[str] = []

    def open(self, kind: str) -> None:
        """Take note of an opening token."""
        if kind == "table_open":
            self._heads = []
        elif kind == "tr_open":
            self.cursor, self.column = 0, -1
        elif kind in _CELLS:
            self.column += 1

    def head(self, words: str, *, header: bool) -> str:
        """Return the head of the column that a cell stands in; keep the words of a header cell as such."""
        if header:
            self._heads += [""] * (self.column + 1 - len(self._heads))
            self._heads[self.column] = words
            return ""
        return self._heads[self.column] if self.column < len(self._heads) else ""


def pieces(tokens: tuple[Token, ...], lines: Lines) -> Iterator[Piece]:
    """Yield headings, paragraphs, list items, table cells and the text of HTML blocks; code is left out."""
    around: list[Token] = []
    table = _Table()
    for token in tokens:
        if token.nesting > 0:
            around.append(token)
            table.open(token.type)
        elif token.nesting < 0:
            around.pop()
        elif token.type == "html_block" and token.map:
            yield from _html(lines, token.map[0], token.map[1], _note(around))
        elif token.type == "inline" and token.map:
            mapping, table.cursor = _mapping(token, lines, around, table.cursor)
            if mapping:
                yield _piece(token, mapping, around, table)


def _mapping(token: Token, lines: Lines, around: list[Token], cursor: int) -> tuple[Mapping | None, int]:
    """Map a token's content; `cursor` is where the next cell of a table row may start in its line."""
    if around[-1].type not in _CELLS:
        return locate(token.content, lines, (token.map or (0, 0))[0]), cursor
    return locate_cell(token.content, lines, _row(around), cursor)


def _row(around: list[Token]) -> int:
    """Return the line of the table row that is open, -1 outside tables."""
    rows = (each.map[0] for each in reversed(around) if each.type == "tr_open" and each.map)
    return next(rows, -1)


def _piece(token: Token, mapping: Mapping, around: list[Token], table: _Table) -> Piece:
    level = _level(token, around)
    number = next((each.info for each in reversed(around) if each.type == "list_item_open"), "")
    header, cell = around[-1].type == "th_open", around[-1].type in _CELLS
    words = "".join(each.content or " " for each in token.children or () if each.type in _WORDS)
    name = " ".join(words.split()) if level or header else ""
    return Piece(
        token.content,
        mapping,
        marks(token),
        level,
        name.removesuffix(":"),
        number,
        _note(around),
        header=header,
        alone=len(around) == 1,
        row=_row(around) if cell else -1,
        head=table.head(name, header=header) if cell else "",
        dated=_is_dated(token.content, around),
    )


def _is_dated(content: str, around: list[Token]) -> bool:
    """Tell whether an item's number is a day: its list begins with another number than 1, and a month follows."""
    lists = (each for each in reversed(around) if each.type == "ordered_list_open")
    begins = next((each.attrGet("start") for each in lists), None)
    return begins not in {None, 1} and bool(_MONTH.match(content))


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
    at, end = lines.cover(first, last)
    table, row, header, level = _Table(), -1, False, 0
    parting = (each for each in _HTML.finditer(lines.text, at, end) if not _UNSEEN.match(each[0]))
    for match in (*parting, None):
        content = lines.text[at : match.start() if match else end]
        if seen := " ".join(_UNSEEN.sub(" ", content).split()):
            lead = len(content) - len(content.lstrip())
            words = content.strip()
            cell = row >= 0 and table.column >= 0
            head = table.head(seen, header=header) if cell else ""
            found = Piece(words, Mapping(((0, at + lead),)), (), note=note, html=True, header=header and cell)
            heading = found._replace(level=level, name=seen.removesuffix(":")) if level else found
            yield found._replace(row=row, head=head) if cell else heading
        if match:
            at = match.end()
            kind = _TAGGED.match(match[0])
            name = kind[1].lower() if kind else ""
            level = int(name[2]) if _HEADING.fullmatch(name) else 0 if name.startswith("</h") else level
            row = {"<tr": _HTML_ROWS + match.start(), "</tr": -1, "</table": -1}.get(name, row)
            header = name == "<th" or (header and name != "<td")
            table.open({"<table": "table_open", "<tr": "tr_open", "<td": "td_open", "<th": "th_open"}.get(name, ""))


def tags(tokens: Iterable[Token], lines: Lines) -> Iterator[Span]:
    """Yield the tags of HTML blocks that part what they show."""
    for token in tokens:
        if token.type == "html_block" and token.map:
            for match in _HTML.finditer(lines.text, *lines.cover(*token.map)):
                if _TAGGED.match(match[0]) and not _KEPT.match(match[0]):
                    yield Span(*match.span())


def blocks(piece: Piece) -> Iterator[Span]:
    """Yield the raw spans of a piece that hold words, cut at images, comments and line breaks meant as such."""
    if piece.header and len(piece.content.split()) < _HEADER_WORDS and not re.search(r"\d", piece.content):
        return
    at = sign(piece.content)
    for start, end, _ in (*holes(piece), (len(piece.content), 0, "")):
        words = piece.content[at:start]
        if any(map(str.isalnum, words)):
            at += len(words) - len(words.lstrip())
            yield piece.mapping.span(at, at + len(words.strip()))
        at = max(at, end)


def sign(content: str) -> int:
    """Return where the text begins behind the box of a task or the name of a call-out, `[x]` or `[!NOTE]`."""
    found = _SIGN.match(content)
    return found.end() if found else 0


def holes(piece: Piece) -> list[tuple[int, int, str]]:
    """Return the spans of a piece's content that part what stands before from what stands after.

    Each comes with the reason why it is not read, empty for a mere break.
    """
    within = {span.end for span in amid(piece)}
    return [hole for hole in _cuts(piece) if not hole[2] or hole[1] not in within]


def amid(piece: Piece) -> Iterator[Span]:
    """Yield what of a piece's content is not read and stands within a sentence, with the blank before it."""
    done = 0
    for start, end, reason in _cuts(piece):
        if reason and start >= done and _begun(piece.content, done, start) and _GOES_ON.match(piece.content, end):
            apart = piece.content[start - 1] == " " and not piece.content[end].isalnum()
            yield Span(start - apart, end)
        done = max(done, end)


def _begun(content: str, first: int, at: int) -> bool:
    """Tell whether a sentence that has begun on the line is not at its end yet."""
    words = content[max(first, at - _SEEN) : at].rpartition("\n")[2].rstrip(_LOOSE)
    return any(map(str.isalnum, words)) and words[-1] not in _STOPS


def _cuts(piece: Piece) -> list[tuple[int, int, str]]:
    """Return in order what of a piece's content is not read, with the reason, and its breaks."""
    found = [
        (each.start, each.end, reason) for each in piece.marks if (reason := _parting(piece.content, each)) is not None
    ]
    found += (*_struck(piece), *_unseen(piece))
    return sorted((*found, *_kept_breaks(piece.content)))


def _unseen(piece: Piece) -> Iterator[tuple[int, int, str]]:
    """Yield what a stretch of HTML does not show as text."""
    for each in _UNSEEN.finditer(piece.content if piece.html else ""):
        yield *each.span(), {"comment": COMMENT, "picture": IMAGE}.get(each.lastgroup or "", STRUCK)


def _kept_breaks(content: str) -> Iterator[tuple[int, int, str]]:
    """Yield the line breaks that part what they stand between.

    They stand between lines that all have a label or begin with a time, or beside one that says when it was posted.
    """
    breaks = [match.end() for match in re.finditer("\n", content)]
    labelled = all(_LABEL_LINE.match(content, at) for at in (0, *breaks))
    timed = _TIMED.match(content)
    stamps = [is_stamp(line.strip(" \t*_")) for line in content.split("\n")] if breaks else []
    for number, at in enumerate(breaks):
        if labelled or (timed and _TIMED.match(content, at)) or any(stamps[number : number + 2]):
            yield at - 1, at, ""


def _parting(content: str, mark: Mark) -> str | None:
    """Return why what a mark holds is not read, empty for a break; None where it does not part the text."""
    if mark.kind == "image":
        return IMAGE
    if mark.kind == "hardbreak":
        return ""
    if mark.kind != "html_inline" or not _BREAKING_HTML.match(content, mark.start):
        return None
    if content.startswith("<!--", mark.start):
        return COMMENT
    return IMAGE if content[mark.start : mark.start + 4].lower() == "<img" else ""


def _struck(piece: Piece) -> Iterator[tuple[int, int, str]]:
    """Yield what is struck out, by tildes or by tags."""
    start = -1
    for mark in piece.marks:
        struck = _STRUCK.fullmatch(piece.content, mark.start, mark.end) if mark.kind == "html_inline" else None
        if start < 0 and (mark.target == "s_open" or (struck and not struck[1])):
            start = mark.start
        elif start >= 0 and (mark.target == "s_close" or (struck and struck[1])):
            yield start, mark.end, STRUCK
            start = -1

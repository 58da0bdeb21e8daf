"""Turn the tokens of a Markdown document into pieces of text with their place in the raw file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from verifier.ingest.markdown_lines import Lines, Mapping, locate, locate_cell
from verifier.ingest.markdown_parser import Mark, marks
from verifier.ingest.table_heads import heads, is_label
from verifier.model import Span
from verifier.text.joins import MONTH
from verifier.text.normalise import UNSEEN as NO_WIDTH
from verifier.text.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.token import Token

BOLD_LEVEL = 7
RUNNING = (
    "a|abbr|b|big|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|picture|q|s|samp|small|span|strike|strong"
    "|sub|sup|time|tt|u|var|wbr"
)
"""Names of tags within a line."""
_WORDS = frozenset({"text", "text_special", "code_inline", "softbreak"})
_CELLS = frozenset({"td_open", "th_open"})
_BOLD = pattern(r"(\*\*|__)[^*_\n]{1,80}\1:?")
_HTML = pattern(
    rf"<!--.*?(?:-->|\Z)|<(script|style|pre)\b.*?(?:</\1>|\Z)|<(?!/?(?:{RUNNING})\b)[/!?a-z][^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
UNSEEN = pattern(
    r"(?P<comment><!--.*?(?:-->|\Z))|(?P<picture><img\b[^<>]*>)|<(del|s|strike)(?:\s[^<>]*)?>.{0,2000}?</\3>",
    re.IGNORECASE | re.DOTALL,
)
"""What HTML does not show as text."""
EMOJI = pattern(r"(?<![\w:]):[a-z+-][a-z0-9_+-]{0,40}:(?![\w:])")
"""A picture written as a word: `:warning:`."""
_KEPT = pattern(r"<(?:script|style|pre|img)\b", re.IGNORECASE)
_TAGGED = pattern(r"(</?[a-zA-Z]{1,20}[1-6]?)")
_HEADING = pattern(r"<h[1-6]")
_HTML_ROWS = 10_000_000  # numbers of the rows of HTML tables lie beyond those of lines
_MONTH = pattern(MONTH, re.IGNORECASE)
_CLOSING, _STOPS, _SENTENCE = " \t\n\"'”’)*_", (".", "!"), 4


class Piece(NamedTuple):
    """Hold a run of text and where it stands: in which item of an ordered list, in which footnote.

    `level` is 0 for plain text, else it is a heading's; `name` is then its words. `header` marks a cell in a table's
    row of heads, `stated` one there that is no head itself, `alone` what stands in no list, table or quotation. `row`
    is the line of a cell's row (-1 outside tables), `head` the words at the head of its column. `html` says that the
    content is HTML, `dated` that the number of its item is a day: `3. February`.
    """

    content: str
    mapping: Mapping
    marks: tuple[Mark, ...]
    level: int = 0
    name: str = ""
    number: str = ""
    note: str = ""
    header: bool = False
    stated: bool = False
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
    headless = False
    for (header, at), group in groupby(_pieces(tokens, lines), key=lambda piece: (piece.header, piece.row)):
        row = list(group)
        if header:
            row = list(_headed(row))
            headless = not row[0].header and is_label(row[0].content)
        headless = headless and at >= 0
        yield from (piece._replace(head="") for piece in row) if headless else row


def _headed(row: list[Piece]) -> Iterator[Piece]:
    """Yield the header cells of a row, with a note of those that are none."""
    found = heads([piece.content for piece in row])
    for at, piece in enumerate(row):
        yield piece._replace(header=bool(found), stated=not (found and found[at]))


def _pieces(tokens: tuple[Token, ...], lines: Lines) -> Iterator[Piece]:
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
    name = " ".join(EMOJI.sub("", NO_WIDTH.sub("", words)).split()) if level or header else ""
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
    """Return a heading's level, 0 for other text; a paragraph all in bold is a heading below the others.

    Above hyphens (`Two of three failed at once.` above `--`) stands a heading only where it is one line and no
    sentence: mails and trackers part their entries so.
    """
    if len(around) > 1:
        return 0
    if around[0].type == "heading_open":
        return 0 if around[0].markup == "-" and _is_told(token.content) else int(around[0].tag[1])
    return BOLD_LEVEL if _BOLD.fullmatch(token.content) else 0


def _is_told(content: str) -> bool:
    """Tell whether words are of several lines, or a sentence."""
    words = content.rstrip(_CLOSING)
    return "\n" in words or (words.endswith(_STOPS) and len(words.split()) >= _SENTENCE)


def _note(around: list[Token]) -> str:
    return next((str(each.meta["label"]) for each in around if each.type == "footnote_reference_open"), "")


def _html(lines: Lines, first: int, last: int, note: str) -> Iterator[Piece]:
    """Yield what an HTML block shows: the text between its tags, without comments, scripts and preformatted text."""
    at, end = lines.cover(first, last)
    table, row, header, level = _Table(), -1, False, 0
    parting = (each for each in _HTML.finditer(lines.text, at, end) if not UNSEEN.match(each[0]))
    for match in (*parting, None):
        content = lines.text[at : match.start() if match else end]
        if seen := " ".join(UNSEEN.sub(" ", content).split()):
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

"""Find where the content of a Markdown block stands in the raw file."""

from __future__ import annotations

import sys
from bisect import bisect_right
from typing import NamedTuple

from verifier.model import Span
from verifier.text.patterns import pattern

_BREAK = pattern(r"\r\n?|\n")
_OTHERS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
OTHER = pattern(f"[{_OTHERS}]")
FENCE = pattern(r"[ \t]{0,3}(?:```|~~~)")
"""How a line begins that opens or closes a block of code."""
_LINES = pattern(r"[^\r\n]+|\r\n?|\n")
_RULE = pattern(r"[ \t>|:*+-]{3,}")
_BETWEEN = pattern(rf"(?<=\|)[ \t{_OTHERS}]++(?=\|)")
_APART = pattern(f"[{_OTHERS}]{{2}}")
_AS_BREAKS, _AS_SPACES = (str.maketrans(dict.fromkeys(_OTHERS, seen)) for seen in "\n ")


class Lines(NamedTuple):
    """Hold a text, the same as the parser sees it (of the same length), and the spans of its lines without breaks."""

    text: str
    seen: str
    spans: tuple[Span, ...]

    def cover(self, first: int, behind: int) -> Span:
        """Return the span of lines, from the first to the one before `behind`."""
        return Span(self.spans[first].start, self.spans[min(behind, len(self.spans)) - 1].end)

    def number(self, at: int) -> int:
        """Return the number of the line, from 0, that an offset stands on."""
        return max(0, bisect_right(self.spans, (at, sys.maxsize)) - 1)

    def whole(self, span: Span) -> Span:
        """Return the lines that a span stands on, with the break behind them."""
        behind = self.number(span.end - 1) + 1
        end = self.spans[behind].start if behind < len(self.spans) else len(self.text)
        return Span(self.spans[self.number(span.start)].start, end)


class Mapping(NamedTuple):
    """Hold pairs of offsets, in a block's content and in the raw text; between two pairs both run alike."""

    anchors: tuple[tuple[int, int], ...]

    def raw(self, index: int) -> int:
        """Return the raw offset of an offset in the content."""
        content, raw = self.anchors[max(0, bisect_right(self.anchors, (index, 2**62)) - 1)]
        return raw + index - content

    def span(self, start: int, end: int) -> Span:
        """Return the raw span of a non-empty span of the content."""
        return Span(self.raw(start), self.raw(end - 1) + 1)


def broken(text: str) -> str:
    """Return a text of the same length in which breaks that the parser does not know are line feeds.

    Within a cell of a table they part no lines, and are spaces.
    """
    if not OTHER.search(text):
        return text
    written = _LINES.findall(text)
    rows = _rows(written)
    return "".join(_row(line) if at in rows else line.translate(_AS_BREAKS) for at, line in enumerate(written))


def _rows(written: list[str]) -> set[int]:
    """Return which lines are rows of tables: they begin with a border, or have one above or below a table's rule."""
    found: set[int] = set()
    ruled = False
    for at, line in enumerate(written):
        if _BREAK.fullmatch(line):
            ruled = ruled and at > 0 and not _BREAK.fullmatch(written[at - 1])
        elif _is_rule(line):
            ruled = True
            found.update(range(max(0, at - 2), at))
        elif line.lstrip(" \t").startswith("|") or (ruled and "|" in line):
            found.add(at)
    return found


def _is_rule(line: str) -> bool:
    return "|" in line and "-" in line and bool(_RULE.fullmatch(line))


def _row(line: str) -> str:
    """Return a row with the breaks inside its cells as spaces; those between rows and behind the last part lines."""
    end = line.rfind("|") + 1
    cells, rest = _BETWEEN.sub(lambda match: match[0].translate(_AS_BREAKS), line[:end]), line[end:]
    apart = _APART.search(rest)
    cut = 0 if line.lstrip(" \t").startswith("|") else apart.start() if apart else len(rest)
    return cells.translate(_AS_SPACES) + rest[:cut].translate(_AS_SPACES) + rest[cut:].translate(_AS_BREAKS)


def lines_of(text: str, seen: str) -> Lines:
    """Cut a text into lines as the parser does that sees it so: at line feeds, carriage returns, and pairs of both."""
    starts, ends = [0], []
    for match in _BREAK.finditer(seen):
        ends.append(match.start())
        starts.append(match.end())
    return Lines(text, seen.replace("\0", "\ufffd"), tuple(map(Span, starts, [*ends, len(text)])))


def locate(content: str, lines: Lines, first: int) -> Mapping | None:
    """Map the content of a paragraph or heading, whose first line is `first`; None where it cannot be found."""
    anchors, index = [], 0
    for number, piece in enumerate(content.split("\n"), first):
        core = piece.strip()
        if core and number < len(lines.spans):
            start, end = lines.spans[number]
            at = _place(lines.seen[start:end], core)
            if at < 0:
                return None
            anchors.append((index + len(piece) - len(piece.lstrip()), start + at))
        index += len(piece) + 1
    return Mapping(tuple(anchors)) if anchors else None


def _place(line: str, core: str) -> int:
    """Find content in its line: at the end of it, or before the closing marks of a heading."""
    line = line.rstrip()
    return len(line) - len(core) if line.endswith(core) else line.rfind(core)


def locate_cell(content: str, lines: Lines, line: int, cursor: int) -> tuple[Mapping | None, int]:
    """Map the content of a table cell, looked for from `cursor` on; return also where the next one may start."""
    written = content.replace("|", "\\|")
    start = lines.seen.find(written, max(cursor, lines.spans[line].start), lines.spans[line].end)
    if not content or start < 0:
        return None, cursor
    pipes = [index for index, letter in enumerate(content) if letter == "|"]
    anchors = ((0, start), *((index, start + index + number) for number, index in enumerate(pipes, 1)))
    return Mapping(anchors), start + len(written)

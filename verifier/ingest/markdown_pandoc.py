"""Read what pandoc and notebooks write and Markdown does not know: attributes, links between notes, drawn tables."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from verifier.ingest.markdown_drawn import drawn
from verifier.ingest.markdown_holes import NO_TEXT
from verifier.layout import Edit
from verifier.model import Span
from verifier.text.patterns import pattern

_NAMED = r"(?:[.#][\w:.-]{1,120}|[\w:-]{1,40}=(?:\"[^\"\n]{0,200}\"|[\w.%-]{1,60}))"
_BRACES = rf"\{{{_NAMED}(?:\s{{1,4}}{_NAMED}){{0,9}}\}}"
_ATTRIBUTES = pattern(
    rf"(?<![!\]\\])\[(?P<span>[^\[\]\n]{{0,400}})\]{_BRACES}|(?<=\)){_BRACES}"
    r"|(?<!!)\[\[[^\[\]|\n]{1,200}\\?\|(?P<note>[^\[\]|\n]{1,200})\]\](?![\[(])"
    r"|(?<![\w$\\])\$(?P<figure>(?:\d[\d.,]{0,20}\d|\d)(?:\\?%)?)\$(?![\w$])"
)
_LINE = pattern(r"[^\n]*\n?")
_RULES = pattern(r"[ \t]{0,3}-{2,}(?:[ ]{1,30}-{2,})+[ \t]*\n?")
_RULE = pattern(r"[ \t]{0,3}-{3,}(?:[ ]{1,30}-{2,})*[ \t]*\n?")
_GAP = pattern(r"(?<=-) +(?=-)")
_SIGNS = ("{", "[[", "$")
_MOST_ROWS = 300


class Pandoc(NamedTuple):
    """Hold a text of the same length without the marks that pandoc writes, and what they change of it."""

    seen: str
    edits: tuple[Edit, ...]


def pandoc(text: str) -> Pandoc:
    """Read `[words]{.class}`, `![](a){width="3in"}`, `[[note|words]]` and `$4.5$` in a text, and its drawn tables."""
    edits: list[Edit] = []
    pieces: list[str] = []
    at = 0
    for found in _ATTRIBUTES.finditer(text) if any(sign in text for sign in _SIGNS) else ():
        start, end = found.span()
        kept = Span(*found.span(found.lastgroup)) if found.lastgroup else Span(start, start)
        edits += (each for each in (Edit(start, kept.start), Edit(kept.end, end)) if each.start < each.end)
        pieces += (text[at:start], NO_TEXT * (kept.start - start), text[slice(*kept)], NO_TEXT * (end - kept.end))
        at = end
    tables = drawn(_tabled("".join((*pieces, text[at:]))))
    return Pandoc(tables.seen, (*edits, *tables.edits))


def _tabled(text: str) -> str:
    """Return a text of the same length whose tables have borders of `|`, or no rules that Markdown would misread."""
    if not any(map(_RULES.fullmatch, text.split("\n") if "-- " in text else ())):
        return text
    lines = [found[0] for found in _LINE.finditer(text)]
    for at, line in enumerate(lines):
        if _RULES.fullmatch(line):
            _draw(lines, at, line)
    return "".join(lines)


def _draw(lines: list[str], at: int, rules: str) -> None:
    """Give a table its borders where it has a head of one line, take its closing rule away."""
    rows = list(takewhile(lambda row: not _RULE.fullmatch(lines[row]), range(at + 1, min(len(lines), at + _MOST_ROWS))))
    closing = at + len(rows) + 1
    run = list(takewhile(lambda row: lines[row].strip(), rows))
    gaps = list(_gaps(rules, [lines[row] for row in run]))
    headed = at > 0 and lines[at - 1].strip() and not _RULE.fullmatch(lines[at - 1])
    opened = at - 1 - bool(headed)
    framed = opened >= 0 and bool(_RULE.fullmatch(lines[opened]))
    alone = framed or opened < 0 or not lines[opened].strip()
    closes = framed or closing - 1 in {at, *run} or not lines[closing - 1].strip()  # else it is the rule of a heading
    if not (run and gaps and alone):
        return
    if headed and [*_gaps(rules, [lines[at - 1]])]:
        goes_on = any(not lines[row][: gaps[0]].strip() for row in run)
        for row in (at - 1, at, *run):
            lines[row] = _bordered(lines[row], gaps)
        lines[at] = _crossed(lines[at]) if goes_on else lines[at]
    else:
        lines[at] = _blank(lines[at])
    for rule in (opened if headed else -1, closing if closes else -1):
        if 0 <= rule < len(lines) and _RULE.fullmatch(lines[rule]):
            lines[rule] = _blank(lines[rule])


def _gaps(rules: str, rows: list[str]) -> Iterator[int]:
    """Yield the columns of a table's borders; none where words of a row stand across one of them."""
    found = []
    for gap in _GAP.finditer(rules):
        free = [at for at in range(*gap.span()) if all(row[at : at + 1] in {"", " ", "\n"} for row in rows)]
        if not free:
            return
        found.append(free[-1])
    yield from found


def _bordered(line: str, gaps: list[int]) -> str:
    letters = list(line)
    for at in gaps:
        if at < len(line.rstrip("\n")):
            letters[at] = "|"
    return "".join(letters)


def _crossed(rule: str) -> str:
    """Return a rule as it stands in tables whose rows may have several lines."""
    begins = len(rule) - len(rule.lstrip())
    ends = len(rule.rstrip())
    return rule[:begins] + rule[begins:ends].replace(" ", "-").replace("|", "+") + rule[ends:]


def _blank(line: str) -> str:
    return " " * len(line.rstrip("\n")) + line[len(line.rstrip("\n")) :]

"""Read tables drawn with crosses and rules, as pandoc, databases and terminals write them, as those of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, zip_longest
from typing import NamedTuple

from verifier.ingest.markdown_lines import FENCE
from verifier.layout import Edit
from verifier.text.patterns import pattern

_BOXES = str.maketrans(
    {
        **dict.fromkeys("─╌", "-"),
        **dict.fromkeys("━═", "="),
        **dict.fromkeys("│┃║", "|"),
        **dict.fromkeys("┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛┡╇┩╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╭╮╰╯", "+"),
    }
)
_RULE = pattern(r"[ \t]{0,3}[+|]?[-=:]{2,4000}(?:\+[-=:]{2,4000}){0,400}[+|]?[ \t]{0,99}")
_LINE = pattern(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
_SIGNS = ("-+", "=+", "+-", "+=", "─", "━", "═")
_BORDER, _SEEN, _CORNERS = "|", " | ", frozenset("+|")


class Drawn(NamedTuple):
    """Hold a text of the same length whose drawn tables are tables of Markdown, and what that changes of it."""

    seen: str
    edits: tuple[Edit, ...] = ()


class _Line(NamedTuple):
    """Hold where a line begins and ends, where the next one begins, its text in ASCII, and whether it is a rule."""

    start: int
    end: int
    behind: int
    text: str
    rule: bool


class _Row(NamedTuple):
    """Hold where a row begins and ends, its text on one line of the same length, and what is changed for that."""

    start: int
    end: int
    text: str
    edits: tuple[Edit, ...] = ()


def drawn(text: str) -> Drawn:
    """Read `+---+` and box drawings in a text, those in fenced code left out; a row may have several lines."""
    if not any(sign in text for sign in _SIGNS):
        return Drawn(text)
    parts = []
    for is_drawn, group in groupby(_lines(text), key=lambda line: line.rule or _BORDER in line.text):
        run = tuple(group)
        table = _table(text, run) if is_drawn else None
        parts.append(table or Drawn(text[run[0].start : run[-1].behind]))
    return Drawn("".join(part.seen for part in parts), tuple(chain.from_iterable(part.edits for part in parts)))


def _lines(text: str) -> Iterator[_Line]:
    fenced = False
    for found in _LINE.finditer(text):
        line = found[1].translate(_BOXES)
        fenced ^= bool(FENCE.match(line))
        rule = not fenced and "+" in line and bool(_RULE.fullmatch(line))
        yield _Line(found.start(), found.end(1), found.end(), "" if fenced else line, rule)


def _table(text: str, run: Sequence[_Line]) -> Drawn | None:
    """Return what a table reads as in Markdown; None where nothing stands above a rule."""
    groups = [tuple(lines) for rule, lines in groupby(run, key=lambda line: line.rule) if not rule]
    top = 1 if run[0].rule else 0
    rules = [line for line in run[top:] if line.rule]
    if not rules or not groups or run[top].rule:
        return None
    framed = any(line.text.lstrip()[:1] in _CORNERS for line in rules)
    many = len(groups) > 2 or len(groups[0]) > 1
    first, *others = _rows(text, groups[0], whole=many, framed=framed)
    if others:
        return None
    bare = _headless(run[0]) if many and top and not any("=" in line.text for line in rules) else None
    ruled = rules[0].text.replace("+", _BORDER).replace("=", "-")
    head = (bare, first) if bare else (first, _Row(rules[0].start, rules[0].end, ruled))
    found = (*head, *(row for group in groups[1:] for row in _rows(text, group, whole=many, framed=framed)))
    starts, ends = (run[0].start, *(row.end for row in found)), (*(row.start for row in found), run[-1].behind)
    gaps = [_blank(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    seen = "".join(chain.from_iterable(zip(gaps, (*(row.text for row in found), ""), strict=True)))
    edits = [edit for row in found for edit in row.edits]
    return Drawn(seen, (*edits, *(Edit(line.start, line.end) for line in run if line.rule)))


def _headless(top: _Line) -> _Row | None:
    """Return a head without words in place of a table's first rule, where that is drawn with crosses and has room."""
    columns = top.text.count("+") - 1
    seen = f"{'| ' * columns}|\n{'|-' * columns}|"
    drawn_so = top.text.lstrip().startswith("+") and len(seen) <= len(top.text)
    return _Row(top.start, top.end, seen.ljust(len(top.text))) if drawn_so else None


def _rows(text: str, group: Sequence[_Line], *, whole: bool, framed: bool) -> list[_Row]:
    """Return the rows between two rules: one where that is told, else one a line; a line may go on with the one above.

    That it does so is told by its first cell, which is empty.
    """
    found: list[list[_Line]] = []
    for line in group:
        if found and (whole or not _cells(line, framed=framed)[0]):
            found[-1].append(line)
        else:
            found.append([line])
    return [row for lines in found for row in _row(text, lines, framed=framed)]


def _row(text: str, lines: Sequence[_Line], *, framed: bool) -> list[_Row]:
    row = _joined(lines, framed=framed) if len(lines) > 1 else None
    return [row] if row else [_Row(line.start, line.end, line.text, tuple(_outer(text, line))) for line in lines]


def _cells(line: _Line, *, framed: bool) -> list[str]:
    """Return the cells of a line; in a table that is not framed an empty cell may stand before the first border."""
    words = line.text.strip().removesuffix(_BORDER)
    inner = words.removeprefix(_BORDER) if framed or line.text.find(_BORDER) <= 0 else line.text.rstrip()
    return [cell.strip() for cell in inner.split(_BORDER)]


def _joined(lines: Sequence[_Line], *, framed: bool) -> _Row | None:
    """Return lines as one row whose last cell ends where that of the last line does; None where it finds no room."""
    cells = [_cells(line, framed=framed) for line in lines]
    columns = [" ".join(filter(None, parts)) for parts in zip_longest(*cells, fillvalue="")]
    while columns and not columns[-1]:
        columns.pop()
    start, last = lines[0].start, lines[-1]
    end = last.start + len(last.text.rstrip().removesuffix(_BORDER))
    before = "".join(f"| {column} " for column in columns[:-1]) + "| "
    room = end - start - len(before) - len(columns[-1]) if columns else -1
    if room < 0:
        return None
    seen = f"{before}{' ' * room}{columns[-1]}|".ljust(last.end - start)
    return _Row(start, last.end, seen[: last.end - start], (Edit(start, end, _SEEN.join(filter(None, columns))),))


def _outer(text: str, line: _Line) -> Iterator[Edit]:
    """Yield the borders around a row where these are none of Markdown."""
    inner = line.text.strip(" \t|")
    if inner and text[line.start : line.end] != line.text:
        start = line.start + line.text.index(inner)
        yield from (Edit(line.start, start), Edit(start + len(inner), line.end))


def _blank(gap: str) -> str:
    """Return what stands between two rows without its letters and without its breaks but for the last."""
    kept = len(gap.rstrip("\r\n"))
    behind = gap[kept:] if len(gap[kept:]) < 3 and gap[kept:].count("\n") < 2 else gap[-1:]
    return " " * (len(gap) - len(behind)) + behind

"""Put the cells of a table's row into one line, where an extractor took each of them as a line of its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from verifier.ingest.html_around import nearest
from verifier.ingest.html_blocks import Block, fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BORDER = " | "
_CELLS = frozenset({"td", "th"})
_LEAST, _LONGEST_CELL = 2, 80
Row = tuple[tuple[str, ...], ...]


def rows(blocks: Iterable[Block]) -> tuple[Row, ...]:
    """Return the words of the cells of each row, for tables of several such rows, with one run of text in a cell."""
    found: defaultdict[HtmlElement, list[tuple[HtmlElement, Block]]] = defaultdict(list)
    cell_of, table_of = nearest(lambda each: each.tag in _CELLS), nearest(lambda each: each.tag == "table")
    for block in blocks:
        cell = cell_of(block.element)
        if cell is not None and (row := cell.getparent()) is not None and row.tag == "tr":
            found[row].append((cell, block))
    plain = {row: cells for row, cells in found.items() if _is_plain(cells)}
    within = {row: table_of(row) for row in plain}
    tables = Counter(table for table in within.values() if table is not None)
    return tuple(tuple(b.words for _, b in cells) for row, cells in plain.items() if tables[within[row]] >= _LEAST)


def joined(lines: Sequence[tuple[str, str]], found: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Yield lines, each with why it is no prose, those of a row that follow each other as one."""
    known = dict.fromkeys(found)
    if not known:
        yield from lines
        return
    sizes: defaultdict[Row, set[int]] = defaultdict(set)
    for each in known:
        sizes[each[:_LEAST]].add(len(each))
    words = [fold(line) for line, _ in lines]
    at = 0
    while at < len(lines):
        likely = sorted(sizes.get(tuple(words[at : at + _LEAST]), ()), reverse=True)
        row = next((own for size in likely if (own := tuple(words[at : at + size])) in known), ())
        size = max(1, len(row))
        yield _BORDER.join(line.strip(" -|") if row else line for line, _ in lines[at : at + size]), lines[at][1]
        at += size


def labelled(tree: HtmlElement) -> frozenset[tuple[str, ...]]:
    """Return the words of the rows of a page that begin with the head of a row, and have no other."""
    cells = ((row, [each.tag for each in row if each.tag in _CELLS]) for row in tree.iter("tr"))
    return frozenset(fold(" ".join(row.itertext())) for row, tags in cells if tags == ["th", *["td"] * (len(tags) - 1)])


def _is_plain(cells: Sequence[tuple[HtmlElement, Block]]) -> bool:
    own = {cell for cell, _ in cells}
    short = all(len(block.words) <= _LONGEST_CELL for _, block in cells)
    return len(own) == len(cells) >= _LEAST and short

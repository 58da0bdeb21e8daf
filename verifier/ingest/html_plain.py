"""Read pages that are a document and nothing else, and lines in which an extractor ran a whole page together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from verifier.ingest.html_blocks import WORD, Block, fold
from verifier.ingest.html_offers import names_offers

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FURNITURE = ("nav", "aside", "footer", "form", "iframe", "menu", "article", "main")
_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "banner"})
_LINKED, _TAKEN, _LEAST, _BETWEEN = 0.3, 0.9, 3, 5
_TOGETHER, _LONGEST_CELL = 0.8, 60


def document_lines(tree: HtmlElement, blocks: Sequence[Block], lines: Sequence[str]) -> list[str]:
    """Return an article's lines; all of the page's where it is a document alone of which some were lost."""
    if blocks and _is_document(tree, blocks):
        taken = sum(len(fold(line)) for line in lines)
        if taken < _TAKEN * sum(len(block.words) for block in blocks):
            return [block.text for block in blocks]
    return _cut(blocks, lines[0]) if len(lines) == 1 and len(blocks) >= _LEAST else list(lines)


def _cut(blocks: Sequence[Block], line: str) -> list[str]:
    """Return a line cut where the page has the borders of its blocks, if it is little but some of them in order.

    A few words may stand between them that are no block, as those of a button; they are kept as a line.
    """
    places = [found.span() for found in WORD.finditer(line)]
    words, at, found = fold(line), 0, [0]
    for block in blocks:
        size = len(block.words)
        most = at + (_BETWEEN if size >= _LEAST else 0)
        begin = next((k for k in range(at, most + 1) if words[k : k + size] == block.words), -1)
        if begin >= 0:
            found += [begin, begin + size]
            at = begin + size
    if len(places) != len(words) or len(words) - at > _BETWEEN or len(found) < 2 * _LEAST:
        return [line]
    cuts = [places[k][0] if k < len(places) else len(line) for k in sorted({*found, len(words)})]
    return [text for first, last in pairwise([0, *cuts[1:]]) if (text := line[first:last].strip())]


def _is_document(tree: HtmlElement, blocks: Sequence[Block]) -> bool:
    """Tell whether a page is one box of text, as editors export it, without parts that a site puts around its texts."""
    linked = sum(block.links * len(block.text) for block in blocks)
    if linked > _LINKED * sum(len(block.text) for block in blocks) or next(tree.iter(*_FURNITURE), None) is not None:
        return False
    boxes: Counter[HtmlElement] = Counter()
    cells: Counter[HtmlElement] = Counter()
    for block in blocks:
        boxes[block.box] += len(block.words)
        cells[block.element] += len(block.words) if block.element.tag == "td" else 0
    together = boxes.most_common(1)[0][1] >= _TOGETHER * boxes.total()
    laid_out = max(cells.values()) > _LONGEST_CELL
    return together and not laid_out and not any(map(_is_around, tree.iter("div", "section", "ul", "p")))


def _is_around(element: HtmlElement) -> bool:
    return element.get("role") in _ROLES or names_offers(element)

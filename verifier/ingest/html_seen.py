"""Show what a page hides of its own text, and take out the boxes that it lays over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from verifier.ingest.html_around import drop_trees, nearest
from verifier.ingest.html_blocks import ENDED, PROSE, Block, fold, is_unshown, names

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_REFERENCES = frozenset({"reflist", "references", "refbegin", "citation-list", "reference-list", "bibliography"})
_LISTS = frozenset({"ol", "ul", "div", "section"})
_LEAST = 2


def show_rest(tree: HtmlElement) -> None:
    """Show boxes of paragraphs that go on after one that is shown, or open at a click: no reader is kept from them."""
    story = nearest(lambda each: each.tag in {"article", "main"})
    for element in _outermost(each for each in tree.iter("div", "section") if is_unshown(each) or _is_closed(each)):
        before = element.getprevious()
        goes_on = before is not None and before.tag == "p" and _is_prose(before)
        if is_unshown(element):
            if goes_on and _has_prose(element, _LEAST):
                element.attrib.pop("hidden", None)
                element.attrib.pop("style", None)
        elif story(element) is not None and _has_prose(element, 1):
            del element.attrib["aria-hidden"]


def drop_dialogs(tree: HtmlElement) -> None:
    """Take out the boxes that a page lays over its text: what they ask or offer is none of it."""
    over = [each for each in tree.iter("div", "section", "aside", "dialog") if _is_over(each)]
    total = _size(tree) if over else 0
    drop_trees(tree, [each for each in _outermost(over) if 2 * _size(each) < total])


def references(blocks: Iterable[Block]) -> frozenset[tuple[str, ...]]:
    """Return the words of the blocks that stand in a list of what a page refers to."""
    listed = nearest(_is_references)
    return frozenset(block.words for block in blocks if listed(block.element) is not None)


def _is_references(element: HtmlElement) -> bool:
    return element.tag in _LISTS and not _REFERENCES.isdisjoint(names(element).lower().split())


def _outermost(elements: Iterable[HtmlElement]) -> Iterator[HtmlElement]:
    """Yield the elements that stand in no other of them."""
    known = dict.fromkeys(elements)
    outer = nearest(known.__contains__)
    yield from (element for element in known if outer(element.getparent()) is None)


def _is_closed(element: HtmlElement) -> bool:
    return bool(element.get("aria-hidden") == "true")


def _is_over(element: HtmlElement) -> bool:
    return element.get("role") in {"dialog", "alertdialog"} or element.get("aria-modal") == "true"


def _has_prose(element: HtmlElement, least: int) -> bool:
    return sum(1 for _ in islice(filter(_is_prose, element.iter("p")), least)) == least


def _is_prose(paragraph: HtmlElement) -> bool:
    text = "".join(paragraph.itertext()).strip()
    linked = sum(len("".join(link.itertext())) for link in paragraph.iter("a"))
    return len(fold(text)) >= PROSE and 2 * linked < len(text) and bool(ENDED.search(text))


def _size(element: HtmlElement) -> int:
    """Return how many words stand in an element and in no link of it."""
    linked = sum(len(fold(" ".join(link.itertext()))) for link in element.iter("a"))
    return len(fold(" ".join(element.itertext()))) - linked

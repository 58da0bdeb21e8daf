"""Put text that stands loose beside boxes, behind or before them, into paragraphs: an extractor loses it otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from verifier.ingest.html_blocks import ENDED, INLINE, PROSE, fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_AROUND = ("div", "section", "article", "main")
_BOXES = frozenset((*_AROUND, "p"))
_LINE = INLINE | {"br"}


class _Loose(NamedTuple):
    """Hold a run of text amid the boxes of an element: what begins it, the child before it if any, its elements."""

    text: str
    before: HtmlElement | None
    inside: tuple[HtmlElement, ...]

    def words(self) -> str:
        """Return all of its text."""
        parts = ("".join((*_texts(each), each.tail or "")) for each in self.inside)
        return " ".join("".join((self.text, *parts)).split())


def box_loose(tree: HtmlElement) -> None:
    """Make a paragraph of each sentence that stands beside a box, and not in one."""
    found = [(around, each) for around in tree.iter(*_AROUND) for each in _loose(around)]
    for around, each in found:
        _box(around, each)


def _loose(around: HtmlElement) -> Iterator[_Loose]:
    """Yield the runs of prose in an element that has boxes with paragraphs besides."""
    if not any(each.tag in _BOXES and next(each.iter("p"), None) is not None for each in around):
        return
    text, before, inside = around.text or "", None, list["HtmlElement"]()
    for each in (*around, None):
        if each is not None and (each.tag in _LINE or not isinstance(each.tag, str)):
            inside.append(each)
            continue
        run = _Loose(text, before, tuple(inside))
        words = run.words()
        if ENDED.search(words) and len(fold(words)) >= PROSE:
            yield run
        if each is not None:
            text, before, inside = each.tail or "", each, []


def _texts(element: HtmlElement) -> Iterator[str]:
    """Yield the text within an element; a comment has none."""
    return element.itertext() if isinstance(element.tag, str) else iter(())


def _box(around: HtmlElement, loose: _Loose) -> None:
    paragraph = around.makeelement("p")
    paragraph.text = loose.text
    if loose.before is None:
        around.text = None
        around.insert(0, paragraph)
    else:
        loose.before.tail = None
        loose.before.addnext(paragraph)
    paragraph.extend(loose.inside)

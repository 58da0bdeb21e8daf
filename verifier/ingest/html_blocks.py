"""Cut a parsed page into its blocks: runs of text that no border of a paragraph, an item or a box parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from verifier.text.patterns import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter output q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr img".split()
)
_UNSEEN = frozenset(
    "script style noscript template head iframe svg select textarea object button nav footer form".split()
)
_LOOSE = frozenset("ul ol dl blockquote table tbody thead tr".split())
_WORD = pattern(r"\w+")
ENDED = pattern(r"[.!?]\W{0,3}$")
HEADING = pattern(r"h[1-6]")
PROSE = 8
"""A line of so many words may be prose; it is where a stop ends it."""


class Block(NamedTuple):
    """Hold a block: the element around it, its text, its words folded, how much of it is links, its box.

    The box is the nearest element around it that is no paragraph, item, cell or list.
    """

    element: HtmlElement
    text: str
    words: tuple[str, ...]
    links: float
    box: HtmlElement


def blocks(tree: HtmlElement) -> tuple[Block, ...]:
    """Return the blocks of a page that hold words, in order."""
    return tuple(block for run in _runs(tree) if (block := _block(run)) is not None)


def fold(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case."""
    return tuple(_WORD.findall(text.lower()))


def names(element: HtmlElement) -> str:
    """Return the classes and the id of an element."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


class _Run(NamedTuple):
    """Hold a run of text: the element it stands in, its parts, and for each whether it is a link."""

    element: HtmlElement
    parts: Sequence[tuple[str, bool]]


def _runs(tree: HtmlElement) -> Iterator[_Run]:
    """Walk a page; the end of a block element ends a run, and so does that of a line in preformatted text."""
    from lxml.etree import iterwalk

    around: list[HtmlElement] = []
    parts: list[tuple[str, bool]] = []
    unseen = linked = formatted = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        inline = tag in INLINE
        if not inline and parts and around:
            yield _Run(around[-1], parts)
            parts = []
        if event == "start":
            unseen += tag in _UNSEEN
            linked += tag == "a"
            formatted += tag == "pre"
            around += [] if inline else [element]
            text = element.text
        else:
            unseen -= tag in _UNSEEN
            linked -= tag == "a"
            formatted -= tag == "pre"
            around = around if inline else around[:-1]
            text = element.tail
        if text and not unseen and around:
            *lines, rest = text.split("\n") if formatted else [text]
            for line in lines:
                yield _Run(around[-1], [*parts, (line, linked > 0)])
                parts = []
            parts.append((rest, linked > 0))


def _block(run: _Run) -> Block | None:
    text = " ".join("".join(part for part, _ in run.parts).split())
    words = fold(text)
    if not words:
        return None
    linked = sum(len(part.strip()) for part, link in run.parts if link)
    return Block(run.element, text, words, linked / len(text), _box(run.element))


def _box(element: HtmlElement) -> HtmlElement:
    for each in (element, *element.iterancestors()):
        if each.tag in {"div", "section", "article", "main", "body", "figure", "aside", "header"}:
            return each
    return element

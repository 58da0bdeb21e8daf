"""Cut a parsed page into its blocks: runs of text that no border of a paragraph, an item or a box parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from verifier.ingest.html_around import nearest
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
WORD = pattern(r"\w+")
ENDED = pattern(r"[.!?]\W{0,3}$")
_UNSHOWN = pattern(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOXES = frozenset("div section article main body figure aside header".split())
PROSE = 8
"""A line of so many words may be prose; it is where a stop ends it."""


class Block(NamedTuple):
    """Hold a block: the element around it, its text, its words folded, how much of it is links, its box.

    The box is the nearest element around it that is no paragraph, item, cell or list; `headed` is in a heading.
    """

    element: HtmlElement
    text: str
    words: tuple[str, ...]
    links: float
    box: HtmlElement
    headed: bool


def blocks(tree: HtmlElement) -> tuple[Block, ...]:
    """Return the blocks of a page that hold words, in order."""
    box = nearest(lambda each: each.tag in _BOXES)
    return tuple(block for run in _runs(tree) if (block := _block(run, box(run.element))) is not None)


def fold(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case."""
    return tuple(WORD.findall(text.lower()))


def names(element: HtmlElement) -> str:
    """Return the classes and the id of an element."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def is_unshown(element: HtmlElement) -> bool:
    """Tell whether an element is hidden by itself."""
    return element.get("hidden") is not None or bool(_UNSHOWN.search(element.get("style") or ""))


class _Run(NamedTuple):
    """Hold a run of text: the element it stands in, its parts, for each whether it is a link, and if it is headed."""

    element: HtmlElement
    parts: Sequence[tuple[str, bool]]
    headed: bool


def _runs(tree: HtmlElement) -> Iterator[_Run]:
    """Walk a page; the end of a block element ends a run, and so does that of a line in preformatted text."""
    from lxml.etree import iterwalk

    around: list[HtmlElement] = []
    parts: list[tuple[str, bool]] = []
    unseen = linked = formatted = headed = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        inline = tag in INLINE
        if not inline and parts and around:
            yield _Run(around[-1], parts, headed > 0)
            parts = []
        if event == "start":
            unseen += tag in _UNSEEN
            linked += tag == "a"
            formatted += tag == "pre"
            headed += tag in HEADINGS
            around += [] if inline else [element]
            text = element.text
        else:
            unseen -= tag in _UNSEEN
            linked -= tag == "a"
            formatted -= tag == "pre"
            headed -= tag in HEADINGS
            del around[len(around) - (not inline) :]
            text = element.tail
        if text and not unseen and around:
            *lines, rest = text.split("\n") if formatted else [text]
            for line in lines:
                yield _Run(around[-1], [*parts, (line, linked > 0)], headed > 0)
                parts = []
            parts.append((rest, linked > 0))


def _block(run: _Run, box: HtmlElement | None) -> Block | None:
    text = " ".join("".join(part for part, _ in run.parts).split())
    words = fold(text)
    if not words:
        return None
    linked = sum(len(part.strip()) for part, link in run.parts if link)
    return Block(run.element, text, words, linked / len(text), run.element if box is None else box, run.headed)

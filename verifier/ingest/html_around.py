"""Look up what stands around the elements of a page, and take elements out, in steps that do not grow with depth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Nearest = Callable[["HtmlElement | None"], "HtmlElement | None"]
MARK = "x-verifier-mark"
"""The tag of elements that are to be taken out."""


def nearest(test: Callable[[HtmlElement], bool]) -> Nearest:
    """Return a function that finds the first of an element and those around it that passes a test, each tested once."""
    known: dict[HtmlElement, HtmlElement | None] = {}

    def found(element: HtmlElement | None) -> HtmlElement | None:
        path, at = [], element
        while at is not None and at not in known:
            path.append(at)
            if test(at):
                known[at] = at
                break
            at = at.getparent()
        answer = known[at] if at is not None else None
        known.update(dict.fromkeys(path, answer))
        return answer

    return found


def common(elements: Sequence[HtmlElement]) -> HtmlElement | None:
    """Return the innermost element around all of some."""
    if not elements:
        return None
    around = totals(Counter(elements))
    at: HtmlElement | None = elements[0]
    while at is not None and around[at] < len(elements):
        at = at.getparent()
    return at


def totals(own: Mapping[HtmlElement, int]) -> Counter[HtmlElement]:
    """Return for each element what it and all within it have."""
    found = Counter(own)
    top = next(iter(own), None)
    for each in reversed(list(top.getroottree().iter())) if top is not None else ():
        if each in found and (around := each.getparent()) is not None:
            found[around] += found[each]
    return found


def drop_trees(tree: HtmlElement, elements: Iterable[HtmlElement]) -> None:
    """Take elements out with all that they hold, and leave the text behind them: at once, for each costs its line."""
    from lxml.etree import strip_elements

    if _mark(elements):
        strip_elements(tree, MARK, with_tail=False)


def drop_tags(tree: HtmlElement, elements: Iterable[HtmlElement]) -> None:
    """Put what elements hold in their place, at once."""
    from lxml.etree import strip_tags

    if _mark(elements):
        strip_tags(tree, MARK)


def _mark(elements: Iterable[HtmlElement]) -> int:
    marked = list(elements)
    for each in marked:
        each.tag = MARK
    return len(marked)

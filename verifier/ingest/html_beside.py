"""Find what a page sets beside its story: the other columns of a table that lays it out, and small tables in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from verifier.text.patterns import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HALF, _SMALL = 0.5, 0.25
_FLOAT = pattern(r"float\s{0,3}:\s{0,3}(?:left|right)")
_SIDES = frozenset({"left", "right"})


def columns_beside(top: HtmlElement, shares: Counter[HtmlElement], whole: int) -> frozenset[HtmlElement]:
    """Return the cells beside the one with the story, in tables that lay a page out, and small tables set in it aside.

    `shares` are the words of the story within each element. Each holds a link: cells of a table of figures have none.
    """
    stories = [cell for cell in top.iter("td") if shares[cell] >= _HALF * whole > 0]
    beside = [each for cell in stories for each in (*cell.itersiblings("td"), *cell.itersiblings("td", preceding=True))]
    floating = [table for table in (stories[-1].iter("table") if stories else ()) if _floats(table)]
    return frozenset(
        each
        for each in (*beside, *floating)
        if shares[each] < _SMALL * whole and next(each.iter("a"), None) is not None
    )


def _floats(table: HtmlElement) -> bool:
    return (table.get("align") or "").lower() in _SIDES or bool(_FLOAT.search(table.get("style") or ""))

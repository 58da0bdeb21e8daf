"""Find the span of a file that shows as some text without cutting a pair of marks: `**Status**: the pump failed`."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from verifier.layout import Layout
from verifier.model import Span
from verifier.text.patterns import pattern

_LINK_END = r"\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])"
_ONE = (
    rf"\{{~~(?:[^\n~]{{0,300}}~>)?|~~\}}|(?>\*\*|\*)|(?>__|_)|~~|`{{1,9}}+|\[|{_LINK_END}|\{{==|==\}}?+|\{{\+\+|\+\+\}}"
)
_MARK, _BEFORE, _BEHIND = pattern(_ONE), pattern(rf"(?:{_ONE}){{1,9}}\Z"), pattern(rf"(?:{_ONE}){{1,9}}")
_FAR = 2200
Marks = tuple[tuple[str, Span], ...]


class _Around(NamedTuple):
    """Hold the marks that touch a span before and behind it, and those inside, each with its place in the file."""

    before: Marks
    inside: Marks
    behind: Marks


def uncut(layout: Layout, start: int, end: int) -> Span:
    """Return where [start, end) of the text as seen stands in the file, with the marks whose other half is inside."""
    first, last = layout.written(start, end)
    if end <= start:
        return Span(first, last)
    around = _around(layout, start, end, Span(first, last))
    opened = [(mark, place.start) for mark, place in around.before]
    for mark, _ in around.inside:
        if opened and opened[-1][0] == mark:
            first = min(first, opened.pop()[1])
        else:
            opened.append((mark, last))
    for mark, place in around.behind:
        if not opened or opened[-1][0] != mark:
            break
        last = place.end if opened.pop()[1] >= first else last
    return Span(first, last)


def _around(layout: Layout, start: int, end: int, place: Span) -> _Around:
    one, other = (bisect_right(layout.seen, at, hi=len(layout.starts)) - 1 for at in (start, end - 1))
    inside = [mark for k in range(one, other) for mark in _marks(layout.raw, layout.ends[k], layout.starts[k + 1])]
    before: Marks = ()
    behind: Marks = ()
    if layout.starts[one] == place.start:
        gap = layout.raw[max(layout.ends[one - 1] if one else 0, place.start - _FAR) : place.start]
        found = _BEFORE.search(gap)
        before = tuple(_marks(layout.raw, place.start - len(found[0]), place.start)) if found else ()
    if layout.ends[other] == place.end:
        until = layout.starts[other + 1] if other + 1 < len(layout.starts) else len(layout.raw)
        found = _BEHIND.match(layout.raw, place.end, until)
        behind = tuple(_marks(layout.raw, *found.span())) if found else ()
    return _Around(before, tuple(inside), behind)


def _marks(raw: str, start: int, end: int) -> list[tuple[str, Span]]:
    """Return the marks in a stretch that does not show; both halves of a pair have one name."""
    return [(_name(found[0]), Span(*found.span())) for found in _MARK.finditer(raw, start, end)]


def _name(mark: str) -> str:
    if mark[0] in "[]":
        return "["
    return "~~" if mark.startswith("{~~") else mark.strip("{}")

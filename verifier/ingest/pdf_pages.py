"""Leave out the heads and feet that the pages of a PDF repeat, and join what a page break parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from verifier.text.patterns import pattern

_NUMBER = pattern(r"(?<![\w.,:/-])\d{1,4}(?![\w,:-]|\.\d)")
_ENDED = pattern(r"[.!?:;…][\"”’)\]]{0,3}\Z")
_NUMBERS, _EDGE = 4, 4
_LEAST, _SHARE = 2, 0.3

Lines = Sequence[str]


def without_repeats(pages: Sequence[Lines]) -> tuple[tuple[str, ...], ...]:
    """Return the lines of pages without those that stand at the edges of most: heads, feet, numbers that count pages.

    The first of lines that are all the same stays where it opens its page: it may be the title.
    """
    kept: set[str] = set()
    repeated = repeats(pages)
    return tuple(tuple(_rest(number, page, repeated, kept)) for number, page in enumerate(pages))


def repeats(pages: Sequence[Lines]) -> frozenset[str]:
    """Return what the lines are known by that stand at the edges of most pages."""
    seen = Counter(key for number, page in enumerate(pages) for key in _keys(number, page))
    return frozenset(key for key, times in seen.items() if times >= max(_LEAST, _SHARE * len(pages)))


def _keys(number: int, page: Lines) -> set[str]:
    edges = (*page[:_EDGE], *page[-_EDGE:])
    return {key for line in edges if line for key in _forms(number, line)}


def _forms(number: int, line: str) -> Iterator[str]:
    """Yield what a line at the edge of a page is known by: itself, and itself with a number counted from its page's."""
    yield line
    for found in islice(_NUMBER.finditer(line), _NUMBERS):
        yield f"{line[: found.start()]}\0{int(found[0]) - number}\0{line[found.end() :]}"


def body(number: int, page: Lines, repeated: frozenset[str]) -> tuple[int, int]:
    """Return the numbers of the first line of a page's text and of the one behind its last."""
    first = next((at for at, line in enumerate(page[:_EDGE]) if not _is_repeated(number, line, repeated)), _EDGE)
    last = next(
        (at for at, line in enumerate(page[: -_EDGE - 1 : -1]) if not _is_repeated(number, line, repeated)), _EDGE
    )
    return first, max(first, len(page) - last)


def _rest(number: int, page: Lines, repeated: frozenset[str], kept: set[str]) -> Iterator[str]:
    """Yield the lines of a page but for repeated ones at its edges; `kept` are those that stayed once."""
    first, last = body(number, page, repeated)
    for at, line in enumerate(page):
        if at < first and line in repeated and line not in kept:
            kept.add(line)
            yield line
        elif first <= at < last:
            yield line


def _is_repeated(number: int, line: str, repeated: frozenset[str]) -> bool:
    return not line or not repeated.isdisjoint(_forms(number, line))


def joined(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the paragraphs of pages, one that goes on behind a page break as one."""
    held = ""
    for page in pages:
        for at, paragraph in enumerate(page):
            runs_on = held and not at and not _ENDED.search(held) and paragraph[:1].islower()
            if held and not runs_on:
                yield held
            held = f"{held} {paragraph}" if runs_on else paragraph
    if held:
        yield held

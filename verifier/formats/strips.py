"""Wrap text with marked spans to a width in the cells of a terminal, as rich does, whose import takes longer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

_UNSEEN = dict.fromkeys((7, 8, 11, 12, 13))
_WORD = re.compile(r"\s*\S+\s*")
_TAB = 8


class Style(NamedTuple):
    """Hold a style and the span that has it."""

    start: int
    end: int
    name: str


class Strip(NamedTuple):
    """Hold a text, or one line of it, and the styles of its spans."""

    text: str
    styles: tuple[Style, ...] = ()

    def cut(self, start: int, end: int) -> Strip:
        """Return a part, counted anew."""
        clipped = (Style(max(s.start, start), min(s.end, end), s.name) for s in self.styles)
        styles = tuple(Style(s.start - start, s.end - start, s.name) for s in clipped if s.start < s.end)
        return Strip(self.text[start:end], styles)

    def stripped(self) -> Strip:
        """Return it without blanks at its end."""
        return self.cut(0, len(self.text.rstrip()))


def strip(text: str, *styles: tuple[int, int, str]) -> Strip:
    """Return a text without the signs that move the cursor, and the styles that are any and lie in it."""
    shown = text if text.isprintable() else text.translate(_UNSEEN)
    within = (Style(start, min(end, len(shown)), name) for start, end, name in styles if name)
    return Strip(shown, tuple(style for style in within if style.start < style.end))


def wrapped(whole: Strip, width: int) -> list[Strip]:
    """Return the lines of a text, each of them at most so many cells wide and without blanks at its end."""
    ends = [-1, *(at for at, sign in enumerate(whole.text) if sign == "\n"), len(whole.text)]
    lines = [_untabbed(whole.cut(before + 1, end)) for before, end in pairwise(ends)]
    places = [(line, [0, *_breaks(line.text, width), len(line.text)]) for line in lines]
    return [line.cut(start, end).stripped() for line, cuts in places for start, end in pairwise(cuts)]


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _untabbed(line: Strip) -> Strip:
    """Return a line with spaces for its tabs, up to every eighth cell."""
    if "\t" not in line.text:
        return line
    signs: list[str] = []
    column = 0
    for number, part in enumerate(line.text.split("\t")):
        spaces = _TAB - column % _TAB if number else 0
        signs += [" " * spaces, *part] if number else part
        column += spaces + cells(part)
    places = [0, *accumulate(map(len, signs))]
    return Strip("".join(signs), tuple(Style(places[s.start], places[s.end], s.name) for s in line.styles))


def _breaks(line: str, width: int) -> Iterator[int]:
    """Yield where the further lines begin; words wider than a line are cut."""
    used = 0
    for word in _WORD.finditer(line):
        start, size = word.start(), cells(word[0].rstrip())
        if used + size <= width:
            used += cells(word[0])
        elif size <= width:
            yield start
            used = cells(word[0])
        else:
            from rich.cells import chop_cells

            pieces = chop_cells(word[0], width)
            yield from (at for at in accumulate(map(len, pieces[:-1]), initial=start) if at)
            used = cells(pieces[-1])

"""Turn offsets of a text into an editor's positions and back: lines from 0, columns in UTF-16 units."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

_END = re.compile(r"\r\n|\n|\r")


class Spot(NamedTuple):
    """Name a place between two characters."""

    line: int
    column: int


def spot(text: str, offset: int) -> Spot:
    """Return the position of an offset."""
    starts = _starts(text)
    line = bisect_right(starts, offset) - 1
    return Spot(line, _units(text[starts[line] : offset]))


def offset(text: str, place: Spot) -> int:
    """Return the offset of a position; the end of the line, or of the text, for one beyond it."""
    starts = _starts(text)
    if place.line >= len(starts):
        return len(text)
    start = starts[place.line]
    end = starts[place.line + 1] if place.line + 1 < len(starts) else len(text)
    units = 0
    for number, char in enumerate(text[start:end]):
        if units >= place.column:
            return start + number
        units += _units(char)
    return end


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@lru_cache(maxsize=32)
def _starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in _END.finditer(text)))

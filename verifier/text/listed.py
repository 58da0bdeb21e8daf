"""Find the list that an item of a text stands in: "Lund, Oslo and Turku"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_JOINS = re.compile(r"\s*(?:,|,?\s*(?:and|or|&))\s*")


def listed(text: str, items: Iterable[tuple[int, int]], at: int) -> str:
    """Return the list in which the item at a place stands; nothing where it stands alone.

    `items` are the spans of what may be listed; those with nothing but a comma, `and` or `or` between them are a list.
    """
    runs: list[tuple[int, int, int]] = []
    for start, end in sorted(items):
        if runs and _JOINS.fullmatch(text, runs[-1][1], start):
            first, _, number = runs.pop()
            runs.append((first, end, number + 1))
        else:
            runs.append((start, end, 1))
    return next((text[start:end] for start, end, number in runs if number > 1 and start <= at < end), "")

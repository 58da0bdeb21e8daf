"""Read the rows of tables whose cells are parted by commas, or by semicolons or tabs as some spreadsheets do it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _csv import Reader

_SIGNS = ",;\t"
TABLES = frozenset({".csv", ".tsv"})
"""The endings of tables."""


def columns(header: str) -> list[str]:
    """Return the cells of a table's first line; none where it is no CSV."""
    return _cells(header, _delimiter(header))


def _delimiter(header: str) -> str:
    """Return the sign that parts the most cells of a table's first line; a comma where no other parts more."""
    return max(_SIGNS, key=lambda sign: len(_cells(header, sign)))


def _cells(line: str, sign: str) -> list[str]:
    try:
        return next(csv.reader([line.lstrip("\ufeff")], delimiter=sign, strict=True), [])
    except csv.Error:
        return []


def reader(lines: Iterable[str]) -> Reader:
    """Return a reader of a table from its first line on, which tells what parts its cells."""
    rest: Iterator[str] = iter(lines)
    first = next(rest, "")
    return csv.reader(chain([first] if first else [], rest), delimiter=_delimiter(first), strict=True)

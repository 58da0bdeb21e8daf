"""Describe a page: its lines, its headline, and where its prose begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verifier.model import Span
from verifier.text.lines import Line, fold, line, tabled

BIO = "author bio"
BYLINE = "byline"
COMMENTS = "comment widget"
CONTROL = "page control"
DATE = "date line"
HEADLINE = "repeated headline"
REPEATED = "repeated line"

HEAD = 8
"""So many lines at its top are a page's head at least."""
TITLE = 4
"""A headline has at least so many words."""


class Page(NamedTuple):
    """Hold the lines of a page, the folded headline, and the numbers of the first and the last line of prose and of
    those that are rows of a table.
    """

    lines: tuple[Line, ...]
    headline: str
    first: int
    last: int
    rows: set[int]


def page(text: str, spans: Sequence[Span], headline: str = "") -> Page:
    """Return the page that the lines of a text make; without prose it begins behind its last line."""
    lines = tuple(line(text, span) for span in spans)
    prose = [at for at, entry in enumerate(lines) if entry.prose]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    return Page(lines, fold(headline), first, last, tabled([entry.text for entry in lines]))

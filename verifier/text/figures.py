"""Tell rows of figures, as tables and dumps of a machine have them, from sentences, and cut what has very many."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verifier.model import Span
from verifier.text.paragraphs import stripped

ROW = "a row of figures"
MOST_IN_CLAIM, MOST_IN_SOURCE = 40, 150
"""No sentence tells more figures: those of a claim are compared with each of a source."""
_MOST_IN_PART = 10
_FIGURE = re.compile(r"(?<![\w.,:/-])[$€£(+-]?\d")
_TOKEN = re.compile(rf"(?P<figure>{_FIGURE.pattern}[\w.,:/-]{{0,40}})|[^\W\d_]{{2,}}")
_ROW_LEAST, _BETWEEN = 20, 1
"""In a row so many figures follow each other at least, with so many words between two of them at most."""
_PROSE_LEAST = 5
"""So many words beside a row are no label of it."""
_BORDERS = (". ", "; ", ", ", " ")


class Stretch(NamedTuple):
    """Hold a part of a sentence, and whether it is a row of figures."""

    span: Span
    row: bool


def stretches(text: str, span: Span, most: int) -> tuple[Stretch, ...]:
    """Return a sentence as it is, or, of more than so many figures, its rows and what tells something in parts."""
    piece = text[slice(*span)]
    if len(piece) <= 2 * most or sum(1 for _ in _FIGURE.finditer(piece)) <= most:
        return (Stretch(span, row=False),)
    at, found = 0, []
    for row in (*_rows(piece), Span(len(piece), len(piece))):
        found += [Stretch(part, row=False) for part in _parts(piece, at, row.start)]
        found.append(Stretch(row, row=True))
        at = row.end
    whole = ((stripped(text, span.start + part.start, span.start + part.end), row) for part, row in found)
    return tuple(Stretch(part, row) for part, row in whole if part.start < part.end)


def _rows(piece: str) -> tuple[Span, ...]:
    """Return the rows of a sentence, each with the few words that stand before, behind or between its figures."""
    tokens = list(_TOKEN.finditer(piece))
    merged: list[tuple[int, int]] = []
    for first, end in _runs(tokens):
        before = merged[-1][1] if merged else 0
        labelled = _is_label(tokens[before:first])
        merged.append((merged.pop()[0] if labelled and merged else 0 if labelled else first, end))
    if merged and _is_label(tokens[merged[-1][1] :]):
        merged[-1] = merged[-1][0], len(tokens)
    starts = [0, *(token.start() for token in tokens[1:])]
    ends = [*(token.end() for token in tokens[:-1]), len(piece)]
    return tuple(Span(starts[first], ends[end - 1]) for first, end in merged)


def _runs(tokens: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield where figures follow each other: the numbers of the first, and of what is behind the last."""
    first = end = count = 0
    for at, token in enumerate(tokens):
        if not token["figure"]:
            continue
        if count and at - end > _BETWEEN:
            if count >= _ROW_LEAST:
                yield first, end
            count = 0
        first, end, count = (first if count else at), at + 1, count + 1
    if count >= _ROW_LEAST:
        yield first, end


def _is_label(tokens: Sequence[re.Match[str]]) -> bool:
    return sum(1 for token in tokens if not token["figure"]) < _PROSE_LEAST


def _parts(piece: str, start: int, end: int) -> Iterator[Span]:
    """Yield a stretch in parts of few figures, cut where a sentence, a clause or a word ends."""
    figures = [match.start() for match in _FIGURE.finditer(piece, start, end)]
    first = 0
    while first + _MOST_IN_PART < len(figures):
        beyond = figures[first + _MOST_IN_PART]
        cuts = (piece.rfind(border, figures[first + _MOST_IN_PART // 2], beyond) for border in _BORDERS)
        cut = next((at + 1 for at in cuts if at >= 0), beyond)
        yield Span(start, cut)
        start, first = cut, bisect_left(figures, cut)
    yield Span(start, end)

"""Cut text into paragraphs, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from verifier.model import Span

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_ITEM = re.compile(r"[-*+•·▪●‣#>|]|\(?[0-9A-Za-z]{1,3}[.)]\s")
_FINAL = tuple(".!?…:;\"'”’)]")
_WIDEST = 120
_NARROWEST = 40
_OPENED = 5
"""So many words a line has at least that leaves its sentence open."""


def stripped(text: str, start: int, end: int) -> Span:
    """Return the span without white space at its ends."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start + left, max(start + left, start + len(piece.rstrip())))


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _LINE.finditer(text, start, end):
        span = stripped(text, *match.span())
        if span.start < span.end:
            yield span


def _blocks(text: str, start: int, end: int) -> Iterator[list[Span]]:
    """Yield runs of lines that no empty line parts."""
    block: list[Span] = []
    for line in _lines(text, start, end):
        if block and len(_BREAK.findall(text, block[-1].end, line.start)) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _wrapped(lines: Sequence[str]) -> bool:
    """Tell whether the lines are one paragraph broken at a width: no next word would have fitted, and words run on."""
    width = max(map(len, lines))
    if len(lines) < 2 or not _NARROWEST <= width <= _WIDEST or any(map(_ITEM.match, lines)):
        return False
    pairs = list(pairwise(lines))
    if any(len(line) + 1 + len(after.split(None, 1)[0]) <= width for line, after in pairs):
        return False
    running = sum(after[0].islower() and not line.endswith(_FINAL) for line, after in pairs)
    return running > 0 and running >= 0.4 * len(pairs)


def paragraphs(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Return the paragraphs of `text[start:end]`.

    A line is a paragraph, except that the lines of hard-wrapped prose are joined.
    """
    found: list[Span] = []
    for block in _blocks(text, start, len(text) if end is None else end):
        if _wrapped([text[line.start : line.end] for line in block]):
            found.append(Span(block[0].start, block[-1].end))
        else:
            found.extend(_joined(text, block))
    return tuple(found)


def _joined(text: str, block: Sequence[Span]) -> Iterator[Span]:
    """Yield the lines of a block, each with those that go on with its sentence."""
    held = block[0]
    for line, after in pairwise(block):
        if _goes_on(text[line.start : line.end], text[after.start : after.end]):
            held = Span(held.start, after.end)
        else:
            yield held
            held = after
    yield held


def _goes_on(line: str, after: str) -> bool:
    """Tell whether a sentence that a line of some words leaves open goes on in the next."""
    opened = len(line.split()) >= _OPENED and not line.endswith(_FINAL) and not _ITEM.match(line)
    return opened and after[0].islower() and not _ITEM.match(after)

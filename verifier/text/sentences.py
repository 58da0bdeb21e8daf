"""Cut text into sentences, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.model import Span
from verifier.text.paragraphs import paragraphs, stripped

__all__ = ["paragraphs", "sentences"]

_STOP = re.compile(r"[.!?…•▪●‣¹²³]")
_OUTER = " .!?…\"'”’)]"
_LONGEST = 20_000
_PROSE = 4
"""Text with more than one stop in so many characters is no prose."""


def _chunks(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the span in parts of bounded length, cut at white space."""
    while end - start > _LONGEST:
        cut = max(text.rfind(". ", start + _LONGEST // 2, start + _LONGEST) + 1, start)
        cut = cut if cut > start else max(text.rfind(" ", start + 1, start + _LONGEST), start)
        cut = cut if cut > start else start + _LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def _simple(piece: str) -> bool:
    """Tell whether the piece cannot hold more than one sentence, or is no prose."""
    stops = len(_STOP.findall(piece.rstrip(_OUTER)))
    return stops == 0 or (len(piece) > 200 and stops * _PROSE > len(piece))


def _cut(text: str, span: Span) -> Iterator[Span]:
    from verifier.text.boundaries import starts

    piece = text[span.start : span.end]
    cuts = (0,) if _simple(piece) else starts(piece)
    for first, last in zip(cuts, (*cuts[1:], len(piece)), strict=True):
        yield stripped(text, span.start + first, span.start + last)


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Return the sentences of `text[start:end]`, in order; no sentence goes beyond its paragraph.

    The spans do not overlap, begin and end with no white space, and leave out nothing else.
    """
    return tuple(
        sentence
        for paragraph in paragraphs(text, start, end)
        for chunk in _chunks(text, *paragraph)
        for sentence in _cut(text, chunk)
        if sentence.start < sentence.end
    )

"""Find the spans of a claim that carry what is to be checked, without markers, lead-ins and interpretation."""

from __future__ import annotations

import re

from verifier.claims.phrases import MARK, mask, prepare, says
from verifier.claims.reading import Reading, read
from verifier.claims.silence import silence
from verifier.model import Span

_PIECE = re.compile(rf"[^{MARK}]+")
_EDGES = " \t\r\n,;:.!?-"
_ENOUGH = 2


def _pieces(masked: str) -> tuple[Span, ...]:
    """Return what is left between the masked spans, without the punctuation at its edges."""
    found = []
    for match in _PIECE.finditer(masked):
        piece = match[0]
        start = match.start() + len(piece) - len(piece.lstrip(_EDGES + "[*_`"))
        end = match.start() + len(piece.rstrip(_EDGES))
        if start < end:
            found.append(Span(start, end))
    return tuple(found)


def material_of(reading: Reading) -> tuple[Span, ...]:
    """Return the spans of a sentence that carry checkable content; without any, all of it but marks and markers."""
    silent = silence(reading, weak=False)
    dropped = [*reading.wrapping, *filter(None, (reading.tail, silent))]
    masked = mask(reading.low, dropped)
    if not says(masked, _ENOUGH):
        masked = mask(reading.low, [Span(0, reading.first)])
    return _pieces(masked)


def material(text: str) -> tuple[Span, ...]:
    """Return the spans of a claim's text that carry checkable content, in order."""
    return material_of(read(prepare(text)))

"""Part a sentence from the consequence it names: `X did A, leading to B`."""

from __future__ import annotations

from verifier.claims.phrases import MARK, says, spans
from verifier.model import Span

_EDGES = " ,\t\r\n" + MARK
_ENOUGH = 4


def parts(low: str) -> tuple[Span, ...]:
    """Return the spans of a prepared sentence that are judged apart.

    They are two where a consequence is told behind a comma and both sides say enough, else the whole is one.
    """
    for found in spans("wrapping", "consequences", low):
        before, after = low[: found.start], low[found.end :]
        quoted = before.count('"') % 2 or before.count("(") > before.count(")")
        if not quoted and says(before, _ENOUGH) and says(after, _ENOUGH):
            words = low[found.start : found.end]
            return Span(0, len(before.rstrip())), Span(found.end - len(words.lstrip(_EDGES)), len(low))
    return (Span(0, len(low)),)

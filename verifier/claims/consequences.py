"""Part a sentence from the consequence it names: `X did A, leading to B`."""

from __future__ import annotations

from verifier.claims.phrases import content, phrases, prepare
from verifier.model import Span

_ENOUGH = 4


def parts(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentence in two where a consequence is told behind a comma and both sides say enough, else whole."""
    prepared = prepare(text[span.start : span.end])
    for found in phrases("wrapping", "consequences").finditer(prepared.low):
        before, after = prepared.low[: found.start()], prepared.low[found.end() :]
        quoted = before.count('"') % 2 or before.count("(") > before.count(")")
        if not quoted and content(before) >= _ENOUGH and content(after) >= _ENOUGH:
            behind = found.start() + len(found[0]) - len(found[0].lstrip(" ,\t\r\n"))
            return Span(span.start, span.start + found.start()), Span(span.start + behind, span.end)
    return (span,)

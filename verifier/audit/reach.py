"""Tell which articles a postmortem leans on, before any of its claims is read."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.claims.citations import citations
from verifier.model import Postmortem


def cited_by(postmortem: Postmortem) -> tuple[str, ...]:
    """Return every label that a postmortem cites, in its list of articles or in its text, each once."""
    return tuple(dict.fromkeys(_labels(postmortem)))


def _labels(postmortem: Postmortem) -> Iterator[str]:
    yield from postmortem.cited
    for field in postmortem.fields:
        for citation in (*citations(field.text, field.start, field.end), *field.links):
            yield from citation.labels

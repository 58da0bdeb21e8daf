"""Tell which articles a postmortem leans on, before any of its claims is read."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.claims.citations import citations, possible
from verifier.model import Postmortem


def cited_by(postmortem: Postmortem) -> tuple[str, ...]:
    """Return every label that a postmortem cites, in its list of articles or in its text, each once.

    What stands in other brackets is among them: whether that is a label, the sources tell.
    """
    return tuple(dict.fromkeys(_labels(postmortem)))


def _labels(postmortem: Postmortem) -> Iterator[str]:
    yield from postmortem.cited
    for field in postmortem.fields:
        span = (field.text, field.start, field.end)
        for citation in (*citations(*span), *field.links):
            yield from citation.labels
        yield from possible(*span)

"""Read texts with the lexicons shipped, for the tests of facts."""

from __future__ import annotations

from datetime import date

from verifier.facts.analysis import Analysis, analyse
from verifier.words.tables import vocabulary


def read(text: str, published: date | None = None) -> Analysis:
    """Return what one reading of a text finds."""
    return analyse(text, vocabulary(), published)

"""Turn typed facts into plain values for reports."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.facts.analysis import Analysis
from verifier.facts.registry import TYPES
from verifier.model import Fact


def facts_of(analysis: Analysis) -> tuple[Fact, ...]:
    """Return the values of the registered types and the names of a text in order, as facts with JSON values."""
    return tuple(sorted(_facts(analysis), key=lambda f: (f.start, f.end, f.type)))


def _facts(analysis: Analysis) -> Iterator[Fact]:
    for kind in TYPES:
        for value in analysis.values[kind.name]:
            words = analysis.text[value.start : value.end]
            yield Fact(kind.name, value.start, value.end, words, kind.shown(value) if kind.shown else words)
    for name in analysis.names:
        if name.sure:
            words = analysis.text[name.start : name.end]
            yield Fact("name", name.start, name.end, words, " ".join(name.parts))

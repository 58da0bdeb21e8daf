"""Set a source's sentence into its context: one sentence before it and one after."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from verifier.formats.beside import in_order
from verifier.formats.html_anchors import web
from verifier.formats.layout import Quote
from verifier.formats.quotes import Desk
from verifier.formats.visible import Shown, visible
from verifier.model import Finding, Part, Place, Sentence, SourceReading

_GAP = "[…]"


class Piece(NamedTuple):
    """Hold a stretch of text, marked or not."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Hold a quoted sentence with what stands around it, who says it, and where to read it."""

    before: str
    pieces: tuple[Piece, ...]
    after: str
    by: str
    url: str
    source: str


@dataclass(frozen=True, slots=True)
class Library:
    """Hold the sentences of all sources by source and part, in the order of the text, and the findings by claim."""

    desk: Desk
    sentences: Mapping[tuple[str, Part], tuple[Sentence, ...]]
    findings: Mapping[str, tuple[Finding, ...]]

    @classmethod
    def of(cls, desk: Desk) -> Library:
        """Index the sources and findings of a report."""
        sentences = {(key, part): in_order(r, part) for key, r in desk.readings.items() for part in Part}
        findings: dict[str, dict[str, Finding]] = {}
        for finding in desk.findings.values():
            findings.setdefault(finding.claim, {})[finding.id] = finding
        return cls(desk, sentences, {claim: tuple(found.values()) for claim, found in findings.items()})

    def found(self, claim: str) -> tuple[Finding, ...]:
        """Return the findings that name a claim."""
        return self.findings.get(claim, ())

    def passage(self, quote: Quote) -> Passage:
        """Return the quote with its context."""
        place = quote.place
        reading = self.desk.readings.get(place.source) if place else None
        if place is None or reading is None:
            return Passage("", pieces(quote.shown), "", quote.by, "", place.source if place else "")
        before, after = self._around(reading, place)
        return Passage(before, pieces(quote.shown), after, quote.by, web(reading.source.url), place.source)

    def _around(self, reading: SourceReading, place: Place) -> tuple[str, str]:
        """Return what stands before and after a place: the rest of its sentence, and a sentence more."""
        known = self.sentences[place.source, place.part]
        text = reading.source.title if place.part == Part.TITLE else reading.source.text
        first = max(bisect_right(known, place.start, key=lambda s: s.start) - 1, 0)
        last = max(bisect_right(known, place.end - 1, key=lambda s: s.start) - 1, first)
        if not known or not known[first].start <= place.start < place.end <= known[last].end:
            return "", ""
        head, tail = text[known[first].start : place.start], text[place.end : known[last].end]
        before = known[first - 1].text + _gap(text, known[first - 1], known[first]) + head if first else head
        more = last + 1 < len(known)
        after = tail + _gap(text, known[last], known[last + 1]) + known[last + 1].text if more else tail
        return _edged(before), _edged(after)


def pieces(shown: Shown) -> tuple[Piece, ...]:
    """Cut a text at its marks."""
    found: list[Piece] = []
    done = 0
    for start, end in shown.marks:
        found += [Piece(shown.text[done:start]), Piece(shown.text[start:end], marked=True)]
        done = end
    return tuple(piece for piece in (*found, Piece(shown.text[done:])) if piece.text)


def _gap(text: str, one: Sentence, other: Sentence) -> str:
    """Return what stands between two neighbours: a blank, or a sign where something was left out."""
    return f" {_GAP} " if text[one.end : other.start].strip() else " "


def _edged(text: str) -> str:
    """Return the text as it may be shown, a blank at either end kept."""
    inner = visible(text)
    return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}" if inner else ""

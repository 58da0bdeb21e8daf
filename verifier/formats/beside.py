"""Find the sentences of a source that stand beside quoted places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from verifier.model import Evidence, Part, Place, PostmortemReport, Sentence, SourceReading


def beside(reading: SourceReading, quoted: Iterable[Place]) -> tuple[Place, ...]:
    """Return the sentences that hold the places of a source, and one before and after each, in the text's order."""
    mine = [place for place in quoted if place.source == reading.source.id]
    parts = {part: in_order(reading, part) for part in Part} if mine else {}
    found = {(s.part, s.start, s.end): s for place in mine for s in _around(parts[place.part], place)}
    return tuple(Place(s.source, s.part, s.start, s.end, s.text) for _, s in sorted(found.items()))


def quoted(report: PostmortemReport) -> tuple[Place, ...]:
    """Return every place of a source that a report quotes."""
    mine = [e for a in report.assessments for e in a.evidence]
    mine += [e for f in (*report.findings, *(f for a in report.assessments for f in a.findings)) for e in f.evidence]
    conflicts = (place for c in report.source_conflicts for place in (c.a, c.b))
    return (*map(_place, mine), *conflicts)


def in_order(reading: SourceReading, part: Part) -> tuple[Sentence, ...]:
    """Return the sentences of a part of a source as they stand in it."""
    return tuple(sorted((s for s in reading.sentences if s.part == part), key=lambda s: s.start))


def _around(known: tuple[Sentence, ...], place: Place) -> Iterator[Sentence]:
    first = max(bisect_right(known, place.start, key=lambda s: s.start) - 1, 0)
    last = max(bisect_right(known, max(place.end - 1, place.start), key=lambda s: s.start) - 1, first)
    yield from known[max(first - 1, 0) : last + 2]


def _place(evidence: Evidence) -> Place:
    return Place(evidence.source, evidence.part, evidence.start, evidence.end, evidence.text)

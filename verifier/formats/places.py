"""Find the lines and columns of claims and evidence in the files that they come from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import NamedTuple

from verifier.formats import located
from verifier.formats.quotes import Desk, inner
from verifier.ingest.tables import TABLES
from verifier.layout import Layout
from verifier.model import Assessment, Evidence, Part, Span

_CELLS = TABLES | {".json", ".jsonl"}
_PLAIN = frozenset({"", ".txt", ".text", ".md", ".markdown"})


class Region(NamedTuple):
    """Mark a range of a file: lines and columns from 1, columns in code points, the end column exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Spot(NamedTuple):
    """Point into a file; `region` is None where the text was taken out of a cell, a value or markup."""

    path: str
    region: Region | None


def region(text: str, start: int, end: int) -> Region:
    """Return the lines and columns of text[start:end]."""
    return Region(*_position(text, start), *_position(text, end))


def of_claim(desk: Desk, assessment: Assessment) -> Spot:
    """Return where a claim stands."""
    whole = Span(assessment.claim.start, assessment.claim.end)
    return Spot(desk.report.postmortem.path, _in_postmortem(desk, assessment, whole))


def marks(desk: Desk, assessment: Assessment, spans: Iterable[Span]) -> list[Region]:
    """Return where words of a claim stand, but for spans that are all of it; none where there are no lines."""
    found = (_in_postmortem(desk, assessment, span) for span in inner(assessment.claim, dict.fromkeys(spans)))
    return [place for place in found if place]


def of_evidence(desk: Desk, evidence: Evidence) -> Spot:
    """Return where evidence stands; its own text has lines only where the file is plain text."""
    reading = desk.readings.get(evidence.source)
    if reading is None:
        return Spot("", None)
    source = reading.source
    plain = evidence.part == Part.BODY and PurePath(source.path).suffix.lower() in _PLAIN
    return Spot(source.path, _region(source.text, source.layout, evidence.start, evidence.end) if plain else None)


def _in_postmortem(desk: Desk, assessment: Assessment, span: Span) -> Region | None:
    field = desk.field(assessment)
    suffix = PurePath(desk.report.postmortem.path).suffix.lower()
    if field is None or suffix in _CELLS or not desk.runs_on:
        return None
    return _region(field.text, field.layout, *span)


def _region(text: str, layout: Layout | None, start: int, end: int) -> Region:
    return region(layout.raw if layout else text, *located.span(layout, start, end))


def _position(text: str, offset: int) -> tuple[int, int]:
    line = located.line(text, offset)
    return line, offset - located.starts(text)[line - 1] + 1

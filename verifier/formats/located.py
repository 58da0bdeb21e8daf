"""Find where texts stand in their files, of which a report quotes what a reader sees of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from verifier.formats.pairs import uncut
from verifier.layout import Layout, written
from verifier.model import Claim, Evidence, Finding, Part, Place, PostmortemReport, Source, Span


class Excerpt(NamedTuple):
    """Hold a span of a file and what stands there."""

    start: int
    end: int
    text: str


class Files(NamedTuple):
    """Hold the layouts of a postmortem's fields, by name, and of the sources, by id; and the field of each claim."""

    fields: Mapping[str, Layout | None]
    sources: Mapping[str, Layout | None]
    claims: Mapping[str, str]

    @classmethod
    def of(cls, report: PostmortemReport) -> Files:
        """Collect the layouts of a report."""
        return cls(
            {field.name: field.layout for field in report.postmortem.fields},
            {reading.source.id: reading.source.layout for reading in report.sources},
            {a.claim.id: a.claim.field for a in report.assessments},
        )

    @classmethod
    def of_text(cls, layout: Layout | None, sources: Iterable[Source]) -> Files:
        """Collect the layouts of a loose text and its sources."""
        return cls({"": layout}, {source.id: source.layout for source in sources}, {})

    def claim(self, claim: Claim) -> Excerpt:
        """Return where a claim stands."""
        return whole(self.fields.get(claim.field), claim.start, claim.end, claim.text)

    def quoted(self, value: Evidence | Place) -> Excerpt:
        """Return where evidence, or a place of a source, stands."""
        return whole(self.source(value), value.start, value.end, value.text)

    def source(self, value: Evidence | Place) -> Layout | None:
        """Return the layout of the text that evidence or a place counts in; a title has none."""
        return self.sources.get(value.source) if value.part == Part.BODY else None

    def spans(self, finding: Finding) -> list[Span]:
        """Return where the words stand that a finding marks."""
        layout = self.fields.get(self.claims.get(finding.claim, ""))
        return [span(layout, *each) for each in finding.spans]


def span(layout: Layout | None, start: int, end: int) -> Span:
    """Return where [start, end) stands in the file."""
    return Span(*written(layout, start, end))


def line(text: str, offset: int) -> int:
    """Return the number of the line, from 1, that an offset stands on."""
    return bisect_right(starts(text), offset)


@lru_cache(maxsize=256)
def starts(text: str) -> tuple[int, ...]:
    """Return the offsets at which lines begin; lines end in a line feed, with or without a carriage return."""
    return (0, *(match.end() for match in re.finditer("\n", text)))


def excerpt(layout: Layout | None, start: int, end: int, text: str) -> Excerpt:
    """Return where [start, end) stands in the file, and what the file has there."""
    if layout is None:
        return Excerpt(start, end, text)
    first, last = layout.written(start, end)
    return Excerpt(first, last, layout.raw[first:last])


def whole(layout: Layout | None, start: int, end: int, text: str) -> Excerpt:
    """Return where [start, end) stands in the file, and what the file has there, with both marks of a pair."""
    if layout is None:
        return Excerpt(start, end, text)
    first, last = uncut(layout, start, end)
    return Excerpt(first, last, layout.raw[first:last])

"""Heed waivers that stand in a postmortem's own text: `<!-- verifier: ignore RULE reason -->`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import NamedTuple

from verifier.gate.fingerprint import combined, fingerprint
from verifier.gate.waived import every, marked
from verifier.layout import written
from verifier.model import Claim, Finding, PostmortemReport, Report, Span, Waiver
from verifier.text.patterns import pattern

_NOTE = pattern(r"<!--\s*verifier:\s*ignore\b[ \t]*(?P<rule>[\w*?-]*)(?P<reason>[^<>]{0,500}?)-->")
_COMMENT = pattern(r"<!--.*?-->", re.DOTALL)
_PARAGRAPH = pattern(r"\n[ \t\r]*\n|\n(?=[ \t]*(?:[-*+]|\d{1,3}[.)]|#{1,6})[ \t])")
_LINE = pattern(r"\n")
_MARKDOWN = frozenset({".md", ".markdown"})
_EXCERPT = 120


class Note(NamedTuple):
    """Hold a waiver in a text: where it stands, the stretch that it is about, the rules it names, and why."""

    line: int
    about: Span
    rule: str
    reason: str


def excused(report: Report) -> Report:
    """Return the report with what waivers in the texts cover marked as waived; its gate names them, and the dead ones.

    One without a rule or a reason covers nothing.
    """
    used: list[Waiver] = []
    dead: list[Waiver] = []
    reports = []
    for one in report.reports:
        mine = [waiver for note in notes(one) for waiver in _waivers(one, note)]
        used += [waiver for waiver, found in mine if found]
        dead += [waiver for waiver, found in mine if not found]
        reports.append(marked(one, [(w.postmortem, w.fingerprint) for w, found in mine if found]))
    if not (used or dead):
        return report
    gate = replace(report.gate, used=(*report.gate.used, *used), stale=(*report.gate.stale, *dead))
    return replace(report, reports=tuple(reports), gate=gate)


def notes(report: PostmortemReport) -> list[Note]:
    """Return the waivers in a postmortem's running text."""
    text = report.postmortem.raw
    ends = _PARAGRAPH if PurePath(report.postmortem.path).suffix.lower() in _MARKDOWN else _LINE
    found = _NOTE.finditer(text)
    return [
        Note(text.count("\n", 0, m.start()) + 1, _about(text, m.start(), ends), m["rule"], m["reason"].strip())
        for m in found
    ]


def _about(text: str, place: int, ends: re.Pattern[str]) -> Span:
    """Return the block that a comment stands in; where it stands alone in one, that and the next."""
    blocks = list(_blocks(text, ends))
    number = next(n for n, block in enumerate(blocks) if block.start <= place < block.end)
    start, end = blocks[number]
    while not _COMMENT.sub("", text[start:end]).strip() and number + 1 < len(blocks):
        number += 1
        end = blocks[number].end
    return Span(start, end)


def _blocks(text: str, ends: re.Pattern[str]) -> Iterator[Span]:
    """Yield the paragraphs, headings and list items of Markdown, or the lines of other texts."""
    done = 0
    for gap in ends.finditer(text):
        yield Span(done, gap.end())
        done = gap.end()
    yield Span(done, len(text) + 1)


def _waivers(report: PostmortemReport, note: Note) -> list[tuple[Waiver, bool]]:
    """Return the waivers that a note amounts to, and whether each is of use; a dead one where it covers nothing."""
    places = {a.claim.id: _place(report, a.claim) for a in report.assessments}
    inside = {key for key, (start, end) in places.items() if start < note.about.end and note.about.start < end}
    whole = bool(note.rule and note.reason)
    hits = [f for f in every(report) if whole and f.claim in inside and fnmatchcase(f.rule, note.rule)]
    texts = {a.claim.id: a.claim.text for a in report.assessments}
    found = [(_waiver(report, note, f, texts[f.claim]), True) for f in hits]
    return found or [(_dead(report, note), False)]


def _place(report: PostmortemReport, claim: Claim) -> Span:
    """Return where the file has a claim; its fields, being parts of one text, have one layout."""
    return Span(*written(report.postmortem.fields[0].layout, claim.start, claim.end))


def _waiver(report: PostmortemReport, note: Note, finding: Finding, text: str) -> Waiver:
    name = fingerprint(finding)
    return Waiver(name, finding.rule, report.postmortem.id, text[:_EXCERPT], note.reason, "", line=note.line)


def _dead(report: PostmortemReport, note: Note) -> Waiver:
    name = combined([note.rule, note.reason, str(note.line)])
    return Waiver(name, note.rule, report.postmortem.id, "", note.reason, "", line=note.line)

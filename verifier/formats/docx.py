"""Render a postmortem as a Word document with comments at the marked words, for those who do not use this program."""

from __future__ import annotations

import io
import zipfile
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from verifier.errors import UsageError
from verifier.formats.layout import Card, View
from verifier.formats.margin import AUTHOR, Sheet
from verifier.formats.overview import viewed
from verifier.formats.quotes import Desk, inner
from verifier.formats.visible import visible
from verifier.formats.words import HELD, section
from verifier.model import Assessment, Field, Finding, PostmortemReport, Report, Span, Verdict

if TYPE_CHECKING:
    from docx.text.run import Run

_DATE = (1980, 1, 1, 0, 0, 0)


class Remark(NamedTuple):
    """Hold what is said of a stretch of a field's text."""

    start: int
    end: int
    paragraphs: tuple[str, ...]


def render(report: Report) -> bytes:
    """Return the document, the same bytes for the same report.

    Raises: UsageError where python-docx is not installed.
    """
    try:
        import docx
    except ImportError as error:
        raise UsageError("the docx format needs python-docx", hint="pip install python-docx") from error
    document = docx.Document()
    document.core_properties.author = AUTHOR
    sheet = Sheet(document)
    for one in report.reports:
        _postmortem(sheet, viewed(report, one), one)
    sheet.close()
    stream = io.BytesIO()
    document.save(stream)
    return _timeless(stream.getvalue())


def _postmortem(sheet: Sheet, view: View, report: PostmortemReport) -> None:
    desk = Desk.of(report)
    sheet.paragraph(visible(report.postmortem.title) or visible(report.postmortem.id), "Heading 1")
    for line in (view.headline, view.numbers, *view.blind):
        sheet.paragraph(line, "List Bullet")
    for card in view.cards:
        if not card.claims:
            sheet.paragraph(f"{card.severity or 'note'}: {card.title}", "List Bullet")
    remarks: defaultdict[int, list[Remark]] = defaultdict(list)
    for field, remark in _remarks(desk, view):
        remarks[id(field)].append(remark)
    for field in report.postmortem.fields:
        sheet.paragraph(section(field.name) or "Text", "Heading 2")
        _field(sheet, field, remarks[id(field)])


def _remarks(desk: Desk, view: View) -> list[tuple[Field, Remark]]:
    """Return what is said of which field: each card at every claim of its own, at the marked words or all of it."""
    found = []
    for card in view.cards:
        named: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in desk.problem_findings(card.problem) if card.problem else ():
            named[finding.claim].append(finding)
        for number, identity in enumerate(card.claims):
            assessment = desk.assessments[identity]
            field = desk.field(assessment)
            claim = assessment.claim
            if field is None or field.text[claim.start : claim.end] != claim.text:
                continue
            said = _said(card, number) if card.twin or not number else (f"said again: {card.title}",)
            start, end = _marked(card, assessment, named[identity] if card.problem else assessment.findings)
            found.append((field, Remark(start, end, said)))
    return found


def _said(card: Card, number: int) -> tuple[str, ...]:
    """Return a card's contents as the paragraphs of a comment at its claim of that number."""
    lines = [f"{card.title}{f' ({card.kind})' if card.kind else ''}"]
    lines += [f"why: {message}" for message in card.messages]
    lines += [f"{quote.by}: “{quote.shown.text}”" for quote in card.sources]
    lines += [f"{quote.by}: “{quote.shown.text}”" for n, quote in enumerate(card.sentences) if n != number]
    lines += [f"write: {card.suggestion}"] if card.suggestion else []
    told = card.verdict and card.verdict != Verdict.SUPPORTED and not card.severity
    return (*lines, *([HELD[card.verdict]] if card.verdict and told else []))


def _marked(card: Card, assessment: Assessment, named: Iterable[Finding]) -> Span:
    """Return the stretch from the first marked word of a claim to the last, else all of it."""
    claim = assessment.claim
    spans = inner(claim, (s for f in named if f.claim == claim.id for s in f.spans))
    spans = spans or (list(assessment.spans) if card.verdict else [])
    within = [s for s in spans if claim.start <= s.start < s.end <= claim.end] or [Span(claim.start, claim.end)]
    return Span(min(s.start for s in within), max(s.end for s in within))


def _field(sheet: Sheet, field: Field, remarks: Sequence[Remark]) -> None:
    """Add a field's text, a paragraph a line, cut into runs where remarks begin and end."""
    cuts = sorted({field.start, field.end, *(edge for r in remarks for edge in r[:2])})
    cuts = [cut for cut in cuts if field.start <= cut <= field.end]
    starts: list[int] = []
    runs: list[Run] = []
    paragraph = sheet.paragraph()
    for start, end in pairwise(cuts):
        for number, (first, text) in enumerate(_lines(field.text[start:end], start)):
            if number:
                paragraph = sheet.paragraph()
            if text:
                starts.append(first)
                runs.append(paragraph.add_run(_plain(text)))
    for remark in remarks:
        first, behind = bisect_left(starts, remark.start), bisect_left(starts, remark.end)
        if first < behind:
            sheet.comment(runs[first], runs[behind - 1], remark.paragraphs)


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _plain(text: str) -> str:
    """Return text as it may stand in a document, the blanks at its ends kept."""
    inner = visible(text)
    lead, tail = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * lead}{inner}{' ' * (tail and bool(inner))}"


def _timeless(data: bytes) -> bytes:
    """Return a zip archive with all its files, dated alike."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in _sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, _DATE), old.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _sorted(names: Iterable[str]) -> list[str]:
    """Return the names, that of the contents first, as readers expect it."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))

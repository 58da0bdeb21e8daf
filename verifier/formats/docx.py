"""Render a postmortem as a Word document with comments at the marked words, for those who do not use this program."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from verifier.errors import UsageError
from verifier.formats.layout import Card, View
from verifier.formats.overview import viewed
from verifier.formats.quotes import Desk
from verifier.formats.visible import visible
from verifier.formats.words import HELD, section
from verifier.model import Assessment, Field, PostmortemReport, Report, Span

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run

_AUTHOR, _INITIALS = "verifier", "v"
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
    document.core_properties.author = _AUTHOR
    for one in report.reports:
        _postmortem(document, viewed(report, one), one)
    stream = io.BytesIO()
    document.save(stream)
    return _timeless(stream.getvalue())


def _postmortem(document: Document, view: View, report: PostmortemReport) -> None:
    desk = Desk.of(report)
    document.add_heading(visible(report.postmortem.title) or visible(report.postmortem.id), level=1)
    for line in (view.headline, view.numbers, *view.blind):
        document.add_paragraph(line, style="List Bullet")
    for card in view.cards:
        if not card.claims:
            document.add_paragraph(f"{card.severity or 'note'}: {card.title}", style="List Bullet")
    remarks = _remarks(desk, view)
    for field in report.postmortem.fields:
        document.add_heading(section(field.name) or "Text", level=2)
        _field(document, field, [r for owner, r in remarks if owner is field])


def _remarks(desk: Desk, view: View) -> list[tuple[Field, Remark]]:
    """Return what is said of which field: each card at every claim of its own, at the marked words or all of it."""
    found = []
    for card in view.cards:
        for number, identity in enumerate(card.claims):
            assessment = desk.assessments[identity]
            field = desk.field(assessment)
            claim = assessment.claim
            if field is None or field.text[claim.start : claim.end] != claim.text:
                continue
            said = _said(card) if card.twin or not number else (f"said again: {card.title}",)
            start, end = _marked(desk, card, assessment)
            found.append((field, Remark(start, end, said)))
    return found


def _said(card: Card) -> tuple[str, ...]:
    """Return a card's contents as the paragraphs of a comment."""
    kind = ", ".join(part for part in (card.severity or "", card.sure) if part)
    lines = [f"{card.title}{f' ({kind})' if kind else ''}"]
    lines += [f"why: {message}" for message in card.messages]
    lines += [f"{quote.by}: “{quote.shown.text}”" for quote in card.sources]
    lines += [f"{quote.by}: “{quote.shown.text}”" for quote in card.sentences[1:]]
    lines += [f"note: {card.instead}"] if card.instead else []
    lines += [f"write: {card.suggestion}"] if card.suggestion else []
    return (*lines, *([HELD[card.verdict]] if card.verdict and not card.severity else []))


def _marked(desk: Desk, card: Card, assessment: Assessment) -> Span:
    """Return the stretch from the first marked word of a claim to the last, else all of it."""
    claim = assessment.claim
    named = desk.problem_findings(card.problem) if card.problem else assessment.findings
    whole = (claim.start, claim.end)
    spans = [s for f in named if f.claim == claim.id for s in f.spans if tuple(s) != whole] or list(assessment.spans)
    inner = [s for s in spans if claim.start <= s.start < s.end <= claim.end] or [Span(claim.start, claim.end)]
    return Span(min(s.start for s in inner), max(s.end for s in inner))


def _field(document: Document, field: Field, remarks: Sequence[Remark]) -> None:
    """Add a field's text, a paragraph a line, cut into runs where remarks begin and end."""
    cuts = sorted({field.start, field.end, *(edge for r in remarks for edge in r[:2])})
    cuts = [cut for cut in cuts if field.start <= cut <= field.end]
    runs: list[tuple[int, int, Run]] = []
    paragraph = document.add_paragraph()
    for start, end in pairwise(cuts):
        for number, (first, text) in enumerate(_lines(field.text[start:end], start)):
            if number:
                paragraph = document.add_paragraph()
            if text:
                runs.append((first, first + len(text), paragraph.add_run(_plain(text))))
    for remark in remarks:
        _comment(document, [run for start, end, run in runs if remark.start <= start and end <= remark.end], remark)


def _comment(document: Document, runs: list[Run], remark: Remark) -> None:
    if not runs:
        return
    comment = document.add_comment([runs[0], runs[-1]], remark.paragraphs[0], _AUTHOR, _INITIALS)
    for paragraph in remark.paragraphs[1:]:
        comment.add_paragraph(paragraph)
    for name in [name for name in comment._comment_elm.attrib if name.endswith("}date")]:  # noqa: SLF001
        del comment._comment_elm.attrib[name]  # noqa: SLF001  no clock in a report


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

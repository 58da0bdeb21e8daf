"""Say what an editor shows of a report: marks with messages, the evidence of a claim, and quick fixes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from verifier.formats import located
from verifier.formats.alerts import Alert, alerts
from verifier.formats.cards import of_claim
from verifier.formats.escape import emphasise, escape
from verifier.formats.mending import Edit, edits
from verifier.formats.quotes import Desk, inner
from verifier.formats.words import HELD
from verifier.model import Assessment, PostmortemReport, Severity, Span

_MARKDOWN = frozenset({".md", ".markdown"})


class Mark(NamedTuple):
    """Hold a stretch of the text with what is wrong with it, and the rule and problem that say so."""

    span: Span
    severity: Severity
    message: str
    rule: str
    problem: str


class Fix(NamedTuple):
    """Hold a change that an editor offers; only one that is `sure` is offered first."""

    title: str
    changes: tuple[tuple[Span, str], ...]
    problem: str
    sure: bool


def marks(report: PostmortemReport) -> tuple[Mark, ...]:
    """Return a mark for every claim of every problem that is not waived, at the words that clash."""
    desk = Desk.of(report)
    open_alerts = (alert for alert in alerts(report) if not alert.waived)
    return tuple(mark for alert in open_alerts for mark in _marks(desk, alert))


def evidence(report: PostmortemReport, offset: int) -> tuple[Span, str] | None:
    """Return the claim at an offset and, as Markdown, its verdict, the reason and the passages; None where none is."""
    desk = Desk.of(report)
    places = ((a, _written(desk, a, Span(a.claim.start, a.claim.end))) for a in report.assessments if _stands(desk, a))
    hit = next(((a, place) for a, place in places if place.start <= offset < place.end), None)
    if hit is None:
        return None
    found, place = hit
    card = of_claim(desk, found)
    lines = [f"**{HELD[found.verdict]}**", *(escape(message) for message in card.messages)]
    lines += [escape(card.instead)] if card.instead else []
    lines += [f"> {emphasise(quote.shown)}\n>\n> — {escape(quote.by)}" for quote in card.sources]
    return place, "\n\n".join(lines)


def fixes(report: PostmortemReport, span: Span) -> tuple[Fix, ...]:
    """Return the fixes of the problems marked in a stretch of the text."""
    made: dict[str, list[Edit]] = {}
    for edit in edits(report):
        made.setdefault(edit.problem, []).append(edit)
    found = []
    for mark in marks(report):
        if mark.span.start <= span.end and span.start <= mark.span.end:
            found += [_sure(mark, made[mark.problem])] if mark.problem in made else []
            found += [_ignored(report, mark)] if PurePath(report.postmortem.path).suffix in _MARKDOWN else []
    return tuple(dict.fromkeys(found))


def _marks(desk: Desk, alert: Alert) -> Iterator[Mark]:
    message = ". ".join([alert.card.title, *alert.card.messages, *filter(None, [alert.card.instead])])
    message += f"; write: {alert.card.suggestion}" if alert.card.suggestion else ""
    said = [f"\n{quote.by}: “{quote.shown.text}”" for quote in alert.card.sources]
    if not alert.claims:
        yield Mark(Span(0, 0), alert.severity, message, alert.problem.rule, alert.problem.id)
    for assessment in alert.claims:
        for span in _spans(alert, assessment) if _stands(desk, assessment) else ():
            yield Mark(
                _written(desk, assessment, span),
                alert.severity,
                message + "".join(said),
                alert.problem.rule,
                alert.problem.id,
            )


def _spans(alert: Alert, assessment: Assessment) -> tuple[Span, ...]:
    claim = assessment.claim
    named = [Span(*s) for f in alert.findings if f.claim == claim.id for s in f.spans] + list(assessment.spans)
    within = (s for s in inner(claim, named) if claim.start <= s.start < s.end <= claim.end)
    return tuple(dict.fromkeys(within)) or (Span(claim.start, claim.end),)


def _stands(desk: Desk, assessment: Assessment) -> bool:
    field, claim = desk.field(assessment), assessment.claim
    return field is not None and bool(claim.text) and field.text[claim.start : claim.end] == claim.text


def _written(desk: Desk, assessment: Assessment, span: Span) -> Span:
    """Return where the file has a stretch of a claim's text."""
    field = desk.field(assessment)
    return located.span(field.layout if field else None, *span)


def _sure(mark: Mark, changes: list[Edit]) -> Fix:
    places = f" in {len(changes)} places" if len(changes) > 1 else ""
    edited = tuple((Span(edit.start, edit.end), edit.words) for edit in changes)
    return Fix(f"write “{changes[0].words}”{places}", edited, mark.problem, sure=True)


def _ignored(report: PostmortemReport, mark: Mark) -> Fix:
    """Return the fix that puts a waiver above the line; its reason is left to be written, or it does not count."""
    start = report.postmortem.raw.rfind("\n", 0, mark.span.start) + 1
    note = f"<!-- verifier: ignore {mark.rule}  -->\n"
    return Fix(f"waive {mark.rule} here (then say why)", ((Span(start, start), note),), mark.problem, sure=False)

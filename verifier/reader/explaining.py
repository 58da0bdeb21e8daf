"""Say what a second reader answered about one claim, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verifier.model import Assessment, Explanation, PostmortemReport, Report
from verifier.reader.applying import RULE, apply
from verifier.reader.outcomes import outcome
from verifier.reader.questions import questions
from verifier.reader.stage import SecondReader
from verifier.reader.values import Outcome, Recorded


def explained(explanation: Explanation, report: Report, second: SecondReader) -> Explanation:
    """Return the explanation with what a reader says of its claim, in a report of that claim's postmortem."""
    one, claim = report.reports[0], explanation.assessment.claim.id
    if all(note.id != RULE for note in report.rules):
        return replace(explanation, reader=("not asked: the rule reader is not in force",))
    question = next((q for q in questions(one) if q.claim == claim), None)
    if question is None:
        return replace(explanation, reader=("not asked: the claim is settled without it",))
    entry = second.answer(question)
    if entry is None:
        return replace(explanation, reader=(f"no answer to prompt {question.key}",))
    found = outcome(one, _assessment(one, claim), entry)
    explanation = replace(explanation, reader=tuple(_lines(entry, found)))
    if found.note:
        return explanation
    return replace(explanation, assessment=_assessment(apply(one, {claim: entry}, report.rules), claim))


def _assessment(report: PostmortemReport, claim: str) -> Assessment:
    return next(a for a in report.assessments if a.claim.id == claim)


def _lines(entry: Recorded, found: Outcome) -> Iterator[str]:
    answer = entry.answer
    about = f': "{answer.part}" ({answer.kind})' if answer.part else ""
    yield f"{entry.by} says {answer.verdict}{about}"
    if answer.why:
        yield f"because: {answer.why}"
    yield from (f'it quotes source {quote.source}: "{quote.text}"' for quote in answer.quotes)
    yield from (f"that stands in source {e.source}, {e.part} {e.start}-{e.end}" for e in found.evidence)
    yield found.note or "the verdict is changed"

"""Say what a second reader answered about one claim, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verifier.model import Assessment, Explanation, PostmortemReport, Report
from verifier.reader.applying import RULE, apply
from verifier.reader.clauses import Stands, flaw
from verifier.reader.outcomes import outcome, quoted_in
from verifier.reader.passages import usable
from verifier.reader.questions import questions
from verifier.reader.stage import SecondReader
from verifier.reader.values import Answer, Clause, Outcome, Recorded


def explained(explanation: Explanation, report: Report, second: SecondReader) -> Explanation:
    """Return the explanation with what a reader says of its claim, in a report of that claim's postmortem."""
    one, claim = report.reports[0], explanation.assessment.claim.id
    if all(note.id != RULE for note in report.rules):
        return replace(explanation, reader=("not asked: the rule reader is not in force",))
    told: list[str] = []
    for look in second.looks:
        question = next((q for q in questions(one, look) if q.claim == claim), None)
        entry = second.answer(question) if question else None
        if entry is None:
            told += [f"no answer to prompt {question.key}"] if question else []
            continue
        found = outcome(one, _assessment(one, claim), entry)
        told += _lines(entry, found, one)
        one = one if found.note else apply(one, {claim: entry}, report.rules)
    told = told or ["not asked: the claim is settled without it"]
    return replace(explanation, assessment=_assessment(one, claim), reader=tuple(told))


def _assessment(report: PostmortemReport, claim: str) -> Assessment:
    return next(a for a in report.assessments if a.claim.id == claim)


def _lines(entry: Recorded, found: Outcome, report: PostmortemReport) -> Iterator[str]:
    answer = entry.answer
    yield f"{entry.by} says {_said(answer)}"
    if answer.why:
        yield f"because: {answer.why}"
    yield from (f'it quotes source {quote.source}: "{quote.text}"' for quote in answer.quotes)
    stands = quoted_in(usable(report.sources))
    yield from (f'clause "{clause.words}": {_shown(clause, stands)}' for clause in answer.clauses)
    yield from (f"that stands in source {e.source}, {e.part} {e.start}-{e.end}" for e in found.evidence)
    borne = found.recorded.answer
    if borne.verdict is not answer.verdict:
        yield f"its clauses show no more than {_said(borne)}"
    yield found.note or "the verdict is changed"


def _shown(clause: Clause, stands: Stands) -> str:
    told, quote = flaw(clause, stands), clause.quote
    return str(told) if told or quote is None else f'source {quote.source} says "{quote.text}"'


def _said(answer: Answer) -> str:
    about = f': "{answer.part}" ({answer.kind})' if answer.part else ""
    return f"{answer.verdict}{about}"

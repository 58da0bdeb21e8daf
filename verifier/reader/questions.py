"""Ask about the claims that the program leaves in doubt, the most doubtful first."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace

from verifier.model import Assessment, Kind, PostmortemReport, SourceReading, Verdict
from verifier.reader.passages import Shelf, chosen, usable
from verifier.reader.prompt import FIRST_LOOK, SECOND_LOOK, material
from verifier.reader.values import About, Question
from verifier.text.normalise import key

_SETTLED = frozenset({Verdict.CONTRADICTED, Verdict.DISPUTED, Verdict.NOT_CHECKABLE})


def questions(report: PostmortemReport, prompt: int = FIRST_LOOK) -> tuple[Question, ...]:
    """Return a question for every claim that is not settled, by doubt; equal doubt in the order of the document.

    The second look is at what the report, read once, calls supported.
    """
    readings = usable(report.sources)
    shelf = Shelf.of(readings)
    whole = frozenset(_plain(s.text) for s in shelf.sentences)
    asked = [
        _question(report, number, shelf, readings, prompt)
        for number, a in enumerate(report.assessments)
        if not _settled(a, whole) and (prompt != SECOND_LOOK or a.verdict is Verdict.SUPPORTED)
    ]
    return tuple(sorted(asked, key=lambda q: -q.doubt))


def _settled(assessment: Assessment, whole: frozenset[str]) -> bool:
    """Say whether there is nothing to ask: a clash stands, silence is claimed, or a sentence is the claim itself.

    What an article's own date bears out is settled, too: a reader has no sentence to quote for it.
    """
    if assessment.verdict in _SETTLED or assessment.claim.kind is Kind.ABSENCE:
        return True
    dated = assessment.claim.kind is Kind.META
    return assessment.verdict is Verdict.SUPPORTED and (dated or _plain(assessment.claim.text) in whole)


def _plain(text: str) -> str:
    return " ".join(map(key, text.split())).rstrip(".")


def _question(
    report: PostmortemReport, number: int, shelf: Shelf, readings: Sequence[SourceReading], prompt: int
) -> Question:
    assessment = report.assessments[number]
    claim = assessment.claim
    passages = chosen(assessment, shelf)
    named = {p.source for p in passages}
    question = Question(
        key="",
        prompt=prompt,
        postmortem=report.postmortem.id,
        claim=claim.id,
        title=report.postmortem.title,
        field=claim.field,
        before=_beside(report.assessments, number, -1),
        text=claim.text,
        after=_beside(report.assessments, number, 1),
        passages=passages,
        sources=tuple(About(r.source.id, r.source.title, r.source.published) for r in readings if r.source.id in named),
        verdict=assessment.verdict,
        doubt=round(1 - assessment.support, 6),
    )
    return _keyed(question)


def _beside(assessments: Sequence[Assessment], number: int, step: int) -> str:
    """Return the text of the claim before or behind one, if it stands in the same field."""
    other = number + step
    if not 0 <= other < len(assessments) or assessments[other].claim.field != assessments[number].claim.field:
        return ""
    return assessments[other].claim.text


def _keyed(question: Question) -> Question:
    shown = json.dumps([question.prompt, material(question)], ensure_ascii=True, sort_keys=True)
    return replace(question, key=hashlib.sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()[:32])

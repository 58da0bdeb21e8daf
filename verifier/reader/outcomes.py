"""Decide whether an answer counts: its words stand where it says, and no clash speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.decide import standing
from verifier.model import Assessment, Evidence, PostmortemReport, SourceReading, Stance, Verdict
from verifier.reader.clauses import Stands, borne_out
from verifier.reader.passages import usable
from verifier.reader.provenance import Astray, evidence_of, part_of
from verifier.reader.values import Answer, Outcome, Recorded
from verifier.text.tokens import tokenize

_STANCES = {
    Verdict.SUPPORTED: Stance.SUPPORTS,
    Verdict.PARTIAL: Stance.SUPPORTS,
    Verdict.UNSUPPORTED: Stance.CONTEXT,
    Verdict.CONTRADICTED: Stance.CONTRADICTS,
}
_UNFOUND = frozenset({Verdict.UNSUPPORTED, Verdict.MISATTRIBUTED})
_CLASHES = frozenset({Verdict.CONTRADICTED, Verdict.DISPUTED})


def outcome(report: PostmortemReport, assessment: Assessment, recorded: Recorded) -> Outcome:
    """Return what comes of an answer: where its words stand, or why it does not count."""
    sources = usable(report.sources)
    try:
        answer = borne_out(recorded.answer, assessment.claim.text, quoted_in(sources))
        part = part_of(answer.part, assessment.claim.text) if answer.part else None
        evidence = tuple(dict.fromkeys(evidence_of(q, sources, _STANCES[answer.verdict]) for q in answer.quotes))
        _sound(answer, assessment, evidence)
    except Astray as reason:
        return Outcome(recorded, note=f"dropped: {reason}")
    agreed = _agreement(answer, assessment)
    return Outcome(replace(recorded, answer=answer), part, evidence, agreed)


def quoted_in(sources: Sequence[SourceReading]) -> Stands:
    """Return what refuses quotations that do not stand in sources."""
    return lambda quote: evidence_of(quote, sources, Stance.SUPPORTS)


def _sound(answer: Answer, assessment: Assessment, evidence: Sequence[Evidence]) -> None:
    """Refuse support by sentences that have no telling word of the claim, and support against a clash."""
    if answer.verdict is Verdict.PARTIAL and assessment.verdict in _UNFOUND and not evidence:
        raise Astray("it names no sentence that states a part of the claim")
    if answer.verdict is not Verdict.SUPPORTED or assessment.verdict is Verdict.SUPPORTED:
        return
    if not evidence:
        raise Astray("it names no sentence that states the claim")
    if any(f.rule not in standing.TITLES for f in assessment.findings):
        raise Astray("what the rules found stands")
    stems = _telling(assessment.claim.text)
    if stems and not any(stems & _telling(e.text) for e in evidence):
        raise Astray("the sentences that it names share no telling word with the claim")


def _telling(text: str) -> set[str]:
    from verifier.data.lexicons import stopwords

    return {t.stem for t in tokenize(text) if t.key not in stopwords()}


def _agreement(answer: Answer, assessment: Assessment) -> str:
    """Return why a sound answer changes nothing; nothing where it does."""
    own = assessment.verdict
    if own in _CLASHES:
        return "the clash that the rules found stands" if answer.verdict is not Verdict.CONTRADICTED else "agrees"
    if own is Verdict.NOT_CHECKABLE:
        return "the claim is not to be checked"
    return "agrees" if own is answer.verdict else ""

"""Judge the claims of one postmortem, each in its own reach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from verifier.data.rulebook import Rulebook
from verifier.data.thresholds import MISATTRIBUTED_FROM
from verifier.decide.imprint import imprinted
from verifier.decide.judge import Judgement, judge
from verifier.decide.publication import dated
from verifier.decide.silence import judge_silence
from verifier.decide.standing import standing
from verifier.evidence.passages import Index
from verifier.evidence.reach import Citing, cited_by
from verifier.ingest.quality import EMPTY, NOT_ENGLISH, PAYWALL, TRUNCATED
from verifier.model import Assessment, Claim, Kind, SourceReading, Verdict

_UNREAD = (EMPTY, PAYWALL, TRUNCATED, NOT_ENGLISH)


@dataclass(frozen=True, slots=True)
class Incident:
    """Hold what claims may lean on: an index of sources, how citations meet these, readings, what is of others."""

    index: Index
    citing: Citing
    readings: tuple[SourceReading, ...]
    foreign: frozenset[str]
    rules: Rulebook

    @property
    def universe(self) -> frozenset[str]:
        """Return the sources that may serve as evidence."""
        return self.citing.universe - self.foreign


def judge_claim(claim: Claim, index: Index, allowed: int, rules: Rulebook, universe: int = 0) -> Judgement:
    """Judge a claim against the passages allowed, one of silence as such; `universe` are all that may serve at all."""
    if claim.kind is Kind.ABSENCE:
        return judge_silence(claim, index, allowed, rules)
    return judge(claim, index, allowed, rules, universe)


def judge_all(claims: Iterable[Claim], incident: Incident) -> tuple[Judgement, ...]:
    """Judge every claim, with the finding that its verdict is where nothing else was found."""
    return tuple(_finished(judge_one(claim, incident), incident) for claim in claims)


def judge_one(claim: Claim, incident: Incident) -> Judgement:
    """Judge a claim in its reach, with regard to what is known of its sources: imprint, dates, gaps."""
    judged = _judge_cited(claim, incident)
    leaned = cited_by(claim, incident.citing) or incident.universe
    mine = [r for r in incident.readings if r.source.id in leaned]
    assessment = allowing_for_unread(dated(imprinted(judged, mine), [r.source for r in mine], incident.rules), mine)
    return replace(judged, assessment=assessment)


def _judge_cited(claim: Claim, incident: Incident) -> Judgement:
    """Judge a claim against the sources it cites; where these do not state it, see whether another one does."""
    cited, index, rules = cited_by(claim, incident.citing), incident.index, incident.rules
    universe = index.of_sources(incident.universe)
    judged = judge_claim(claim, index, index.of_sources(cited) if cited else universe, rules, universe)
    if not cited or cited == incident.universe or judged.assessment.verdict is not Verdict.UNSUPPORTED:
        return judged
    wider = judge_claim(claim, index, universe, rules)
    best = next(iter(wider.assessment.evidence), None) if wider.assessment.verdict is Verdict.SUPPORTED else None
    if best is None or best.source in cited or best.score < MISATTRIBUTED_FROM:
        return judged
    reason = f"[{best.source}] says this, not [{', '.join(claim.citations)}]"
    return replace(wider, assessment=replace(wider.assessment, verdict=Verdict.MISATTRIBUTED, reason=reason))


def allowing_for_unread(assessment: Assessment, sources: Iterable[SourceReading]) -> Assessment:
    """Return the assessment, not checkable where no source states the claim and none of them could be read whole."""
    if assessment.verdict is not Verdict.UNSUPPORTED:
        return assessment
    why = {reading.source.id: next((n for n in _UNREAD if n in reading.notes), "") for reading in sources}
    if not why or not all(why.values()):
        return assessment
    named = ", ".join(f"source {source} is {note}" for source, note in sorted(why.items()))
    reason = f"{named}: that it does not state this proves nothing"
    return replace(assessment, verdict=Verdict.NOT_CHECKABLE, reason=reason, findings=())


def _finished(judged: Judgement, incident: Incident) -> Judgement:
    found = standing(judged.assessment)
    whole = replace(judged.assessment, findings=found) if found else judged.assessment
    return replace(judged, assessment=told(whole, incident.citing.missing))


def told(assessment: Assessment, missing: Sequence[str]) -> Assessment:
    """Return the assessment with a word on the cited sources that were not supplied; without what to write instead."""
    lacking = [label for label in assessment.claim.citations if label in missing]
    if not lacking or assessment.verdict is Verdict.NOT_CHECKABLE:
        return assessment
    note = f"; [{', '.join(lacking)}] was not supplied, checked against all sources"
    findings = tuple(replace(f, suggestion="") for f in assessment.findings)
    alone = set(assessment.claim.citations) <= set(missing)
    return replace(assessment, reason=assessment.reason + note, findings=findings, stand_in=alone)

"""Check postmortems and loose texts against sources, from Python."""

from __future__ import annotations

import difflib
import math
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from verifier import standing
from verifier.claims.claims import claims_in, claims_of
from verifier.dating import dated
from verifier.document import document_findings
from verifier.errors import InputError, UsageError
from verifier.evidence.affinity import other_incidents
from verifier.evidence.conflicts import conflicts, with_rivals
from verifier.evidence.index import build
from verifier.evidence.reach import Citing, citing, passages_of
from verifier.explain import explanation
from verifier.facts.analysis import analyse
from verifier.facts.tables import vocabulary
from verifier.gate.rules import in_force
from verifier.judge import Judgement, judge
from verifier.model import (
    Assessment,
    Claim,
    Explanation,
    Kind,
    Postmortem,
    PostmortemReport,
    Report,
    Role,
    Source,
    SourceReading,
    TextAssessment,
    Trouble,
    Verdict,
)
from verifier.problems import problems
from verifier.rulebook import load
from verifier.silence import judge_silence
from verifier.text.copies import near_copies
from verifier.text.reading import read_source
from verifier.unread import silence
from verifier.version import version

_ORDER = tuple(Verdict)
_HELD_ELSEWHERE = frozenset({Verdict.SUPPORTED})


class Verifier:
    """Check claims against a fixed set of sources; the sources are read and indexed once.

    Args: the sources; a folder of own rules and lexicons; rule ids to run alone or to leave out.
    Raises: ConfigError for a bad rule or lexicon file, UsageError for an unknown rule id.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        *,
        rules: Path | None = None,
        select: Collection[str] = (),
        ignore: Collection[str] = (),
        troubles: Sequence[Trouble] = (),
    ) -> None:
        self.rulebook = load(rules, select, ignore)
        self.sources = tuple(s for s in sources if s.role is not Role.EXCLUDE)
        self.troubles = tuple(troubles)
        self.readings = tuple(read_source(s) for s in self.sources)
        self.index = with_rivals(build(self.readings, vocabulary(rules)))

    def check(self, postmortem: Postmortem, *more: Postmortem) -> Report:
        """Check one or several postmortems.

        Raises: InputError where a postmortem has no claims.
        """
        reports = tuple(self._report(p) for p in (postmortem, *more))
        return Report(version(), self.rulebook.digest, reports, self.troubles, in_force(self.rulebook))

    def check_text(self, text: str) -> TextAssessment:
        """Check every sentence of a loose text against all sources.

        The support of the whole is the product of its claims': it is stated where each of them is.
        """
        assessments = tuple(j.assessment for j in self.judgements(text))
        checked = [a for a in assessments if a.verdict is not Verdict.NOT_CHECKABLE]
        verdict = min((a.verdict for a in checked), key=_ORDER.index, default=Verdict.NOT_CHECKABLE)
        support = round(math.prod(a.support for a in checked), 6) if checked else 0.0
        return TextAssessment(verdict, support, assessments)

    def judgements(self, text: str) -> tuple[Judgement, ...]:
        """Judge every sentence of a loose text, keeping what led to each verdict."""
        allowed = passages_of(self.index, [s.id for s in self.sources if s.role is Role.CITED])
        return tuple(self._assess(c, allowed) for c in claims_in(text))

    def explain(self, postmortem: Postmortem, claim_id: str) -> Explanation:
        """Explain the verdict of one claim.

        Raises: UsageError for an id that no claim has.
        """
        claims, _ = claims_of(postmortem)
        chosen = next((c for c in claims if c.id == claim_id), None)
        if chosen is None:
            near = difflib.get_close_matches(claim_id, [c.id for c in claims], n=3, cutoff=0.3)
            raise UsageError(
                "no such claim",
                claim_id,
                f"did you mean {', '.join(near)}?" if near else "see the ids in the JSON report",
            )
        found = citing(postmortem, claims, self.sources)
        judged = self._judge_known(chosen, found, frozenset(self._foreign(postmortem, claims, found)))
        return explanation(replace(judged, assessment=_told(judged.assessment, found)))

    def _report(self, postmortem: Postmortem) -> PostmortemReport:
        claims, not_checked = claims_of(postmortem)
        if not claims:
            raise InputError("has no claims to check", postmortem.path, "check that it is a postmortem")
        found = citing(postmortem, claims, self.sources)
        foreign = self._foreign(postmortem, claims, found)
        judgements = tuple(self._judge_known(c, found, frozenset(foreign)) for c in claims)
        assessments = tuple(_told(_standing(j.assessment), found) for j in judgements)
        findings = (
            *standing.missing_sources(found.missing, claims),
            *document_findings(postmortem, judgements, self.index, self.rulebook),
            *(f for a in assessments for f in a.findings),
        )
        return PostmortemReport(
            postmortem=postmortem,
            sources=self._noted(found, foreign),
            assessments=assessments,
            problems=problems(
                findings,
                claims,
                {**standing.TITLES, **self.rulebook.titles},
                disputed={a.claim.id for a in assessments if a.verdict is Verdict.DISPUTED},
            ),
            source_conflicts=conflicts(self.index, passages_of(self.index, found.universe - set(foreign))),
            not_checked=not_checked,
            findings=findings,
            missing=found.missing,
            resolved=found.resolved,
            mentioned=found.mentioned,
        )

    def _judge_known(self, claim: Claim, found: Citing, foreign: frozenset[str]) -> Judgement:
        """Judge a claim, with regard to what is known of the sources it leans on: their dates, their gaps."""
        judged = self._judge_cited(claim, found, foreign)
        cited = {found.names[label] for label in claim.citations if label in found.names} & found.universe
        leaned = cited or found.universe - foreign
        mine = [r for r in self.readings if r.source.id in leaned]
        assessment = silence(dated(judged.assessment, [r.source for r in mine], self.rulebook), mine)
        return judged if assessment is judged.assessment else replace(judged, assessment=assessment)

    def _judge_cited(self, claim: Claim, found: Citing, foreign: frozenset[str]) -> Judgement:
        """Judge a claim against the sources it cites; where these fail it, see whether another one states it."""
        universe = found.universe - foreign
        cited = {found.names[label] for label in claim.citations if label in found.names} & found.universe
        judged = self._assess(claim, passages_of(self.index, cited or universe))
        if cited and cited != universe and judged.assessment.verdict is Verdict.UNSUPPORTED:
            wider = self._assess(claim, passages_of(self.index, universe))
            if wider.assessment.verdict in _HELD_ELSEWHERE:
                moved = replace(
                    wider.assessment,
                    verdict=Verdict.MISATTRIBUTED,
                    reason=f"source {wider.assessment.evidence[0].source} states this, the cited one does not",
                )
                return replace(wider, assessment=moved)
        return judged

    def _assess(self, claim: Claim, allowed: frozenset[int]) -> Judgement:
        judging = judge_silence if claim.kind is Kind.ABSENCE else judge
        return judging(claim, self.index, allowed, self.rulebook)

    def _foreign(self, postmortem: Postmortem, claims: Sequence[Claim], found: Citing) -> dict[str, str]:
        """Return the sources that nobody cites and that are about another incident."""
        named = set(found.names.values())
        mine = [r for r in self.readings if r.source.id in found.universe]
        if len(mine) < 2 or named.issuperset(r.source.id for r in mine):
            return {}
        analyses = [analyse(c.text, self.index.vocabulary, None, c.material) for c in claims if not c.reason]
        others = other_incidents(analyses, self.index, mine, postmortem.published)
        return {k: v for k, v in others.items() if k not in named}

    def _noted(self, found: Citing, foreign: dict[str, str]) -> tuple[SourceReading, ...]:
        """Return the readings of the sources in reach, with notes on copies and on other incidents."""
        mine = [r for r in self.readings if r.source.id in found.universe or r.source.role is Role.CONTEXT]
        copies = {s: group for group in near_copies(mine) for s in group}
        return tuple(
            replace(
                r,
                notes=(
                    *r.notes,
                    *((foreign[r.source.id],) if r.source.id in foreign else ()),
                    *_copy_note(r.source.id, copies.get(r.source.id, ())),
                ),
            )
            for r in mine
        )


def _standing(assessment: Assessment) -> Assessment:
    """Return the assessment with the finding that its verdict of itself is, where it is one."""
    found = standing.standing(assessment)
    return replace(assessment, findings=found) if found else assessment


def _told(assessment: Assessment, found: Citing) -> Assessment:
    """Return the assessment with a word on the cited sources that were not supplied."""
    missing = [label for label in assessment.claim.citations if label in found.missing]
    if not missing or assessment.verdict is Verdict.NOT_CHECKABLE:
        return assessment
    note = f"; [{', '.join(missing)}] was not supplied, checked against all sources"
    return replace(assessment, reason=assessment.reason + note)


def _copy_note(source: str, group: Sequence[str]) -> tuple[str, ...]:
    others = [s for s in group if s != source]
    return (f"repeats the same text as {', '.join(others)}: one witness",) if others else ()


def worst(assessments: Sequence[Assessment]) -> Verdict:
    """Return the worst verdict; claims that cannot be checked count only alone."""
    return min((a.verdict for a in assessments), key=_ORDER.index, default=Verdict.NOT_CHECKABLE)

"""Check postmortems and loose texts against sources, from Python."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from verifier.claims.claims import claims_in, claims_of
from verifier.data.rulebook import load
from verifier.data.rules_in_force import in_force
from verifier.data.version import version
from verifier.decide import standing
from verifier.decide.incident import Incident, judge_all, judge_claim, judge_one, told
from verifier.decide.judge import Judgement
from verifier.document.findings import document_findings
from verifier.document.missing import missing_sources
from verifier.document.other_incidents import other_incidents
from verifier.document.problems import problems
from verifier.errors import InputError, UsageError, like_named
from verifier.evidence.conflicts import conflicts
from verifier.evidence.passages import Index, build
from verifier.evidence.reach import Citing, citing
from verifier.explanation import explanation
from verifier.facts.analysis import analyse
from verifier.model import (
    Claim,
    Explanation,
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
from verifier.rule_validation import checked
from verifier.text.copies import near_copies
from verifier.text.reading import read_source
from verifier.words.tables import vocabulary

_ORDER = tuple(Verdict)


class Verifier:
    """Check claims against a fixed set of sources.

    A verdict depends on the claim and on the sources in its reach, whatever else is loaded: each postmortem is judged
    against an index of its own sources alone.

    Args: the sources; a folder of own rules and lexicons; rule ids to run alone or to leave out; what reads a source.
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
        read: Callable[[Source], SourceReading] = read_source,
    ) -> None:
        self.rulebook = checked(load(rules, select, ignore))
        self.sources = tuple(sorted((s for s in sources if s.role is not Role.EXCLUDE), key=lambda s: s.id))
        self.troubles = tuple(troubles)
        self._rules_folder = rules
        self._read = read

    def check(
        self, postmortem: Postmortem, *more: Postmortem, reader: Callable[[Report], Report] | None = None
    ) -> Report:
        """Check one or several postmortems; a `reader` reads the report a second time, see SecondReader.

        Raises: InputError where a postmortem has no claims.
        """
        reports = tuple(self._report(p) for p in (postmortem, *more))
        report = Report(version(), self.rulebook.digest, reports, self.troubles, in_force(self.rulebook))
        return reader(report) if reader else report

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
        index = self._whole
        allowed = index.of_sources(s.id for s in self.sources if s.role is Role.CITED)
        return tuple(judge_claim(claim, index, allowed, self.rulebook) for claim in claims_in(text))

    def explain(self, postmortem: Postmortem, claim_id: str) -> Explanation:
        """Explain the verdict of one claim.

        Raises: UsageError for an id that no claim has.
        """
        claims, _ = claims_of(postmortem, self._ids)
        chosen = next((c for c in claims if c.id == claim_id), None)
        if chosen is None:
            hint = like_named(claim_id, (c.id for c in claims), "the ids stand in brackets in the text report")
            raise UsageError("no such claim", claim_id, hint)
        incident, _ = self._incident(postmortem, claims)
        judged = judge_one(chosen, incident)
        return explanation(replace(judged, assessment=told(judged.assessment, incident.citing.missing)))

    def _report(self, postmortem: Postmortem) -> PostmortemReport:
        claims, not_checked = claims_of(postmortem, self._ids)
        if not claims:
            raise InputError("has no claims to check", postmortem.path, "check that it is a postmortem")
        incident, foreign = self._incident(postmortem, claims)
        found = incident.citing
        judgements = judge_all(claims, incident)
        assessments = tuple(j.assessment for j in judgements)
        findings = (
            *missing_sources(found.missing, claims),
            *document_findings(postmortem, judgements, incident.index, self.rulebook),
            *(f for a in assessments for f in a.findings),
        )
        titles = {**standing.TITLES, **self.rulebook.titles}
        disputed = {a.claim.id for a in assessments if a.verdict is Verdict.DISPUTED}
        return PostmortemReport(
            postmortem=postmortem,
            sources=self._noted(found, foreign),
            assessments=assessments,
            problems=problems(findings, claims, titles, disputed),
            source_conflicts=conflicts(incident.index, incident.index.of_sources(incident.universe)),
            not_checked=not_checked,
            findings=findings,
            missing=found.missing,
            resolved=found.resolved,
            mentioned=found.mentioned,
        )

    def _incident(self, postmortem: Postmortem, claims: Sequence[Claim]) -> tuple[Incident, dict[str, str]]:
        """Return what a postmortem may lean on, and the sources about another incident with the reason."""
        found = citing(postmortem, claims, self.sources)
        mine = tuple(r for r in self._readings if r.source.id in found.universe)
        index = self._index(mine)
        foreign = self._foreign(postmortem, claims, found, index, mine)
        return Incident(index, found, mine, frozenset(foreign), self.rulebook), foreign

    def _foreign(
        self,
        postmortem: Postmortem,
        claims: Sequence[Claim],
        found: Citing,
        index: Index,
        mine: Sequence[SourceReading],
    ) -> dict[str, str]:
        """Return the sources that nobody cites and that are about another incident."""
        named = set(found.names.values())
        if len(mine) < 2 or named.issuperset(r.source.id for r in mine):
            return {}
        analyses = [analyse(c.text, index.vocabulary, c.written, c.material) for c in claims if not c.reason]
        others = other_incidents(analyses, index, mine, postmortem.published)
        return {k: v for k, v in others.items() if k not in named}

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(source.id for source in self.sources)

    @cached_property
    def _readings(self) -> tuple[SourceReading, ...]:
        return tuple(map(self._read, self.sources))

    @cached_property
    def _whole(self) -> Index:
        return self._index(self._readings)

    def _index(self, readings: Sequence[SourceReading]) -> Index:
        return build(readings, vocabulary(self._rules_folder))

    def _noted(self, found: Citing, foreign: dict[str, str]) -> tuple[SourceReading, ...]:
        """Return the readings of the sources in reach, with notes on copies and on other incidents."""
        mine = [r for r in self._readings if r.source.id in found.universe or r.source.role is Role.CONTEXT]
        copies = {s: group for group in near_copies(mine) for s in group}
        return tuple(
            replace(
                r, notes=(*r.notes, *_foreign_note(r, foreign), *_copy_note(r.source.id, copies.get(r.source.id, ())))
            )
            for r in mine
        )


def _foreign_note(reading: SourceReading, foreign: dict[str, str]) -> tuple[str, ...]:
    note = foreign.get(reading.source.id)
    return (note,) if note else ()


def _copy_note(source: str, group: Sequence[str]) -> tuple[str, ...]:
    others = [s for s in group if s != source]
    return (f"repeats the same text as {', '.join(others)}: one witness",) if others else ()

"""Tell which claims lean on sentences that are no longer in their article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from verifier.audit.reach import cited_by
from verifier.errors import InputError
from verifier.fetch.keep import changed_sentences
from verifier.fetch.run import Changed
from verifier.model import Assessment, Part, Postmortem, Source, Stance


class Leaning(NamedTuple):
    """Hold a claim that leans on a sentence that an article no longer has."""

    postmortem: str
    claim: str
    words: str
    source: str
    sentence: str


def leaning(postmortems: Sequence[Postmortem], sources: Sequence[Source], changed: Sequence[Changed]) -> list[Leaning]:
    """Return the claims whose evidence, in the articles as they were, stands in a sentence that changed.

    Args: `sources` are the articles as they are now.
    """
    before = {each.entry.id: each for each in changed}
    given = [replace(s, text=before[s.id].old) if s.id in before else s for s in sources]
    return [found for each in postmortems for found in _of(each, given, before)]


def _of(postmortem: Postmortem, sources: Sequence[Source], changed: dict[str, Changed]) -> Iterator[Leaning]:
    from verifier.api import Verifier

    labels = {label.rstrip("/") for label in (*cited_by(postmortem), *(t for _, t in postmortem.references))}
    mine = [s for s in sources if not labels.isdisjoint({s.id, s.url.rstrip("/")})]
    if changed.keys().isdisjoint(s.id for s in mine):
        return
    try:
        reports = Verifier(mine).check(postmortem).reports
    except InputError:
        return
    yield from (found for report in reports for a in report.assessments for found in _leans(postmortem, a, changed))


def _leans(postmortem: Postmortem, assessment: Assessment, changed: dict[str, Changed]) -> Iterator[Leaning]:
    for evidence in assessment.evidence:
        at = changed.get(evidence.source)
        counts = evidence.stance is not Stance.CONTEXT and evidence.part is Part.BODY
        if at and counts and changed_sentences([evidence.text], at.new):
            claim = assessment.claim
            yield Leaning(postmortem.id, claim.id, claim.text, evidence.source, evidence.text)

"""Hold an entry of a list of references against the imprint of articles: their outlets, and who is named as author."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.claims.roles import FieldRole, role_of
from verifier.decide.judge import Judgement
from verifier.model import Assessment, SourceReading, Verdict
from verifier.text.headlines import names_outlet
from verifier.text.tokens import tokenize


def imprinted(judged: Judgement, readings: Sequence[SourceReading]) -> Assessment:
    """Return the assessment of a claim: an entry of references whose names are all in imprints is borne out by them."""
    assessment, case = judged.assessment, judged.case
    open_ = assessment.verdict is Verdict.UNSUPPORTED and role_of(assessment.claim.field) is FieldRole.REFERENCE
    if case is None or not open_:
        return assessment
    names = [case.claim.text[n.start : n.end] for n in case.claim.names]
    found = [next((r.source.id for r in readings if _has(r, name)), "") for name in names]
    if not names or not all(found):
        return assessment
    told = ", ".join(dict.fromkeys(found))
    return replace(assessment, verdict=Verdict.SUPPORTED, reason=f"the outlet or author of source {told}", support=1.0)


def _has(reading: SourceReading, name: str) -> bool:
    """Say whether a name is that of an article's outlet, or stands in its byline."""
    source, wanted = reading.source, {t.key for t in tokenize(name)}
    lines = (source.text[e.start : e.end] for e in reading.excluded if e.reason == "byline")
    return names_outlet(name, source.url, source.outlet) or any(wanted <= {t.key for t in tokenize(x)} for x in lines)

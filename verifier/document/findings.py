"""Report what is wrong with a document by itself: claims that clash, options that do not fit, citations of nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from verifier.data.rulebook import Rule, Rulebook
from verifier.decide.findings import finding_id
from verifier.decide.judge import Judgement
from verifier.document import aims, causes, citations, rationales, self_contradiction, taxonomy
from verifier.document.remark import Remark, Spot
from verifier.evidence.passages import Index
from verifier.model import Claim, Finding, Postmortem, Span


def document_findings(
    postmortem: Postmortem, judgements: Sequence[Judgement], index: Index, rulebook: Rulebook
) -> tuple[Finding, ...]:
    """Return the findings that need no source; what belongs to one error carries the same values."""
    rules = {rule.id: rule for rule in rulebook.rules}
    found = (
        f
        for r in _remarks(postmortem, judgements, index, rulebook)
        if r.rule in rules
        for f in _findings(r, rules[r.rule])
    )
    return tuple({finding.id: finding for finding in found}.values())


def _remarks(
    postmortem: Postmortem, judgements: Sequence[Judgement], index: Index, rulebook: Rulebook
) -> Iterator[Remark]:
    claims = [j.assessment.claim for j in judgements]
    analyses = {j.assessment.claim.id: j.case.claim for j in judgements if j.case}
    return chain(
        taxonomy.check(postmortem, claims, rulebook.extra),
        aims.check(postmortem, claims),
        rationales.check(postmortem, claims),
        causes.check(claims, analyses, index),
        self_contradiction.check(claims, analyses, index),
        citations.check(postmortem, claims),
    )


def _findings(remark: Remark, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each place of a remark, each beside the plainest place of the other side."""
    values = _values(remark)
    sides = ((remark.ours, remark.theirs), (remark.theirs, remark.ours))
    places: list[tuple[Spot | None, Spot | None]]
    places = [(here, there[0] if there else None) for mine, there in sides for here in mine if here.claim]
    for here, other in places or [(None, None)]:
        yield Finding(
            id=finding_id(rule.id, _claim(here), *(values if any(values) else (remark.message, ""))),
            rule=rule.id,
            severity=rule.severity,
            confidence=rule.confidence,
            message=remark.message or _message(here, other),
            claim=_claim(here).id,
            spans=_spans(here),
            values=values,
        )


def _values(remark: Remark) -> tuple[str, str]:
    """Return the words that clash; those of the first place alone where nothing clashes."""
    if remark.theirs:
        return remark.ours[0].said, remark.theirs[0].said
    return (remark.ours[0].said, "") if remark.ours else ("", "")


def _message(here: Spot | None, other: Spot | None) -> str:
    said = [f'{s.field} says "{s.said}"' for s in (here, other) if s]
    return ", ".join(said)


def _claim(here: Spot | None) -> Claim:
    return here.claim if here and here.claim else Claim(id="", field="", start=0, end=0, text="")


def _spans(here: Spot | None) -> tuple[Span, ...]:
    if here is None or here.claim is None or here.span is None:
        return ()
    return (Span(here.claim.start + here.span.start, here.claim.start + here.span.end),)

"""Render how a claim came by its verdict; here, as nowhere else in words, scores are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verifier.formats import records
from verifier.formats.layout import Quote
from verifier.formats.located import Files
from verifier.formats.quotes import Desk
from verifier.formats.records import Record, dumps
from verifier.formats.terminal import WIDTH, Paper
from verifier.formats.visible import visible
from verifier.formats.words import count
from verifier.model import Candidate, Explanation, Feature, Postmortem, PostmortemReport, Source, SourceReading

_NAME = 28


def render(
    explanation: Explanation,
    postmortem: Postmortem,
    sources: Sequence[Source],
    *,
    width: int = WIDTH,
    color: bool = False,
) -> str:
    """Return the explanation as text, wrapped to `width` cells."""
    paper = Paper(width, color=color)
    desk = Desk.of(_report(explanation, postmortem, sources))
    _claim(paper, desk, explanation)
    _candidates(paper, desk, explanation.candidates)
    _listed(paper, "Found in the sentences taken", explanation.matched)
    _listed(paper, "Said otherwise there (claim / source)", explanation.otherwise)
    _listed(paper, "Not found in them", explanation.unmatched)
    _listed(paper, "Rules that stood down", (f"{rule}: {why}" for rule, why in explanation.stood_down))
    _listed(paper, "The second reader", explanation.reader)
    findings = explanation.assessment.findings
    _listed(paper, "Findings", (f"{f.rule} ({f.severity}): {desk.said(f.message)}" for f in findings))
    _features(paper, explanation.features)
    return paper.getvalue()


def json(explanation: Explanation, postmortem: Postmortem, sources: Sequence[Source]) -> str:
    """Return the explanation as JSON."""
    files = Files.of(_report(explanation, postmortem, sources))
    return dumps(as_record(explanation, files), indent=2) + "\n"


def as_record(explanation: Explanation, files: Files) -> Record:
    """Return the explanation as a JSON object: the claim as in a report, and what led to its verdict."""
    return {
        "claim": records.claim(explanation.assessment, files),
        "findings": [records.finding(finding, files) for finding in explanation.assessment.findings],
        "candidates": [
            {"place": records.place(c.place, files), "score": c.score, "taken": c.taken, "reason": c.reason}
            for c in explanation.candidates
        ],
        "matched": list(explanation.matched),
        "otherwise": list(explanation.otherwise),
        "unmatched": list(explanation.unmatched),
        "stood_down": [{"rule": rule, "reason": reason} for rule, reason in explanation.stood_down],
        "features": [feature._asdict() for feature in explanation.features],
    }


def _report(explanation: Explanation, postmortem: Postmortem, sources: Iterable[Source]) -> PostmortemReport:
    readings = tuple(SourceReading(source, ()) for source in sources)
    return PostmortemReport(postmortem, readings, (explanation.assessment,))


def _claim(paper: Paper, desk: Desk, explanation: Explanation) -> None:
    assessment = explanation.assessment
    claim = assessment.claim
    cites = f", cites {', '.join(claim.citations)}" if claim.citations else ""
    paper.line(f"{assessment.verdict}: {desk.said(assessment.reason)}", style="bold")
    paper.line(visible(f"{claim.kind}, support {assessment.support:.3f}{cites}"))
    paper.quote(
        desk.claim(assessment, (*(s for f in assessment.findings for s in f.spans), *assessment.spans)),
        style="bold red",
        indent=4,
    )
    facts = (f'{fact.type} "{fact.text}": {dumps(fact.value)}' for fact in assessment.facts)
    _listed(paper, "Facts of the claim", facts)


def _candidates(paper: Paper, desk: Desk, candidates: Sequence[Candidate]) -> None:
    if not candidates:
        return
    taken = sum(candidate.taken for candidate in candidates)
    _heading(paper, f"{count(len(candidates), 'sentence')} considered, {taken} taken")
    for candidate in candidates:
        sign, word = ("+", "taken") if candidate.taken else ("-", "left")
        paper.item(sign, f"{word}, score {candidate.score:.3f}: {desk.said(candidate.reason)}")
        quote = desk.spot(candidate.place)
        paper.quote(Quote(quote.shown, f"{quote.by}, {candidate.place.part}"), style="", indent=4)


def _features(paper: Paper, features: Sequence[Feature]) -> None:
    if not features:
        return
    _heading(paper, "What made the support (value, weight, part of the log-odds)")
    for f in features:
        paper.line(f"{visible(f.name):<{_NAME}} {f.value:8.3f} {f.weight:+8.3f} {f.part:+8.3f}")
    paper.line(f"{'sum':<{_NAME}} {'':8} {'':8} {sum(f.part for f in features):+8.3f}")


def _listed(paper: Paper, title: str, lines: Iterable[str]) -> None:
    shown = [visible(line) for line in lines]
    if shown:
        _heading(paper, title)
        for line in shown:
            paper.item("-", line)


def _heading(paper: Paper, title: str) -> None:
    paper.line()
    paper.line(title, style="bold")

"""Make cards of problems, of claims that need a look, and of what the sources dispute among themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from verifier.formats.again import again
from verifier.formats.layout import Card, Quote
from verifier.formats.mending import suggested
from verifier.formats.order import MISSING, PLAIN, Unit, verdict_of
from verifier.formats.quotes import Desk, inner, places_of
from verifier.formats.visible import visible
from verifier.formats.words import count, listing, short_id, sureness
from verifier.model import Assessment, Evidence, Finding, Problem, Severity, SourceConflict, Span, Stance, Verdict
from verifier.text.quoting import quotations

_QUOTES = 3
_TOLD = frozenset(
    {
        "",
        "no difference from the sources found",
        "no sentence of the sources says this",
        "no sentence of the sources says all of it",
    }
)
"""Reasons that say no more than a card's title does."""
_CONTEXTS = 1
_TITLES = {
    Verdict.UNSUPPORTED: "no source states this",
    Verdict.PARTIAL: "no sentence of the sources says all of this",
    Verdict.DISPUTED: "the sources disagree on this",
    Verdict.CONTRADICTED: "a source states this otherwise",
    Verdict.MISATTRIBUTED: "another source than the cited one states this",
    Verdict.SUPPORTED: "no difference found, but little to go by: compare the words",
}


def of_unit(desk: Desk, unit: Unit, *, alone: bool = False) -> Card:
    """Make the card of a claim, with the minor problem that names it where there is one; `alone` as in `of_problem`."""
    if unit.problem:
        return of_problem(desk, unit.problem, alone=alone)
    return of_claim(desk, unit.assessment, doubted=True)


def led_by_reason(card: Card) -> Card:
    """Return the card of a claim with its reason as its title: what the verdict says its like say as well."""
    if not card.messages or card.title not in _TITLES.values():
        return card
    return replace(card, title=card.messages[0], messages=card.messages[1:])


def of_problem(desk: Desk, problem: Problem, number: int = 0, *, alone: bool = False) -> Card:
    """Make the card of a problem: the weightiest place and the title in full, other claims that say the same by name.

    Without the claims that are none of its own where it is to stand `alone`.
    """
    findings = sorted((desk.findings[i] for i in problem.findings if i in desk.findings), key=desk.weight)
    claims = [desk.assessments[i] for i in problem.claims if i in desk.assessments]
    first = _first(desk, findings, claims)
    mine = [f for f in findings if first is None or f.claim == first.claim.id] or findings
    sources = _sources(desk, mine, first)
    plain = problem.rule in PLAIN
    more = () if alone else again(desk, problem)
    leads = [a for a in more[:1] if first and desk.in_headline(a) and not desk.in_headline(first)]
    full = [*leads, first] if first else []
    if first and not sources:
        full = claims[:1] if plain else _both(findings, claims)
    listed = list({a.claim.id: a for a in (*full, *claims, *more)}.values())
    standing = first is not None and problem.rule == first.verdict
    return Card(
        title=_title(desk, first) if first and standing else _named(desk, problem, findings),
        number=number,
        severity=problem.severity,
        sure=sureness(max(f.confidence for f in mine)) if mine and not standing and not plain else "",
        sentences=tuple(desk.claim(a, _marks(findings, a, first, plain=plain)) for a in full),
        sources=sources,
        messages=_messages(desk, mine, "" if standing else problem.title, full) + _of_both(desk, first),
        instead=_instead(desk, full) if sources else "",
        suggestion=visible(suggested(desk, problem)),
        also=places(desk, [a for a in listed if a not in full]),
        problem=problem.id,
        claims=tuple(a.claim.id for a in listed),
        verdict=verdict_of(claims) if claims and not plain else None,
        titled=_titled(desk, full, listed),
    )


def of_claim(desk: Desk, assessment: Assessment, *, doubted: bool = False) -> Card:
    """Make the card of a claim that is no problem of its own; `doubted` where a good verdict is not to be relied on."""
    shown = _worth_showing(assessment.evidence, balanced=assessment.verdict == Verdict.DISPUTED)
    doubted = doubted and assessment.verdict == Verdict.SUPPORTED
    values = set(_theirs([assessment.reason], assessment))
    return Card(
        title=_title(desk, assessment),
        sentences=(desk.claim(assessment, [*_spans(assessment.findings, assessment), *assessment.spans]),),
        sources=tuple(desk.evidence(e, values, assessment.verdict, doubted=doubted) for e in shown),
        messages=tuple(filter(None, [reason_of(desk, assessment)])) + _of_both(desk, assessment),
        instead=_instead(desk, [assessment]),
        claims=(assessment.claim.id,),
        verdict=assessment.verdict,
    )


def _marks(findings: Iterable[Finding], claim: Assessment, first: Assessment | None, *, plain: bool) -> Iterable[Span]:
    """Return what to mark in a claim: what its findings or its judgement mark, else the words marked in the first."""
    listed = list(findings)
    own = _inner(listed, claim) or (() if plain else claim.spans)
    if own or plain or first is None or claim is first:
        return own
    start = claim.claim.start
    words = (_words(first.claim.text, first.claim.start, s) for s in _inner(listed, first) or first.spans)
    return [Span(start + s.start, start + s.end) for s in places_of(words, claim.claim.text)]


def _titled(desk: Desk, shown: Sequence[Assessment], claims: Sequence[Assessment]) -> str:
    """Say that the title is one of the claims; as well as others, where it is not all that is shown."""
    also = "" if all(map(desk.in_headline, shown)) else "also "
    return f"{also}in the title" if any(map(desk.in_headline, claims)) else ""


def _of_both(desk: Desk, claim: Assessment | None) -> tuple[str, ...]:
    """Name the sources that say both of what is disputed."""
    if claim is None or claim.verdict != Verdict.DISPUTED:
        return ()
    sides = [{e.source for e in claim.evidence if e.stance == side} for side in (Stance.SUPPORTS, Stance.CONTRADICTS)]
    both = sorted(sides[0] & sides[1])
    return (
        f"{'one source says' if len(both) == 1 else 'sources say'} both: {listing(map(desk.source, both))}",
    ) * bool(both)


def reason_of(desk: Desk, assessment: Assessment) -> str:
    """Return what led to a claim's verdict; empty where that is no more than the verdict says."""
    said = desk.said(assessment.reason)
    return "" if said in _TOLD else said


def of_conflict(desk: Desk, conflict: SourceConflict) -> Card:
    """Make the card of two places where sources state one thing differently."""
    return Card(title=desk.said(conflict.message), sources=(desk.spot(conflict.a), desk.spot(conflict.b)))


def places(desk: Desk, assessments: Iterable[Assessment]) -> tuple[str, ...]:
    """Name the places of claims, each once."""
    found = Counter(desk.place(a) for a in assessments)
    return tuple(name if times == 1 else f"{name} ({count(times, 'time')})" for name, times in found.items())


def severity_of(card: Card) -> Severity:
    """Return a card's severity; claims that are no problem of their own are notes."""
    return card.severity or Severity.NOTE


def _title(desk: Desk, assessment: Assessment) -> str:
    """Say what a verdict means; of a claim that another source states, which one does and which one does not."""
    held = next((e.source for e in assessment.evidence if e.stance == Stance.SUPPORTS), "")
    cited = [label for label in assessment.claim.citations if label not in desk.citing]
    if assessment.verdict != Verdict.MISATTRIBUTED or not held or not cited:
        return _TITLES.get(assessment.verdict, visible(assessment.verdict))
    return f"[{short_id(held)}] says this, not {listing(f'[{visible(label)}]' for label in cited)}"


def _named(desk: Desk, problem: Problem, findings: Iterable[Finding]) -> str:
    """Return a problem's title; of a missing source how often it is cited."""
    if problem.rule != MISSING:
        return desk.said(problem.title)
    labels = desk.lacking(findings)
    if not labels:
        return desk.said(problem.title)
    citing = len({a.claim.id for label in labels for a in desk.citing[label]})
    times = ("listed", "cited once")[citing] if citing < 2 else f"cited {citing} times"
    return f"source {listing(f'[{visible(label)}]' for label in labels)} is {times} and was not supplied"


def _instead(desk: Desk, assessments: Iterable[Assessment]) -> str:
    """Say that claims were read against other sources than the one they cite."""
    labels = dict.fromkeys(label for a in assessments for label in desk.stand_ins.get(a.claim.id, ()))
    if not labels:
        return ""
    verb, others = ("is", "its") if len(labels) == 1 else ("are", "their")
    return f"{listing(f'[{visible(label)}]' for label in labels)} {verb} missing: others were read in {others} place"


def _both(findings: Iterable[Finding], claims: list[Assessment]) -> list[Assessment]:
    """Return the first place of a clash and the first that says something else there; the second where none does."""
    words = {f.claim: (f.spans[0].start, f.spans[0].end) for f in findings if f.spans}
    said = [_words(a.claim.text, a.claim.start, words.get(a.claim.id)) for a in claims]
    other = (a for a, now in zip(claims[1:], said[1:], strict=True) if now not in said[0] and said[0] not in now)
    return [*claims[:1], *filter(None, [next(other, next(iter(claims[1:]), None))])]


def _words(text: str, start: int, span: tuple[int, int] | None) -> str:
    return text[span[0] - start : span[1] - start].casefold() if span else ""


def _first(desk: Desk, findings: list[Finding], claims: list[Assessment]) -> Assessment | None:
    named = (desk.assessments[f.claim] for f in findings if f.claim in desk.assessments)
    return next(named, claims[0] if claims else None)


def _spans(findings: Iterable[Finding], assessment: Assessment) -> list[Span]:
    return [span for f in findings if f.claim == assessment.claim.id for span in f.spans]


def _inner(findings: Iterable[Finding], assessment: Assessment) -> list[Span]:
    """Return the spans of findings in a claim that are not all of it."""
    return inner(assessment.claim, _spans(findings, assessment))


def _messages(desk: Desk, findings: list[Finding], title: str, quoted: list[Assessment]) -> tuple[str, ...]:
    """Return what the findings say beyond the title: nothing where it, or two quoted claims, have both values."""
    texts = [a.claim.text for a in quoted[:2]] if len(quoted) > 1 else []
    told = [f for f in findings if any(f.values) and all(v in title for v in f.values)]
    told += [f for f in findings if all(f.values) and all(any(v in text for text in texts) for v in f.values)]
    new = (f.message for f in findings if f.message != title and f not in told)
    return tuple(said for said in dict.fromkeys(map(desk.said, new)) if said not in _TOLD)[:2]


def _sources(desk: Desk, findings: list[Finding], claim: Assessment | None) -> tuple[Quote, ...]:
    """Quote the evidence of findings; where sources disagree, both sides."""
    disputed = claim is not None and claim.verdict == Verdict.DISPUTED
    listed = claim.evidence if claim and disputed else [e for f in findings for e in f.evidence]
    once = {(e.source, e.part, e.start, e.end): e for e in listed}
    chosen = _worth_showing(once.values(), balanced=disputed)
    told = claim.verdict if claim and any(e.stance != Stance.CONTRADICTS for e in chosen) else None
    values = {f.values[1] for f in findings}
    said = set(_theirs((f.message for f in findings if not any(f.values)), claim)) if claim else set()
    return tuple(desk.evidence(e, values if e.stance == Stance.CONTRADICTS else said, told) for e in chosen)


def _theirs(reasons: Iterable[str], claim: Assessment) -> Iterator[str]:
    """Yield what reasons quote and the claim does not say, which is what a source says; both ends of what is cut."""
    ours = claim.claim.text.casefold()
    for parts in chain.from_iterable(map(quotations, reasons)):
        yield from parts if not any(part.casefold() in ours for part in parts) else ()


def _worth_showing(evidence: Iterable[Evidence], *, balanced: bool) -> list[Evidence]:
    """Keep the few spans that an editor should read: those that decide, and context only where nothing does."""
    listed = list(evidence)
    deciding = [e for e in listed if e.stance != Stance.CONTEXT]
    if not deciding:
        return listed[:_CONTEXTS]
    if not balanced:
        return deciding[:_QUOTES]
    firm = [[e for e in deciding if e.stance == stance][:2] for stance in (Stance.SUPPORTS, Stance.CONTRADICTS)]
    return firm[0] + firm[1]

"""Lay the postmortem out beside its evidence: every field's text with its claims marked, and what backs each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verifier.formats.cards import reason_of
from verifier.formats.html_anchors import anchor
from verifier.formats.html_cards import Printer, Sheet
from verifier.formats.html_facets import Keys
from verifier.formats.html_passages import Passage, Piece, pieces
from verifier.formats.html_prose import prose
from verifier.formats.quotes import inner
from verifier.formats.visible import show
from verifier.formats.words import HELD, section
from verifier.model import Assessment, Field, Span, Stance, Verdict

QUIET = frozenset({Verdict.SUPPORTED, Verdict.NOT_CHECKABLE})
_SHOWN = 3
_BOTH_SIDES = frozenset({Verdict.CONTRADICTED, Verdict.DISPUTED})


@dataclass(frozen=True, slots=True)
class Backing:
    """Hold a claim's verdict, what led to it, and the problems that name it; `number` counts claims from 1.

    `more` are the passages that need not be read to see why.
    """

    number: int
    anchor: str
    evidence: str
    verdict: Verdict
    words: str
    place: str
    reason: str
    passages: tuple[Passage, ...]
    more: tuple[Passage, ...]
    problems: tuple[Sheet, ...]
    keys: Keys
    folded: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold a stretch of a field's text: a claim with its clashing words marked, or what stands between claims."""

    pieces: tuple[Piece, ...]
    claim: Backing | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one field: its text and what backs its claims, side by side."""

    name: str
    anchor: str
    stretches: tuple[Stretch, ...]
    claims: tuple[Backing, ...]


def rows(printer: Printer, sheets: Iterable[Sheet]) -> tuple[Row, ...]:
    """Return a row for every field, and one for each name that claims give and no field has."""
    desk = printer.desk
    naming: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        for claim in sheet.card.claims if sheet.card.problem else ():
            naming.setdefault(claim, []).append(sheet)
    fields = list(desk.report.postmortem.fields)
    groups: dict[int, list[Assessment]] = {number: [] for number in range(len(fields))}
    strays: dict[str, list[Assessment]] = {}
    for a in desk.assessments.values():
        field = desk.field(a)
        number = next((n for n, known in enumerate(fields) if known is field), -1)
        (groups[number] if _stands(field, a) else strays.setdefault(a.claim.field, [])).append(a)
    known = [(fields[n].name, fields[n], group) for n, group in groups.items()]
    return tuple(_numbered(printer, naming, [*known, *((name, None, group) for name, group in strays.items())]))


def _numbered(
    printer: Printer, naming: dict[str, list[Sheet]], parts: Iterable[tuple[str, Field | None, list[Assessment]]]
) -> Iterator[Row]:
    number = 0
    for place, (name, field, group) in enumerate(parts, 1):
        listed = sorted(group, key=lambda a: (a.claim.start, -a.claim.end))
        backings = [_backing(printer, naming.get(a.claim.id, []), a, number + n) for n, a in enumerate(listed, 1)]
        number += len(listed)
        pairs = list(zip(listed, backings, strict=True))
        stretches = _stretches(printer, field, pairs) if field else _listed(pairs)
        yield Row(section(name), anchor("field", printer.prefix, str(place)), tuple(stretches), tuple(backings))


def _stands(field: Field | None, assessment: Assessment) -> bool:
    claim = assessment.claim
    return field is not None and claim.text != "" and field.text[claim.start : claim.end] == claim.text


def _stretches(printer: Printer, field: Field, pairs: list[tuple[Assessment, Backing]]) -> Iterator[Stretch]:
    """Cut a field's text at its claims; of claims that overlap the later one begins where the other ends."""
    done = field.start
    for a, backing in pairs:
        start, end = max(a.claim.start, done), max(a.claim.end, done)
        yield Stretch((Piece(prose(field.text[done:start])),))
        spans = [Span(s.start - start, s.end - start) for s in _marked(printer, a)]
        yield Stretch(pieces(show(field.text[start:end], spans)), backing)
        done = end
    yield Stretch((Piece(prose(field.text[done : field.end])),))


def _listed(pairs: list[tuple[Assessment, Backing]]) -> Iterator[Stretch]:
    for a, backing in pairs:
        yield Stretch(pieces(show(a.claim.text)), backing)
        yield Stretch((Piece("\n"),))


def _backing(printer: Printer, naming: list[Sheet], a: Assessment, number: int) -> Backing:
    desk = printer.desk
    values = {finding.values[1] for finding in printer.library.found(a.claim.id)}
    partly = a.verdict == Verdict.PARTIAL  # what makes it doubtful stands first
    shown = [e for n, e in enumerate(a.evidence) if e.stance != Stance.CONTEXT or (partly and not n)]
    shown = shown or list(a.evidence[:1])
    quotes = (desk.evidence(e, values if e.stance == Stance.CONTRADICTS else (), a.verdict) for e in shown[:_SHOWN])
    passages = tuple(printer.library.passage(quote) for quote in quotes)
    needed = _SHOWN if a.verdict in _BOTH_SIDES else 1
    return Backing(
        number=number,
        anchor=printer.claim_anchor(a.claim.id),
        evidence=anchor("evidence", printer.prefix, a.claim.id),
        verdict=a.verdict,
        words=HELD[a.verdict],
        place=desk.place(a),
        reason=reason_of(desk, a),
        passages=passages[:needed],
        more=passages[needed:],
        problems=tuple(naming),
        keys=printer.facets.keys(printer.library, [a]),
        folded=a.verdict in QUIET and not naming,
    )


def _marked(printer: Printer, a: Assessment) -> list[Span]:
    """Return the spans marked in a claim, by findings and by its judgement, but for those that are all of it."""
    found = (span for finding in printer.library.found(a.claim.id) for span in finding.spans)
    return inner(a.claim, (*a.spans, *found))

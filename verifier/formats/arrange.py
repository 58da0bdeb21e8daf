"""Arrange a postmortem's report: verdict, blind spots, problems, what to read first, disputes, the rest, counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from verifier.formats.cards import led_by_reason, of_claim, of_conflict, of_problem, of_unit
from verifier.formats.headline import headline, numbers, state
from verifier.formats.layout import Card, Fold, View
from verifier.formats.order import Order, order
from verifier.formats.quotes import Desk
from verifier.formats.visible import visible
from verifier.formats.words import RIGHT, SURENESS, clip, count, day, left_out, listing
from verifier.model import Assessment, PostmortemReport, Role, SourceReading, Verdict

_LINKS, _LINK = 3, 60
_HEAD = re.compile(r"""[:;"“(\[]""")


def arrange(report: PostmortemReport) -> View:
    """Return the view that every format draws; that a source is missing is said once, and not on every card."""
    desk = Desk.of(report)
    found = order(desk)
    problems = tuple(of_problem(desk, p, n) for n, p in enumerate(found.problems, 1))
    first = tuple(led_by_reason(of_unit(desk, unit)) for unit in found.first)
    disputed = _disputed(desk, found)
    now = state(desk, found)
    return View(
        state=now,
        headline=f"{now}: {headline(desk, found)}",
        about=about(report),
        numbers=numbers(report),
        blind=_blind(desk),
        problems=problems,
        first=first,
        disputed=disputed,
        rest=_rest(desk, found, (*problems, *first, *disputed)),
        held=_held(desk, (*problems, *first, *disputed)),
        not_checked=_not_checked(report),
        legend=_legend((*problems, *disputed)),
    )


def _rest(desk: Desk, found: Order, above: Iterable[Card]) -> tuple[Fold, ...]:
    """Fold what is left; first what says again what a card above is about."""
    titles = {
        card.problem: f"as in problem {card.number}" if card.number else f"as above: {card.title}" for card in above
    }
    same: dict[str, list[Card]] = {}
    new: list[Card] = []
    for unit in found.rest:
        card, echoed = of_unit(desk, unit, alone=True), found.echoes.get(unit.assessment.claim.id)
        (same.setdefault(titles[echoed.id], []) if echoed else new).append(card)
    return (*(Fold(reason, tuple(cards)) for reason, cards in same.items()), *folded(new))


def folded(cards: Iterable[Card]) -> tuple[Fold, ...]:
    """Fold cards by what their reasons begin with, those without company by their verdict; the most frequent first."""
    listed = list(cards)
    shared = Counter(_reason(card) for card in listed)
    groups: dict[str, list[Card]] = {}
    for card in listed:
        groups.setdefault(_reason(card) if shared[_reason(card)] > 1 else card.title, []).append(card)
    found = (Fold(reason, tuple(group)) for reason, group in groups.items())
    return tuple(sorted(found, key=lambda fold: -len(fold.cards)))


def _reason(card: Card) -> str:
    """Return what a card's reason begins with, up to what is its own; its title where there is no such beginning."""
    message = card.messages[0] if card.messages else ""
    cut = _HEAD.search(message)
    head = message[: cut.start()].strip() if cut else message
    return f"{head} …" if head and cut and cut[0] not in ":;" else head or card.title


def about(report: PostmortemReport, *, listed: bool = False) -> str:
    """Return what was read: title, date and file; of a postmortem `listed` in a table its id, and no file."""
    postmortem = report.postmortem
    title, identity = visible(postmortem.title), visible(postmortem.id)
    name = f"{identity}: {title}" if listed and title else title or identity
    known = [part for part in (day(postmortem.published), "" if listed else visible(postmortem.path)) if part]
    used = [reading for reading in report.sources if reading.source.role == Role.CITED]
    brackets = f" ({', '.join(known)})" if known else ""
    return f"{name}{brackets}, read against {count(len(used), 'source')}"


def _blind(desk: Desk) -> tuple[str, ...]:
    report = desk.report
    lines = [_missing(report.missing)] if report.missing else []
    lines += [] if report.sources else ["no source could be read"]
    for reading in report.sources:
        lines += [f"{desk.source(reading.source.id)}: {desk.said(note)}" for note in _notes(reading)]
    return (*lines, *_mentioned(report), *_excluded(report))


def _mentioned(report: PostmortemReport) -> tuple[str, ...]:
    """Return one line for all links of the text to pages that were not supplied."""
    if not report.mentioned:
        return ()
    number, shown = len(report.mentioned), [clip(visible(label), _LINK) for label in report.mentioned[:_LINKS]]
    more = [f"{number - _LINKS} more"] if number > _LINKS else []
    return (f"{count(number, 'link')} in the text to pages that were not supplied: {listing((*shown, *more))}",)


def _missing(labels: Sequence[str]) -> str:
    verb = "was" if len(labels) == 1 else "were"
    named = listing(f"[{visible(label)}]" for label in labels)
    return f"{named} {verb} not supplied: what cites nothing else was read against the other sources"


def _notes(reading: SourceReading) -> list[str]:
    notes = list(dict.fromkeys((*reading.source.notes, *reading.notes)))
    if reading.source.role != Role.CITED and not notes:
        notes.append("context only, no evidence")
    return notes if reading.sentences or notes else ["holds no sentence"]


def _excluded(report: PostmortemReport) -> tuple[str, ...]:
    reasons = Counter(e.reason for reading in report.sources for e in reading.excluded)
    holding = sum(bool(reading.excluded) for reading in report.sources)
    kinds = left_out(reasons)
    if not kinds:
        return ()
    total = count(reasons.total(), "passage")
    return (f"left out as no evidence: {total} of {count(holding, 'source')} ({kinds})",)


def _disputed(desk: Desk, found: Order) -> tuple[Card, ...]:
    cards = [of_problem(desk, p) for p in found.disputed] + [of_claim(desk, a) for a in found.disputes]
    quoted = {(quote.by.rpartition(": ")[2], quote.shown.text) for card in cards for quote in card.sources}
    conflicts = (of_conflict(desk, c) for c in desk.report.source_conflicts)
    return (*cards, *(c for c in conflicts if any((q.by, q.shown.text) not in quoted for q in c.sources)))


def _held(desk: Desk, above: Iterable[Card]) -> Fold | None:
    """Return the claims where no difference was found, and which of them are shown above for a doubt."""
    held = [a for a in desk.report.assessments if a.verdict == Verdict.SUPPORTED]
    if not held:
        return None
    shown = {claim for card in above for claim in card.claims}
    cards = tuple(_kept(desk, a, doubted=a.claim.id in shown) for a in held)
    doubted = sum(card.doubted for card in cards)
    fields = len({a.claim.field for a in held})
    more = f", {doubted} of them doubted and listed above" if doubted else ""
    return Fold(f"{count(len(held), 'claim')} in {count(fields, 'section')}{more}", cards)


def _kept(desk: Desk, a: Assessment, *, doubted: bool) -> Card:
    return Card("", sentences=(desk.claim(a),), claims=(a.claim.id,), verdict=a.verdict, doubted=doubted)


def _not_checked(report: PostmortemReport) -> tuple[str, ...]:
    """Count the claims that were not checked by reason, and then what is no claim."""
    claims = {
        (a.claim.field, a.claim.start, a.claim.end): a.reason or a.claim.reason or visible(a.claim.kind)
        for a in report.assessments
        if a.verdict == Verdict.NOT_CHECKABLE
    }
    others = {(n.field, n.start, n.end): n.reason for n in report.not_checked}
    beside = Counter(reason for place, reason in others.items() if place not in claims)
    return (
        *(f"{visible(reason)} ({number})" for reason, number in Counter(claims.values()).most_common()),
        *(f"not among these claims: {visible(reason)} ({number})" for reason, number in beside.most_common()),
    )


def _legend(cards: Iterable[Card]) -> tuple[str, ...]:
    """Say what the words of sureness mean that stand on the cards."""
    words = {card.sure for card in cards if card.sure}
    lines = [f"{RIGHT[word]}: {meaning}" for word, meaning in SURENESS.items() if word in words]
    return (*lines, "`verifier rules show RULE` tells how a rule was measured") if lines else ()

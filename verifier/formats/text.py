"""Render a report as plain text for an editor: what to fix first, what the check could not see, counts last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from verifier.formats.cards import severity_of
from verifier.formats.layout import Card, Fold, View
from verifier.formats.overview import ranked, shared, totals, unread
from verifier.formats.terminal import WIDTH, Paper
from verifier.formats.titles import BLIND, DISPUTED, DOUBTED, FIRST, HELD, LEGEND, NOT_CHECKED, PROBLEMS, REST
from verifier.model import Report

_STYLES = {"hold": "bold red", "look": "bold yellow", "clear": "bold green", "nothing checked": "bold yellow"}
_LISTED, _FOLDED = 5, 12


def render(report: Report, *, width: int = WIDTH, color: bool = False) -> str:
    """Return the report as text, wrapped to `width` cells, in colour where a terminal will show it."""
    paper = Paper(width, color=color)
    views = ranked(report)
    if len(views) == 1:
        _one(paper, views[0], unread(report))
    else:
        _many(paper, report, views)
    return paper.getvalue()


def _one(paper: Paper, view: View, troubles: tuple[str, ...]) -> None:
    paper.line(view.headline, style=_STYLES[view.state])
    paper.line(view.about)
    paper.line(view.numbers)
    _blind(paper, view, troubles)
    _section(paper, PROBLEMS, view.problems)
    _section(paper, FIRST, view.first)
    _section(paper, DISPUTED, view.disputed)
    _folds(paper, view.rest)
    _counts(paper, HELD, (_held(view.held),) if view.held else ())
    _counts(paper, NOT_CHECKED, view.not_checked)
    _counts(paper, LEGEND, view.legend)
    if any(quote.id for card in view.cards for quote in card.sentences):
        paper.line()
        paper.line(
            "`verifier explain POSTMORTEM ID --sources PATH` tells how the claim with an id in brackets was judged;"
            " of a table of incidents name one with --incident."
        )


def _blind(paper: Paper, view: View, troubles: tuple[str, ...]) -> None:
    _counts(paper, BLIND, (*troubles, *view.blind))


def _section(paper: Paper, title: str, cards: tuple[Card, ...]) -> None:
    if not cards:
        return
    _heading(paper, title)
    for number, card in enumerate(cards):
        if number:
            paper.line()
        _card(paper, card)


def _counts(paper: Paper, title: str, lines: tuple[str, ...]) -> None:
    if lines:
        _heading(paper, title)
        for line in lines:
            paper.item("-", line)


def _held(fold: Fold) -> str:
    """Return a line for the claims where no difference was found: how many stand where, and are doubted."""
    places: dict[str, list[bool]] = {}
    for card in fold.cards:
        for quote in card.sentences:
            places.setdefault(quote.by, []).append(card.doubted)
    return f"{fold.reason}: {'; '.join(f'{place}{_doubts(doubts)}' for place, doubts in places.items())}"


def _doubts(doubts: list[bool]) -> str:
    number, doubted = len(doubts), sum(doubts)
    said = [f"{doubted} {DOUBTED}" if number > 1 else DOUBTED] if doubted else []
    said = [str(number), *said] if number > 1 else said
    return f" ({', '.join(said)})" if said else ""


def _folds(paper: Paper, folds: Iterable[Fold]) -> None:
    """Add the claims below the reason that they share: where they stand, what is marked, how they begin."""
    listed = list(folds)
    if not listed:
        return
    _heading(paper, REST)
    for fold in listed:
        paper.item("-", f"{fold.reason} ({len(fold.cards)}):")
        quotes = [quote for card in fold.cards for quote in card.sentences]
        for quote in quotes[:_FOLDED]:
            paper.brief(quote, style="bold red", indent=4)
        if left := quotes[_FOLDED:]:
            places = Counter(quote.by for quote in left)
            named = (f"{place} ({number})" if number > 1 else place for place, number in places.items())
            paper.line(f"and {len(left)} more, which other formats list: {'; '.join(named)}", indent=4, hang=2)


def _heading(paper: Paper, title: str) -> None:
    paper.line()
    paper.line(title, style="bold underline")
    if not paper.color:
        paper.line("-" * len(title))


def _card(paper: Paper, card: Card) -> None:
    kind = f" ({card.kind})" if card.kind else ""
    paper.item(f"{card.number}." if card.number else "*", f"{card.title}{kind}", style="bold")
    for quote in card.sentences:
        paper.quote(quote, style="bold red", indent=4)
    for quote in card.sources:
        paper.quote(quote, style="bold cyan", indent=4)
    for message in card.messages:
        paper.line(f"why: {message}", indent=4, hang=5)
    if card.suggestion:
        paper.line(f"write: {card.suggestion}", indent=4, hang=7, style="green")
    if card.also:
        paper.line(f"also in: {'; '.join(card.also)}", indent=4, hang=9)


def _many(paper: Paper, report: Report, views: list[View]) -> None:
    for line in totals(report, views):
        paper.line(line, style="bold")
    if unread(report):
        _counts(paper, "Inputs that could not be read", unread(report))
    for view in views:
        paper.line()
        paper.line(view.headline, style=_STYLES[view.state])
        paper.line(view.about, indent=2)
        paper.line(view.numbers, indent=2)
        _listed(paper, view)
    if any(shared(report, one) for one in report.reports):
        paper.line()
        paper.line("`--incident ID` shows one in full.")


def _listed(paper: Paper, view: View) -> None:
    cards = view.problems
    for card in cards[:_LISTED]:
        where = card.sentences[0].by if card.sentences else ""
        more = f" and {len(card.also)} more" if card.also else ""
        place = f" [{where}{more}]" if where and where not in card.title else ""
        paper.item("-", f"{severity_of(card)}: {card.title}{place}", indent=2)
    left = Counter(severity_of(card) for card in cards[_LISTED:])
    if left:
        paper.item("-", f"and {left.total()} more", indent=2)

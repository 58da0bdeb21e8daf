"""Render a report as Markdown: claim and evidence side by side, nothing from a file taken for markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from verifier.formats.escape import emphasise, escape
from verifier.formats.layout import Card, Fold, Quote, View
from verifier.formats.overview import ranked, totals, unread
from verifier.formats.titles import BLIND, DISPUTED, DOUBTED, FIRST, HELD, LEGEND, NOT_CHECKED, PROBLEMS, REST
from verifier.model import Report


def render(report: Report) -> str:
    """Return the report as Markdown (GFM tables); many postmortems get an index and a section each, worst first."""
    views = ranked(report)
    if len(views) == 1:
        blocks = list(_one(views[0], 1, unread(report)))
    else:
        blocks = ["# " + escape(totals(report, views)[0]), _bullets(totals(report, views)[1:]), _index(views)]
        blocks += _section("## Inputs that could not be read", [_bullets(unread(report))])
        blocks += [block for view in views for block in _one(view, 2, ())]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _one(view: View, level: int, troubles: tuple[str, ...]) -> Iterator[str]:
    head = "#" * (level + 1) + " "
    yield f"{'#' * level} {escape(view.headline)}"
    yield f"{escape(view.about)}. {escape(view.numbers[:1].upper() + view.numbers[1:])}."
    yield from _section(head + BLIND, [_bullets(troubles + view.blind)])
    yield from _section(head + PROBLEMS, _cards(view.problems, head))
    yield from _section(head + FIRST, _cards(view.first, head))
    yield from _section(head + DISPUTED, _cards(view.disputed, head))
    yield from _section(head + REST, map(_fold, view.rest))
    yield from _section(head + HELD, [_listed(view.held.reason, view.held)] if view.held else [])
    yield from _section(head + NOT_CHECKED, [_bullets(view.not_checked)])
    yield from _section(head + LEGEND, [_bullets(view.legend)])


def _cards(cards: Iterable[Card], head: str) -> list[str]:
    return [_card(card, f"#{head}") for card in cards]


def _section(title: str, blocks: Iterable[str]) -> list[str]:
    filled = [block for block in blocks if block]
    return [title, *filled] if filled else []


def _card(card: Card, head: str) -> str:
    kind = card.kind
    number = f"{card.number}. " if card.number else ""
    title = f"{head}{number}{escape(card.title)}{f' ({kind})' if kind else ''}"
    notes = [f"why: {message}" for message in card.messages]
    notes += [f"write: {card.suggestion}"] if card.suggestion else []
    notes += [f"also in: {'; '.join(card.also)}"] if card.also else []
    return "\n\n".join(block for block in (title, _pairs(card), _bullets(notes)) if block)


def _pairs(card: Card) -> str:
    """Set the sentences of the postmortem beside those of the sources, or two sources that differ beside each other."""
    if not (card.sentences or card.sources):
        return ""
    head, left, right = ("Postmortem", "Sources"), card.sentences, card.sources
    if not left:
        head, left, right = ("One source", "Another"), card.sources[::2], card.sources[1::2]
    elif card.twin:
        head, left, right = ("One place", "Another"), card.sentences[::2], card.sentences[1::2]
    rows = zip_longest(map(_cell, left), map(_cell, right), fillvalue="")
    return "\n".join(f"| {a} | {b} |" for a, b in (head, ("---", "---"), *rows))


def _fold(fold: Fold) -> str:
    """List claims that share a reason, below how many they are."""
    return _listed(f"{fold.reason} ({len(fold.cards)})", fold)


def _listed(head: str, fold: Fold) -> str:
    """List claims below what is said of them all."""
    doubts = ((quote, f" ({DOUBTED})" * card.doubted) for card in fold.cards for quote in card.sentences)
    return "\n".join((f"- {escape(head)}", *(f"  - {_cell(quote)}{doubt}" for quote, doubt in doubts)))


def _cell(quote: Quote) -> str:
    by = escape(quote.by) + (f", {escape(quote.id)}" if quote.id else "")
    return f"{emphasise(quote.shown)} — {by}"


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {escape(line)}" for line in lines)


def _index(views: list[View]) -> str:
    rows = (f"| {escape(view.headline)} | {escape(view.about)} |" for view in views)
    return "\n".join(["| Verdict | Postmortem |", "|---|---|", *rows])

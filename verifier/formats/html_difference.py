"""Render what two reports do not have in common as one HTML page: what is new, changed and gone."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.formats.html import fill
from verifier.formats.visible import visible
from verifier.gate.diff import Diff, Item, Turn
from verifier.model import Verdict


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold a problem that differs: its severity, the one `before` where it had another, and `more` claims it is in."""

    severity: str
    before: str
    title: str
    rule: str
    postmortem: str
    claims: tuple[str, ...]
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Hold a claim whose verdict changed."""

    before: str
    after: str
    text: str
    place: str


def render(diff: Diff, headline: str) -> str:
    """Return the page; `headline` is the difference in numbers.

    Raises: UsageError where jinja2 is not installed.
    """
    state, _, numbers = headline.partition(": ")
    risen = [_entry(r.item, r.before if r.before != r.item.severity else "", r.more) for r in diff.risen]
    sections = (
        ("new", "New problems", [_entry(item) for item in diff.new]),
        ("risen", "Problems graded otherwise or found in more places", risen),
        ("gone", "Problems that are gone", [_entry(item) for item in diff.gone]),
    )
    changes = tuple(_change(turn) for turn in diff.changed)
    return fill("difference.html.j2", state=state, numbers=numbers, sections=sections, changes=changes)


def _entry(item: Item, before: str = "", more: tuple[str, ...] = ()) -> Entry:
    return Entry(
        severity=visible(item.severity),
        before=visible(before),
        title=visible(item.title),
        rule=visible(item.rule),
        postmortem=visible(item.postmortem),
        claims=tuple(map(visible, item.claims)),
        more=tuple(map(visible, more)),
    )


def _change(turn: Turn) -> Change:
    return Change(
        _known(turn.before), _known(turn.after), visible(turn.text), visible(f"{turn.postmortem}, {turn.field}")
    )


def _known(verdict: str) -> str:
    """Return a verdict's name; that of nothing checked for one that this version does not know."""
    return verdict if verdict in set(Verdict) else Verdict.NOT_CHECKABLE.value

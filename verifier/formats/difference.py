"""Render what two reports do not have in common, as text, JSON, Markdown or HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from verifier.formats import records
from verifier.formats.escape import escape
from verifier.formats.visible import visible
from verifier.formats.words import count
from verifier.gate.diff import Diff, Item, Rise, Turn

Section = tuple[str, list[str]]


def text(diff: Diff) -> str:
    """Return the difference as plain text."""
    lines = [headline(diff)]
    for title, items in _sections(diff):
        lines += ["", title, *(f"- {item}" for item in items)]
    return "".join(f"{line}\n" for line in lines)


def markdown(diff: Diff) -> str:
    """Return the difference as Markdown."""
    blocks = [f"# {escape(headline(diff))}"]
    for title, items in _sections(diff):
        blocks += [f"## {title}", "\n".join(f"- {escape(item)}" for item in items)]
    return "\n\n".join(blocks) + "\n"


def json(diff: Diff) -> str:
    """Return the difference as JSON."""
    found = {
        "worse": diff.worse,
        "new": [_item(item) for item in diff.new],
        "gone": [_item(item) for item in diff.gone],
        "changed": [turn._asdict() for turn in diff.changed],
        "risen": [{**_item(rise.item), "before": rise.before, "more": list(rise.more)} for rise in diff.risen],
        "claims": {"new": diff.claims_new, "gone": diff.claims_gone},
    }
    return records.dumps(found, indent=2) + "\n"


def html(diff: Diff) -> str:
    """Return the difference as one HTML page."""
    from verifier.formats.html_difference import render

    return render(diff, headline(diff))


RENDERERS: dict[str, Callable[[Diff], str]] = {"text": text, "json": json, "markdown": markdown, "html": html}


def headline(diff: Diff) -> str:
    """Return the difference in numbers."""
    errors = sum(item.severity == "error" for item in diff.new)
    parts = [
        f"{count(len(diff.new), 'new problem')} ({count(errors, 'error')})",
        f"{len(diff.gone)} gone",
        f"{count(len(diff.changed), 'verdict')} changed",
        f"{count(diff.claims_new, 'claim')} new, {diff.claims_gone} gone",
    ]
    return f"{'worse' if diff.worse else 'no worse'}: {', '.join(parts)}"


def changes(diff: Diff) -> Iterator[str]:
    """Yield a line for each problem that is new, graded otherwise or gone."""
    yield from (f"new: {_said(item)}" for item in diff.new)
    yield from (f"changed: {_rise(rise)}" for rise in diff.risen)
    yield from (f"gone: {_said(item)}" for item in diff.gone)


def _sections(diff: Diff) -> Iterator[Section]:
    sections = (
        ("New problems", [_said(item) for item in diff.new]),
        ("Problems graded otherwise or found in more places", [_rise(rise) for rise in diff.risen]),
        ("Changed verdicts", [_turn(turn) for turn in diff.changed]),
        ("Problems that are gone", [_said(item) for item in diff.gone]),
    )
    yield from ((title, items) for title, items in sections if items)


def _said(item: Item) -> str:
    where = f' in "{item.claims[0]}"' if item.claims else ""
    more = f" and {count(len(item.claims) - 1, 'other claim')}" if len(item.claims) > 1 else ""
    return visible(f"{item.severity}: {item.title}{where}{more} [{item.postmortem}]")


def _turn(turn: Turn) -> str:
    return visible(f'{turn.before} to {turn.after}: "{turn.text}" [{turn.postmortem}, {turn.field}]')


def _rise(rise: Rise) -> str:
    graded = f"{rise.before} to {rise.item.severity}" if rise.before != rise.item.severity else rise.item.severity
    more = f"; also in {', '.join(repr(said) for said in rise.more)}" if rise.more else ""
    return visible(f"{graded}: {rise.item.title}{more} [{rise.item.postmortem}]")


def _item(item: Item) -> dict[str, object]:
    return item._asdict() | {"claims": list(item.claims)}

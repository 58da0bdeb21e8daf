"""Tell what the items of a list are by the line that leads in to it: `We plan to:`, `What we did:`."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.claims.items import items
from verifier.claims.phrases import prepare, search
from verifier.claims.roles import FieldRole
from verifier.layout import written
from verifier.model import Field, Span
from verifier.text.patterns import pattern

_LISTED = pattern(r"(?:[-*+•–▪●‣]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t]{1,9}\Z")
_INLINE = pattern(r"(?:[-*+•–▪●‣]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]")
_PAST = pattern(r"\b(?:was|were|had|did|went|happened|occurred|began|failed|broke|led|caused)\b")
_STOPS, _EDGES = (".", "!", "?"), " \t\r\n:–—-…"
_BEFORE, _FAR, _LONGEST = 12, 200, 240


def led(field: Field) -> dict[Span, FieldRole]:
    """Return the items of a document's section whose lead-in says what they are, the lead-in among them where it plans.

    What follows a list, and is set in no further than its lead-in, is no part of it.
    """
    return dict(_led(field)) if field.blocks else {}


def _led(field: Field) -> Iterator[tuple[Span, FieldRole]]:
    around = items(field)
    role: FieldRole | None = None
    indent = 0
    for at, item in enumerate(around):
        after = around[at + 1] if at + 1 < len(around) else None
        listed = _is_listed(field, item)
        found = _role(field, item) if after and _is_listed(field, after) else None
        if found:
            role, indent = found, _indent(field, item)
            if role is FieldRole.PLAN:
                yield item, role
        elif role and (listed or _indent(field, item) > indent):
            yield item, role
        else:
            role = None


def _role(field: Field, item: Span) -> FieldRole | None:
    """Return what the items below a line are, if it leads in to them and says so: it ends in a colon, or in no stop."""
    text = field.text[slice(*item)].strip()
    if len(text) > _LONGEST or text.endswith(_STOPS):
        return None
    low = prepare(text).low.strip(_EDGES)
    plans, tells = search("advice", "leads", low), search("advice", "deeds", low)
    if tells and not plans:
        return FieldRole.FACTS
    return FieldRole.PLAN if plans and not tells and not _PAST.search(low) else None


def _is_listed(field: Field, item: Span) -> bool:
    at, _ = written(field.layout, *item)
    return bool(_LISTED.search(field.raw[max(0, at - _BEFORE) : at]) or _INLINE.match(field.raw, at))


def _indent(field: Field, item: Span) -> int:
    """Return how far the line that an item begins on is set in."""
    at, _ = written(field.layout, *item)
    line = field.raw[max(0, at - _FAR) : at].rpartition("\n")[2]
    return len(line) - len(line.lstrip())

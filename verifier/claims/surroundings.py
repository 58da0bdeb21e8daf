"""Tell what an item of a document is by where it stands: in its head, in a table of contents, alone below a heading."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import groupby
from typing import NamedTuple

from verifier.claims.items import items
from verifier.claims.leaving import links_within
from verifier.claims.phrases import fullmatch, prepare
from verifier.ingest.fields import LEAD
from verifier.model import Field, Span
from verifier.text.datelines import is_date, is_stamp
from verifier.text.lines import verbal
from verifier.text.phases import STATES, is_speaker

_CAPITALS = re.compile(r"(?=.{4,40}\Z)[A-Z]+(?:(?: | & |/|-)[A-Z]+){0,2}:?")
_STOPS = (".", "!", "?")
_EDGES = " .!?,;"
_SECTIONS, _LINKS, _SPEAKERS = 3, 2, 2


class Surroundings(NamedTuple):
    """Hold what the items of a field are told by: where the head of the document ends, and what stands around them.

    `contents` are lines of a table of contents, `answer` is the item that answers the heading above it. A `chat` has
    several lines that say who wrote when, a `notice` updates that say when they were posted.
    """

    head_end: int
    contents: frozenset[Span] = frozenset()
    answer: Span | None = None
    chat: bool = False
    notice: bool = False


def surroundings(field: Field, sections: Collection[str]) -> Surroundings:
    """Return what the items of a field are told by; `sections` are the names of all sections, in lower case."""
    if not field.blocks:
        return Surroundings(field.start)
    texts = [_text(field, item).strip() for item in items(field)]
    return Surroundings(
        _head_end(field),
        _contents(field, sections),
        _answer(field),
        sum(map(is_speaker, texts)) >= _SPEAKERS,
        not STATES.isdisjoint(texts) and any(map(is_stamp, texts)),
    )


def is_heading(field: Field, item: Span) -> bool:
    """Tell whether an item is a heading in capitals alone, above more of its field."""
    return item.end < field.end and bool(_CAPITALS.fullmatch(_text(field, item).strip()))


def _head_end(field: Field) -> int:
    """Return where the head of a document ends: before the first sentence or heading above its sections."""
    if field.name != LEAD:
        return field.start
    return next((item.start for item in items(field) if is_heading(field, item) or _is_prose(field, item)), field.end)


def _is_prose(field: Field, item: Span) -> bool:
    """Tell whether an item is a sentence, and no notice on the document."""
    low = prepare(_text(field, item)).low.strip()
    return low.endswith(_STOPS) and verbal(low.split()) and not fullmatch("meta", "properties", low.strip(_EDGES))


def _contents(field: Field, sections: Collection[str]) -> frozenset[Span]:
    """Return the items of a field that are of a table of contents: links into the document, or names of its sections.

    One of them alone, or names of sections behind the first heading, may well state something.
    """
    found: set[Span] = set()
    lines = items(field)
    for linking, run in groupby(lines, lambda item: links_within(field, item)):
        linked = list(run) if linking else []
        found.update(linked if len(linked) >= _LINKS else ())
    for named, run in groupby(lines if field.name == LEAD else (), lambda item: fold(_text(field, item)) in sections):
        names = list(run) if named else []
        found.update(names if len(names) >= _SECTIONS else ())
    return frozenset(found)


def _answer(field: Field) -> Span | None:
    """Return the item that answers the heading above it: the first below it, and the only time or date there."""
    around = items(field)
    if field.name == LEAD or not around:
        return None
    times = sum(is_date(_text(field, each).lower().split()) for each in around)
    return around[0] if len(around) == 1 or times == 1 else None


def fold(text: str) -> str:
    """Return a name as names are compared: without case, with single spaces."""
    return " ".join(text.casefold().split())


def _text(field: Field, item: Span) -> str:
    return field.text[slice(*item)]

"""Read a sentence once for all that its kind and its material depend on: where it begins, its subject, its wrapping."""

from __future__ import annotations

import re
from typing import NamedTuple

from verifier.claims.phrases import MARK, Prepared, match, says, search, spans
from verifier.claims.roles import options
from verifier.model import Span
from verifier.text.addresses import BEGINS, written

_LIST_MARK = re.compile(r"\s*(?:(?:[(\[][a-z][)\]]|\d{1,2}[.)]|[-*•–])(?=\s)|step\s\d{1,2}:)\s*")
_CLASS = re.compile(r"\(?([a-z][\w-]{2,40})[:)]\s*")
_SKIP = re.compile(rf"[\s{MARK},;:.!?-]*")
_HARD = re.compile(r"[A-Z][\w&'-]*|\d[\d.,]*|\"")
_ADDRESS = written(BEGINS)
_SEE = r"(?:see(?: also)?|sources?)\b:? (?:at )?"
_REFERRED = re.compile(rf"[(\[](?:{_SEE})?{_ADDRESS}[)\]]|\b{_SEE}{_ADDRESS}")
"""An address to which the reader is sent; any other is what the sentence speaks of."""
_MAX_LEADS = 4
_ENOUGH = 2


class Reading(NamedTuple):
    """Hold a prepared sentence and the spans of its wrapping.

    `first` is where it begins behind list number and class, `start` behind its lead-ins. `head` is the subject that all
    such sentences share with the verb that goes with it and the class it puts the incident into, `asides` say that it
    repeats the articles or where to read of it, `tail` is what the writer makes of it.
    """

    text: str
    low: str
    first: int
    start: int
    head: Span
    asides: tuple[Span, ...]
    tail: Span | None

    @property
    def wrapping(self) -> tuple[Span, ...]:
        """Return the spans at the beginning and inside that state nothing."""
        return (Span(0, self.start), self.head, *self.asides)


def read(prepared: Prepared) -> Reading:
    """Return a sentence with its wrapping found."""
    first = _begin(prepared.low)
    start = _behind_leads(prepared.low, first)
    addressed = "://" in prepared.low or "www." in prepared.low
    referred = [Span(*found.span()) for found in _REFERRED.finditer(prepared.low, start)] if addressed else ()
    asides = (*spans("wrapping", "asides", prepared.low, start), *referred)
    return Reading(prepared.text, prepared.low, first, start, _head(prepared.low, start), asides, _tail(prepared))


def hard(text: str, start: int, end: int) -> bool:
    """Tell whether names, figures or quotations stand in `text[start:end]` that do not stand before it."""
    return any(found[0] not in text[:start] for found in _HARD.finditer(text, start, end))


def _skip(low: str, at: int) -> int:
    found = _SKIP.match(low, at)
    return found.end() if found else at


def _begin(low: str) -> int:
    mark = _LIST_MARK.match(low)
    at = _skip(low, mark.end() if mark else 0)
    label = _CLASS.match(low, at)
    return label.end() if label and label[1] in options() else at


def _behind_leads(low: str, at: int) -> int:
    for _ in range(_MAX_LEADS):
        found = match("wrapping", "leads", low, at)
        if not found:
            break
        at = _skip(low, found.end())
    return at


def _head(low: str, start: int) -> Span:
    found = match("wrapping", "subjects", low, start)
    if not found:
        return Span(start, start)
    put_into = match("judgement", "classes", low, _skip(low, found.end()))
    return Span(start, put_into.end() if put_into else found.end())


def _tail(prepared: Prepared) -> Span | None:
    """Return the end of a sentence in which the writer only interprets, or its verb alone where facts follow."""
    found = search("wrapping", "tails", prepared.low)
    if not found or not says(prepared.low[: found.start()], _ENOUGH):
        return None
    size = len(prepared.low)
    return Span(found.start(), found.end() if hard(prepared.text, found.end(), size) else size)

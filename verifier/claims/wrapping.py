"""Find the spans of a claim that carry what is to be checked, without markers, lead-ins and interpretation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verifier.claims.phrases import MARK, Prepared, content, mask, phrases, prepare, spans
from verifier.claims.roles import options
from verifier.model import Span

_LIST_MARK = re.compile(r"\s*(?:(?:[(\[][a-z][)\]]|\d{1,2}[.)]|[-*•–])(?=\s)|step\s\d{1,2}:)\s*")
_CLASS = re.compile(r"\(?([a-z][\w-]{2,40})[:)]\s*")
_EDGE = rf"\s{MARK},;:.!?-"
_SKIP = re.compile(rf"[{_EDGE}]*")
_PIECE = re.compile(rf"[^{MARK}]+")
_HARD = re.compile(r"[A-Z][\w&'-]*|\d[\d.,]*|\"")
_MAX_LEADS = 4
_ENOUGH = 2


def begin(low: str) -> int:
    """Return where a prepared sentence begins behind list number and option label."""
    mark = _LIST_MARK.match(low)
    at = _skip(low, mark.end() if mark else 0)
    label = _CLASS.match(low, at)
    return label.end() if label and label[1] in options() else at


def opening(low: str) -> int:
    """Return where a prepared sentence begins behind its list marks and lead-ins."""
    at = begin(low)
    for _ in range(_MAX_LEADS):
        found = phrases("wrapping", "leads").match(low, at)
        if not found:
            break
        at = _skip(low, found.end())
    return at


def _skip(low: str, at: int) -> int:
    found = _SKIP.match(low, at)
    return found.end() if found else at


def hard(text: str, start: int, end: int) -> bool:
    """Tell whether names, figures or quotations stand in `text[start:end]` that do not stand before it."""
    return any(match[0] not in text[:start] for match in _HARD.finditer(text, start, end))


def tail(prepared: Prepared) -> Span | None:
    """Return the end of a sentence in which the writer only interprets, down to its verb where facts follow."""
    found = phrases("wrapping", "tails").search(prepared.low)
    if not found or content(prepared.low[: found.start()]) < _ENOUGH:
        return None
    size = len(prepared.low)
    return Span(found.start(), found.end() if hard(prepared.text, found.end(), size) else size)


def _wrapping(prepared: Prepared, start: int) -> Iterable[Span]:
    yield Span(0, start)
    if head := phrases("wrapping", "subjects").match(prepared.low, start):
        yield Span(*head.span())
    yield from spans(phrases("wrapping", "asides"), prepared.low, start)
    if end := tail(prepared):
        yield end


def _pieces(masked: str) -> tuple[Span, ...]:
    """Return what is left between the masked spans, without the punctuation at its edges."""
    found = []
    for match in _PIECE.finditer(masked):
        piece = match[0]
        start = match.start() + len(piece) - len(piece.lstrip(" \t\r\n,;:.!?-"))
        end = match.end() - len(piece) + len(piece.rstrip(" \t\r\n,;:.!?-"))
        if start < end:
            found.append(Span(start, end))
    return tuple(found)


def material_of(prepared: Prepared) -> tuple[Span, ...]:
    """Return the spans of a prepared claim that carry checkable content."""
    masked = mask(prepared.low, _wrapping(prepared, opening(prepared.low)))
    if content(masked) < _ENOUGH:
        masked = mask(prepared.low, [Span(0, begin(prepared.low))])
    return _pieces(masked)


def material(text: str) -> tuple[Span, ...]:
    """Return the spans of a claim's text that carry checkable content, in order."""
    return material_of(prepare(text))

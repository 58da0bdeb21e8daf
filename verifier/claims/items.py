"""Cut a field's value into items: lines, numbered and lettered items, bullets; each without its number or label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from verifier.claims.numbering import numbers
from verifier.claims.roles import options
from verifier.model import Field, Span

_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"\r\n|[\r\n]")
_WINDOW = 24
_MARKED = re.compile(r"\s*(?:\d{1,2}[.)]\s|\([a-z]\)\s|[-*•–+]\s|#{1,6}\s|step\s\d{1,2}:|\|)", re.IGNORECASE)
_STOPPED = re.compile(r"[.:!?;\])\"'”’|]\s*$")
_LETTER = re.compile(r"(?<!\S)[(\[]([a-z])[)\]]\s{1,20}")
_BULLET = re.compile(r"(?<!\S)[-*•–]\s{1,20}(?=[^\W\d_]|[\"“'‘<\[\d$£€])")
_STEP = re.compile(r"(?<!\S)step\s\d{1,2}:\s{0,20}", re.IGNORECASE)
_LABEL = re.compile(r"(?:\(([\w-]{3,40})\)|([\w-]{3,40}):)\s{0,20}")
_HEADING = re.compile(
    r"(?i:(?:the )?(?:software )?failure incidents? (?:related to|relating to|occurring due to|having happened)"
    r"[^.:;\n]{1,90}:)(?=\s|$)"
    r"|(?i:people(?:'s)?|non-human entities|there were) [^.\n]{1,90} (?:due to|because of|of) the software failure"
    r"(?: that did not occur)?(?=\s+[A-Z-]|$)"
)


class Item(NamedTuple):
    """Mark what an item says, without its number, letter or label; `label` is the class it explains, if any."""

    start: int
    end: int
    label: str = ""


def _lines(text: str, span: Span, *, soft: bool) -> Iterator[Span]:
    """Yield the lines; one that runs on is joined with the next, unless an empty line or a list mark parts them."""
    lines = [Span(*match.span()) for match in _LINE.finditer(text, *span) if not match[0].isspace()]
    start = span.start
    for line, after in zip_longest(lines, lines[1:]):
        if after is None or not _runs_on(text, line, after, soft=soft):
            yield Span(start, line.end)
            start = line.end


def _runs_on(text: str, line: Span, after: Span, *, soft: bool) -> bool:
    if len(_BREAK.findall(text, line.end, after.start)) > 1 or _MARKED.match(text, *after):
        return False
    return soft or not _STOPPED.search(text, max(line.start, line.end - _WINDOW), line.end)


def _cut(span: Span, markers: tuple[Span, ...]) -> Iterator[Span]:
    """Yield what lies before, between and behind the markers."""
    start = span.start
    for marker in markers:
        yield Span(start, marker.start)
        start = marker.end
    yield Span(start, span.end)


def _after_stop(text: str, start: int, at: int) -> bool:
    before = text[max(start, at - _WINDOW) : at].rstrip()
    return not before or before[-1] in '.:!?;])"”’'


def _letters(text: str, span: Span) -> tuple[Span, ...]:
    """Return the letters of options, which rise and stand behind a stop."""
    last, chosen = "", []
    for match in _LETTER.finditer(text, *span):
        if match[1] > last and _after_stop(text, span.start, match.start()):
            chosen.append(Span(*match.span()))
            last = match[1]
    return tuple(chosen)


def _bullets(text: str, span: Span) -> tuple[Span, ...]:
    found = [Span(*match.span()) for match in _BULLET.finditer(text, *span)]
    return tuple(bullet for bullet in found if _bullet_place(text, span.start, bullet.start))


def _bullet_place(text: str, start: int, at: int) -> bool:
    before = text[max(start, at - _WINDOW) : at].rstrip()
    return not before or before[-1] in ".:!?]"


def _steps(text: str, span: Span) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in _STEP.finditer(text, *span))


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _labelled(text: str, span: Span) -> Iterator[Item]:
    """Yield the item without the class that stands before it; a heading is an item of its own."""
    start, end = _trim(text, span)
    match = _LABEL.match(text, start, end)
    label = (match[1] or match[2]).lower() if match else ""
    if match and label in options():
        yield from _headed(text, Span(match.end(), end), label)
    else:
        yield from _headed(text, Span(start, end), "")


def _headed(text: str, span: Span, label: str) -> Iterator[Item]:
    heading = _HEADING.match(text, *span)
    parts = (Span(span.start, heading.end()), Span(heading.end(), span.end)) if heading else (span,)
    for part in parts:
        start, end = _trim(text, part)
        if start < end or (label and not heading):
            yield Item(start, end, label)


def _divide(text: str, line: Span) -> Iterator[Span]:
    for numbered in _cut(line, numbers(text, *line)):
        for lettered in _cut(numbered, _letters(text, _trim(text, numbered))):
            for stepped in _cut(lettered, _steps(text, lettered)):
                yield from _cut(stepped, _bullets(text, _trim(text, stepped)))


def items_in(text: str, span: Span, *, soft: bool = False) -> Iterator[Item]:
    """Yield the items of `text[span]`; `soft` says that a single line break is no more than a space."""
    for line in _lines(text, span, soft=soft):
        for part in _divide(text, line):
            yield from _labelled(text, part)


def items(field: Field) -> tuple[Item, ...]:
    """Return the items of a field in order, cut within its blocks where it has any."""
    blocks = field.blocks or (Span(field.start, field.end),)
    return tuple(item for block in blocks for item in items_in(field.text, block, soft=bool(field.blocks)))

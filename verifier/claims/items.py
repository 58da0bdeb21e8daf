"""Cut a field's value into items: lines, numbered and lettered items, bullets; each without its number or label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from verifier.claims.lines import last, lines, trim
from verifier.claims.numbering import numbers, without_numbers
from verifier.claims.roles import options
from verifier.model import Field, Span
from verifier.text.chats import entry, is_chat

# A sign is looked for first, then that no word stands before it: a search for one character is fast.
_LETTER = re.compile(r"[(\[](?<!\S.)([a-z])[)\]]\s{1,20}")
_ROMAN = re.compile(r"\([ivx]{2,5}\)\s{1,20}(?=\w)")
_BULLET = re.compile(r"[-*•–](?<!\S.)\s{1,20}(?=[^\W\d_]|[\"“'‘<\[\d$£€])")
_STEP = re.compile(r"[Ss](?<!\S.)(?i:tep)\s\d{1,2}:\s{0,20}")
_LABEL = re.compile(r"(?:\(([\w-]{3,40})\)|([\w-]{3,40}):)\s{0,20}")
_HEADING = re.compile(
    r"(?i:(?:the )?(?:software )?failure incidents? (?:related to|relating to|occurring due to|having happened)"
    r"[^.:;\n]{1,90}:)(?=\s|$)"
    r"|(?i:people(?:'s)?|non-human entities|there were) [^.\n]{1,90} (?:due to|because of|of) the software failure"
    r"(?: that did not occur)?(?=\s+[A-Z-]|$)"
)
_STOPS = frozenset({"", *'.:!?;])"”’'})
_BULLET_STOPS = frozenset({"", *".:!?]"})


def _cut(span: Span, markers: tuple[Span, ...]) -> Iterator[Span]:
    """Yield what lies before, between and behind the markers."""
    start = span.start
    for marker in markers:
        yield Span(start, marker.start)
        start = marker.end
    yield Span(start, span.end)


def _letters(text: str, span: Span) -> tuple[Span, ...]:
    """Return the letters of options, which rise and stand behind a stop, and a Roman number that opens the text."""
    letter = ""
    opened = _ROMAN.match(text, *span)
    chosen = [Span(*opened.span())] if opened else []
    for match in _LETTER.finditer(text, *span):
        if match[1] > letter and last(text, span.start, match.start()) in _STOPS:
            chosen.append(Span(*match.span()))
            letter = match[1]
    return tuple(chosen)


def _bullets(text: str, span: Span) -> tuple[Span, ...]:
    found = _BULLET.finditer(text, *span)
    return tuple(Span(*match.span()) for match in found if last(text, span.start, match.start()) in _BULLET_STOPS)


def _steps(text: str, span: Span) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in _STEP.finditer(text, *span))


def _divide(text: str, line: Span) -> Iterator[Span]:
    for numbered in _cut(line, numbers(text, *line)):
        for lettered in _cut(numbered, _letters(text, trim(text, numbered))):
            for stepped in _cut(lettered, _steps(text, lettered)):
                yield from _cut(stepped, _bullets(text, trim(text, stepped)))


def _unlabelled(text: str, span: Span) -> Span:
    """Return the span without the class of the taxonomy that stands before it."""
    start, end = trim(text, span)
    match = _LABEL.match(text, start, end)
    return Span(match.end() if match and (match[1] or match[2]).lower() in options() else start, end)


def _headed(text: str, span: Span) -> Iterator[Span]:
    """Yield a heading apart from what it stands above."""
    heading = _HEADING.match(text, *span)
    parts = (Span(span.start, heading.end()), Span(heading.end(), span.end)) if heading else (span,)
    for part in parts:
        item = trim(text, part)
        if item.start < item.end:
            yield item


def _told(text: str, line: Span) -> int:
    """Return where the message of a line of a chat begins: behind who wrote it, and when."""
    begun = trim(text, line)
    at = entry(text, *begun)
    return at if at > begun.start else line.start


def items_in(text: str, span: Span, *, soft: bool = False, chat: bool = False) -> Iterator[Span]:
    """Yield the items of `text[span]`; `soft` says that a single line break may be no more than a space."""
    for line in lines(text, span, soft=soft, chat=chat):
        told = _told(text, line) if chat else line.start
        if told > line.start:
            yield trim(text, Span(line.start, told))
        for part in _divide(text, Span(told, line.end)):
            yield from _headed(text, _unlabelled(text, part))


@lru_cache(maxsize=128)
def items(field: Field) -> tuple[Span, ...]:
    """Return the items of a field in order, cut within its blocks where it has any."""
    blocks = field.blocks or (Span(field.start, field.end),)
    soft, chat = bool(field.blocks), is_chat_in(field)
    found = tuple(item for block in blocks for item in items_in(field.text, block, soft=soft, chat=chat))
    return without_numbers(field.text, found) if field.blocks else found


@lru_cache(maxsize=128)
def is_chat_in(field: Field) -> bool:
    """Tell whether a section of a document is a chat."""
    return bool(field.blocks) and is_chat(list(filter(None, map(str.strip, field.value.splitlines()))))

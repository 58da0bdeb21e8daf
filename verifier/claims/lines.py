"""Cut text into lines, joining those that run on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from verifier.model import Span
from verifier.text.phases import begins_with_head, is_speaker

_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"\r\n|[\r\n]")
_MARKED = re.compile(r"\s*(?:\d{1,2}[.)]\s|\([a-z]\)\s|[-*•–+]\s|#{1,6}\s|step\s\d{1,2}:|\|)", re.IGNORECASE)
_TIMED = re.compile(r"\s*[*_`\[(]{0,3}(?:\d{4}-\d\d-\d\d[T ]{1,3})?\d{1,2}:\d\d\b")
_STOPPED = re.compile(r"[.:!?;\])\"'”’|]\s*$")
_WINDOW = 24


def lines(text: str, span: Span, *, soft: bool) -> Iterator[Span]:
    """Yield the lines of `text[span]`; one that runs on is joined with the next.

    An empty line, a list mark and the next time in a list of times (`Resolved at 16:20`) always part lines, a stop does
    unless `soft` says that breaks are no more than spaces.
    """
    found = [Span(*match.span()) for match in _LINE.finditer(text, *span) if not match[0].isspace()]
    start = span.start
    for line, after in zip_longest(found, found[1:]):
        timed = after is not None and _is_timed(text, *after) and _is_timed(text, start, line.end)
        if after is None or timed or not _runs_on(text, line, after, soft=soft):
            yield Span(start, line.end)
            start = line.end


def _is_timed(text: str, start: int, end: int) -> bool:
    while start < end and text[start].isspace():
        start += 1
    return bool(_TIMED.match(text, start, end)) or begins_with_head(text, start, end)


def _runs_on(text: str, line: Span, after: Span, *, soft: bool) -> bool:
    if len(_BREAK.findall(text, line.end, after.start)) > 1 or _MARKED.match(text, *after):
        return False
    if is_speaker(text[slice(*line)]) or is_speaker(text[slice(*after)]):
        return False
    return soft or not _STOPPED.search(text, max(line.start, line.end - _WINDOW), line.end)


def last(text: str, start: int, at: int) -> str:
    """Return the last character before `at` that is no white space, empty where the text begins there."""
    return text[max(start, at - _WINDOW) : at].rstrip()[-1:]


def trim(text: str, span: Span) -> Span:
    """Return the span without the white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)

"""Cut text into lines, joining those that run on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from verifier.claims.phrases import says
from verifier.model import Span
from verifier.text import mails
from verifier.text.chats import entry, is_reported, is_small_talk, is_speaker
from verifier.text.phases import begins_with_head, is_head, is_time

_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"\r\n|[\r\n]")
_MARKED = re.compile(r"\s*(?:\d{1,2}[.)]\s|\([a-z]\)\s|[-*•–+]\s|#{1,6}\s|step\s\d{1,2}:|\|)", re.IGNORECASE)
_TIMED = re.compile(r"\s*[*_`\[(]{0,3}(?:\d{4}-\d\d-\d\d[T ]{1,3})?\d{1,2}:\d\d\b")
_STOPPED = re.compile(r"[.:!?;\])\"'”’|]\s*$")
CAPITALS = re.compile(r"(?=.{4,60}\Z)(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]? )?[A-Z]+(?:(?: | & |/|-)[A-Z]+){0,5}:?")
"""A heading in capitals alone."""
_WINDOW, _WRAPPED, _NARROW = 24, 40, 60


def lines(text: str, span: Span, *, soft: bool, chat: bool = False) -> Iterator[Span]:
    """Yield the lines of `text[span]`; one that runs on is joined with the next.

    An empty line, a list mark, the next time in a list of times (`Resolved at 16:20`) and who writes next in a `chat`
    always part lines. A stop does, unless `soft` says that breaks wrap a text: then a break that wraps nothing does.
    """
    found = [Span(*match.span()) for match in _LINE.finditer(text, *span) if not match[0].isspace()]
    width = _width([text[slice(*line)].strip() for line in found]) if soft else 0
    start = span.start
    for line, after in zip_longest(found, found[1:]):
        timed = after is not None and _is_timed(text, *after) and _is_timed(text, start, line.end)
        if after is None or timed or not _runs_on(text, line, after, width, chat=chat):
            yield Span(start, line.end)
            start = line.end


def _width(found: Sequence[str]) -> int:
    """Return to what width a paragraph is wrapped: that of its longest line, or a common one where none runs on."""
    runs_on = any(len(a) >= _WRAPPED and b[:1].islower() and not _STOPPED.search(a) for a, b in pairwise(found))
    return max((*map(len, found), 0 if runs_on else _NARROW))


def _is_timed(text: str, start: int, end: int) -> bool:
    while start < end and text[start].isspace():
        start += 1
    return bool(_TIMED.match(text, start, end)) or begins_with_head(text, start, end)


def _runs_on(text: str, line: Span, after: Span, width: int, *, chat: bool) -> bool:
    if len(_BREAK.findall(text, line.end, after.start)) > 1 or _MARKED.match(text, *after):
        return False
    one, other = text[slice(*line)].strip(), text[slice(*after)].strip()
    if any(is_speaker(each, chat=chat) or (chat and _says_little(each)) for each in (one, other)):
        return False
    if mails.is_rule(one) or mails.is_head(other):
        return False
    if not width:
        return not _STOPPED.search(text, max(line.start, line.end - _WINDOW), line.end)
    return not _breaks(one, other, width)


def _says_little(line: str) -> bool:
    """Tell whether a line of a chat is a message of its own: one after its speaker, small talk, a time."""
    return entry(line, 0, len(line)) > 0 or is_small_talk(line, chat=True) or is_reported(line) or is_time(line)


def _breaks(line: str, after: str, width: int) -> bool:
    """Tell whether a break wraps nothing: the next word had found room, and begins something new.

    The time at the head of an entry stays with what it tells, and a line that a comma or a word of grammar leaves open
    runs on.
    """
    if len(line) + 1 + len(after.split(maxsplit=1)[0]) > width or is_head(line):
        return False
    if CAPITALS.fullmatch(line):
        return any(map(str.islower, after))
    if "@" in after.split(maxsplit=1)[0]:
        return True
    open_end = line.endswith((",", "-", "–", "—", "(")) or not says(line.lower().split()[-1])
    begun = not open_end and not after[0].islower() and not after[0].isdigit()
    return begun or line.endswith((".", "!", "?"))


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

"""Show what comes from files harmlessly: control, bidirectional and zero-width characters become visible escapes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verifier.model import Span

_SHOWN = "!-~¡-¬®-ɏ‐-‧‰-⁞€"
"""Ranges of characters that show as themselves: of ASCII, of other Latin letters, and of typography."""
_PLAIN = re.compile(rf"(?:[{_SHOWN}]+(?: (?=[{_SHOWN}]))?)*+")
_ODD = re.compile(rf"(?! [{_SHOWN}])[^{_SHOWN}]+")
"""Runs of what may not show as itself: all but single blanks between words."""
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


class Shown(NamedTuple):
    """Hold a text that is safe to show, and the spans of it to be marked."""

    text: str
    marks: tuple[Span, ...] = ()


def visible(text: str) -> str:
    """Return the text on one line, with every character that would act or hide instead of showing escaped."""
    return text if _PLAIN.fullmatch(text) else _ODD.sub(lambda run: "".join(_pieces(run[0])), text).strip()


def show(text: str, marks: Iterable[Span] = ()) -> Shown:
    """Return the text as `visible` does, with the marks (spans of `text`) carried over, in order and disjoint."""
    if _PLAIN.fullmatch(text):
        return Shown(text, tuple(merge(marks, len(text))))
    pieces = list(_pieces(text))
    lead = 1 if pieces and pieces[0] == " " else 0
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    shown = "".join(pieces).strip()
    moved = (_clip(offsets[m.start] - lead, offsets[m.end] - lead, len(shown)) for m in merge(marks, len(text)))
    return Shown(shown, tuple(span for span in moved if span.start < span.end))


def merge(marks: Iterable[Span], length: int) -> list[Span]:
    """Return the marks clipped to [0, length), sorted, with those that touch or overlap joined."""
    joined: list[Span] = []
    for start, end in sorted(_clip(*mark, length) for mark in marks):
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        elif start < end:
            joined.append(Span(start, end))
    return joined


def _clip(start: int, end: int, length: int) -> Span:
    return Span(min(max(start, 0), length), min(max(end, 0), length))


def _pieces(text: str) -> Iterator[str]:
    """Yield, for each character, what stands for it: itself, one space for a run of blanks, or an escape."""
    blank = False
    for char in text:
        space = char.isspace() and char not in "\x1c\x1d\x1e\x1f\x85\u2028\u2029"
        yield "" if space and blank else " " if space else _escape(char)
        blank = space


def _escape(char: str) -> str:
    if char.isascii() and char.isprintable():
        return char
    if unicodedata.category(char) not in _HIDDEN and char not in _BLANK:
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

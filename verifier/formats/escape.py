"""Write words from files into Markdown so that no markup, HTML, link, mention or table cell comes of them."""

from __future__ import annotations

import re

from verifier.formats.visible import Shown
from verifier.model import Span
from verifier.text.patterns import pattern

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKUP = pattern(r"[\\`*_{}\[\]|~$&<>]|:(?=\S)|(?<=www)\.|[@#]+", re.IGNORECASE)
_LIST = pattern(r"([-+=]|\d{1,9}(?=[.)]))")


def escape(text: str) -> str:
    """Return the Markdown (CommonMark and GFM) that shows the text as it is; `text` must be one line."""
    escaped = _MARKUP.sub(_escape, text)
    lead = _LIST.match(escaped)
    if not lead:
        return escaped
    return f"\\{escaped}" if not lead[1].isdigit() else f"{lead[1]}\\{escaped[lead.end() :]}"


def emphasise(shown: Shown) -> str:
    """Return the Markdown of a text with its marks in bold."""
    pieces, done = [], 0
    for mark in (_fitting(shown.text, mark) for mark in shown.marks):
        if mark.start < mark.end:
            pieces += [shown.text[done : mark.start], shown.text[mark.start : mark.end]]
            done = mark.end
    pieces.append(shown.text[done:])
    return "".join(f"**{_inner(p)}**" if i % 2 else escape(p) if not i else _inner(p) for i, p in enumerate(pieces))


def _inner(text: str) -> str:
    return _MARKUP.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    """Escape one sign; mentions and issue numbers are linked by hosts after parsing, so they go into code."""
    sign = match[0]
    return f"`{sign}`" if sign[0] in "@#" else _ENTITIES.get(sign, f"\\{sign}")


def _fitting(text: str, mark: Span) -> Span:
    """Shrink a mark to where bold may begin and end: at letters and digits."""
    start, end = mark
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)

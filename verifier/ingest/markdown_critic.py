"""Read CriticMarkup, comments of MDX and Obsidian, and notes within a line: what is added is text, the rest is none."""

from __future__ import annotations

import re
from typing import NamedTuple

from verifier.ingest.markdown_holes import COMMENT, DELETED, NO_TEXT, NOTE, NOTED, REMARKED, STRUCK
from verifier.ingest.markdown_links import URL
from verifier.layout import Edit
from verifier.model import Citation, Exclusion, Span
from verifier.text.patterns import pattern

_SIGNS = ("{++", "{--", "{~~", "{==", "{>>", "{/*", "%%", "^[")
_MARKUP = pattern(
    r"(?<![{`])(?:"
    r"\{\+\+(?P<added>(?:(?!\{\+\+)[\s\S]){0,20000}?)\+\+\}"
    r"|\{==(?P<marked>(?:(?!\{==)[\s\S]){0,20000}?)==\}"
    r"|\{~~(?:(?!\{~~|~>)[\s\S]){0,20000}?~>(?P<new>(?:(?!\{~~)[\s\S]){0,20000}?)~~\}"
    r"|\{--(?:(?!\{--)[\s\S]){0,20000}?--\}"
    r"|(?P<remark>\{>>)(?:(?!\{>>)[\s\S]){0,20000}?<<\}"
    r"|(?P<comment>\{/\*)(?:(?!\{/\*)[\s\S]){0,20000}?\*/\}"
    r"|(?<![\w%])(?P<aside>%%)(?![%\w]{0,9}%%)(?:(?!%%)[^\r\n]){1,2000}%%(?![\w%])"
    r"|^(?P<block>%%)[ \t]*(?:\r\n?|\n)(?:(?!%%|```|~~~)[\s\S]){1,20000}?^%%[ \t]*$"
    r"|(?<!\\)\^\[(?=[^\]]{0,80}?[^\W\d_]{3})(?P<footnote>(?:(?!\^\[|\n[ \t]*\n)[^\[\]]|\[[^\[\]]{0,2000}\]){1,9000})\]"
    r"(?![+*?$^{(])"
    r")(?![}`])",
    re.MULTILINE,
)
"""Marks that are left open reach to the next of their kind, so that many of them cost little."""
_ABOVE, _BELOW = pattern(r"(?:\A|\n[ \t]*\r?\n)[ \t]*\Z"), pattern(r"[ \t]*(?:\r?\n[ \t]*)?(?:\r?\n|\Z)")
_BEGINS = pattern(r"(?:\A|[\r\n])[ \t]*\Z")
_WRITTEN = pattern(r"[^\r\n]")
_LOOK, _INDENT = 200, 3
_SHOWN = frozenset({"added", "marked", "new"})
_UNREAD = {None: (DELETED, STRUCK), "footnote": (NOTED, NOTE)}


class Critic(NamedTuple):
    """Hold a text of the same length without the marks, what they change of it, what is not read, and notes' links."""

    seen: str
    edits: tuple[Edit, ...]
    skipped: tuple[Exclusion, ...]
    links: tuple[Citation, ...] = ()


def critic(text: str) -> Critic:
    """Read `{++added++}`, `{--deleted--}`, `{~~old~>new~~}`, `{==marked==}`, `{>>remark<<}`, `{/**/}`, `%%`, `^[note]`.

    What is deleted, remarked or noted in a paragraph is left to `holes`, which tell it by the characters in its place.
    """
    if not any(sign in text for sign in _SIGNS):
        return Critic(text, (), ())
    pieces, at = [], 0
    edits: list[Edit] = []
    skipped: list[Exclusion] = []
    links: list[Citation] = []
    for found in _MARKUP.finditer(text):
        start, end = found.span()
        pieces.append(text[at:start])
        at = end
        if found["footnote"] and (url := URL.search(found["footnote"])):
            links.append(Citation(start, end, (url[0],), mention=True))
        sign, reason = _UNREAD.get(found.lastgroup, (REMARKED, COMMENT))
        if found.lastgroup in _SHOWN:
            kept = Span(*found.span(found.lastgroup))
            edits += (Edit(start, kept.start), Edit(kept.end, end))
            pieces += (_sign(text, start, kept.start), text[slice(*kept)], NO_TEXT * (end - kept.end))
        elif _alone(text, start, end):
            skipped.append(Exclusion(start, end, reason))
            pieces.append(_WRITTEN.sub(NO_TEXT, found[0]))
        else:
            pieces.append(sign * (end - start))
    return Critic("".join((*pieces, text[at:])), tuple(edits), tuple(skipped), tuple(links))


def _alone(text: str, start: int, end: int) -> bool:
    """Tell whether nothing else stands in a paragraph."""
    return bool(_ABOVE.search(text[max(0, start - _LOOK) : start]) and _BELOW.match(text, end))


def _sign(text: str, start: int, end: int) -> str:
    """Return what a parser takes for no mark in place of one; at the beginning of a line it may indent that."""
    indents = end - start <= _INDENT and _BEGINS.search(text[max(0, start - _LOOK) : start])
    return (" " if indents else NO_TEXT) * (end - start)

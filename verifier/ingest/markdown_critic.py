"""Read CriticMarkup: what is added or marked is text, what is deleted and what is remarked on it is none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from verifier.ingest.markdown_holes import COMMENT, STRUCK
from verifier.layout import Edit
from verifier.model import Exclusion, Span
from verifier.text.patterns import pattern

_SIGNS = ("{++", "{--", "{~~", "{==", "{>>")
_MARKUP = pattern(
    r"(?<![{`])(?:"
    r"\{\+\+(?P<added>(?:(?!\{\+\+)[\s\S]){0,20000}?)\+\+\}"
    r"|\{==(?P<marked>(?:(?!\{==)[\s\S]){0,20000}?)==\}"
    r"|\{~~(?:(?!\{~~|~>)[\s\S]){0,20000}?~>(?P<new>(?:(?!\{~~)[\s\S]){0,20000}?)~~\}"
    r"|\{--(?:(?!\{--)[\s\S]){0,20000}?--\}"
    r"|(?P<remark>\{>>)(?:(?!\{>>)[\s\S]){0,20000}?<<\}"
    r")(?![}`])"
)
"""Marks that are left open reach to the next of their kind, so that many of them cost little."""
_ABOVE, _BELOW = pattern(r"(?:\A|\n[ \t]*\r?\n)[ \t]*\Z"), pattern(r"[ \t]*(?:\r?\n[ \t]*)?(?:\r?\n|\Z)")
_BEGINS = pattern(r"(?:\A|[\r\n])[ \t]*\Z")
_WRITTEN = pattern(r"[^\r\n]")
_NO_WIDTH, _LOOK, _INDENT = "\u2060", 200, 3
_STOPS = frozenset({"", *" \t\r\n.,;:!?)"})


class Critic(NamedTuple):
    """Hold a text of the same length without the marks, what they change of it, and what of it is not read."""

    seen: str
    edits: tuple[Edit, ...]
    skipped: tuple[Exclusion, ...]


def critic(text: str) -> Critic:
    """Read `{++added++}`, `{--deleted--}`, `{~~old~>new~~}`, `{==marked==}` and `{>>remark<<}` in a text."""
    if not any(sign in text for sign in _SIGNS):
        return Critic(text, (), ())
    edits: list[Edit] = []
    skipped: list[Exclusion] = []
    for found in _MARKUP.finditer(text):
        if found.lastgroup in {"added", "marked", "new"}:
            edits += (Edit(found.start(), found.start(found.lastgroup)), Edit(found.end(found.lastgroup), found.end()))
        elif _alone(text, *found.span()):
            skipped.append(Exclusion(*found.span(), COMMENT if found["remark"] else STRUCK))
        else:
            edits.append(Edit(found.start() - _parted(text, *found.span()), found.end()))
    alone = {each.start for each in skipped}
    spans = (*(Span(each.start, each.end) for each in edits), *(Span(each.start, each.end) for each in skipped))
    return Critic("".join(_masked(text, sorted(spans), alone)), tuple(edits), tuple(skipped))


def _alone(text: str, start: int, end: int) -> bool:
    """Tell whether nothing else stands in a paragraph."""
    return bool(_ABOVE.search(text[max(0, start - _LOOK) : start]) and _BELOW.match(text, end))


def _parted(text: str, start: int, end: int) -> bool:
    """Tell whether the blank before goes as well: what stands behind brings its own, or is a stop."""
    return text[start - 1 : start] == " " and text[end : end + 1] in _STOPS


def _masked(text: str, spans: Iterable[Span], alone: Collection[int]) -> Iterator[str]:
    """Yield the text with what a parser takes for no mark in place of the spans; what begins a line may indent it.

    What stands `alone`, by where it begins, keeps its line breaks.
    """
    at = 0
    for start, end in spans:
        yield text[at:start]
        indents = end - start <= _INDENT and _BEGINS.search(text[max(0, start - _LOOK) : start])
        letters = " " if indents else _NO_WIDTH
        yield _WRITTEN.sub(letters, text[start:end]) if start in alone else letters * (end - start)
        at = end
    yield text[at:]

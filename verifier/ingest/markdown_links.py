"""Find the citations that Markdown marks up: links, footnote references, numbered references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.ingest.markdown_parser import Mark
from verifier.ingest.markdown_pieces import Piece
from verifier.model import Citation

URL = re.compile(r"https?://[^\s<>()\[\]\"']{1,2000}(?<![.,;:!?*])")
_IN_BRACKETS = re.compile(rf"\(({URL.pattern})\)")
_NUMBER_ONLY = re.compile(r"\\?[\[(]#?[a-z]?\d{1,9}\\?[\])]|#?[a-z]?\d{1,2}")
_LABEL = re.compile(r"#?[a-z]?\d{1,9}")
_ELSEWHERE = re.compile(r"#|[a-z][a-z0-9+.-]{0,30}:(?!//)", re.IGNORECASE)


def links(piece: Piece) -> Iterator[Citation]:
    """Yield the citations of a piece in order; a span covers the markup around a link's words, not the words.

    Labels are URLs or paths, `^1` for a footnote, the number itself for a numbered reference. Links within the page and
    to addresses are no citations.
    """
    found = [each for mark in piece.marks for each in _citation(piece.content, mark)]
    found += _bare(piece)
    for start, end, label in sorted(found):
        yield Citation(*piece.mapping.span(start, end), (label,))


def is_citable(target: str) -> bool:
    """Tell whether a link leads to a document: not to an anchor of the page, a mail address or a telephone."""
    return bool(target) and not _ELSEWHERE.match(target)


def _citation(content: str, mark: Mark) -> Iterator[tuple[int, int, str]]:
    if mark.kind == "footnote_ref":
        yield mark.start, mark.end, f"^{mark.target}"
    elif mark.kind == "link_open" and is_citable(mark.target):
        words = content[mark.start + 1 : mark.words_end]
        if mark.words_end in {mark.start, mark.end - 1} and _LABEL.fullmatch(words):
            yield mark.start, mark.end, words.lstrip("#")
        elif content[mark.start] == "<" or _NUMBER_ONLY.fullmatch(words):
            yield mark.start, mark.end, mark.target
        else:
            yield mark.words_end, mark.end, mark.target


def _bare(piece: Piece) -> Iterator[tuple[int, int, str]]:
    """Yield URLs that stand alone in brackets; elsewhere a bare URL is what the text speaks of."""
    marked = bytearray(len(piece.content))
    for mark in piece.marks:
        marked[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
    for match in _IN_BRACKETS.finditer(piece.content):
        if not any(marked[match.start() : match.end()]):
            yield *match.span(), match[1]

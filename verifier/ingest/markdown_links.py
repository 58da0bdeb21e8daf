"""Find the links of Markdown: citations (footnote references, numbered references), and mere mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.ingest.markdown_parser import Mark
from verifier.ingest.markdown_pieces import Piece
from verifier.model import Citation

URL = re.compile(r"https?://[^\s<>()\[\]\"']{1,2000}(?<![.,;:!?*])")
_IN_BRACKETS = re.compile(rf"\(({URL.pattern})\)")
_NUMBER_ONLY = re.compile(r"\\?[\[(]#?[a-z]?\d{1,9}\\?[\])]|#?[a-z]?\d{1,2}")
_BRACKETED = re.compile(r"\\?[\[(].*")
_LABEL = re.compile(r"#?[a-z]?\d{1,9}")
_ELSEWHERE = re.compile(r"#|[a-z][a-z0-9+.-]{0,30}:(?!//)", re.IGNORECASE)


def links(piece: Piece) -> Iterator[Citation]:
    """Yield the links of a piece in order, with offsets into the file.

    Labels are URLs or paths, `^1` for a footnote, the number itself for a numbered reference; the span of a citation
    covers it, that of a mention the marks behind its words, or a bare address. Links within the page and to addresses
    are left out.
    """
    found = [each for mark in piece.marks for each in _citation(piece.content, mark)]
    found += _bare(piece)
    for start, end, label, mention in sorted(found):
        yield Citation(*piece.mapping.span(start, end), (label,), mention=mention)


def is_citable(target: str) -> bool:
    """Tell whether a link leads to a document: not to an anchor of the page, a mail address or a telephone."""
    return bool(target) and not _ELSEWHERE.match(target)


def kept_brackets(content: str, mark: Mark) -> bool:
    """Tell whether the brackets of a link are read as those of a citation: `[7]`, but not those around `[[7]]`."""
    words = content[mark.start + 1 : mark.words_end]
    return bool(_NUMBER_ONLY.fullmatch(words) or _is_label(mark, words)) and not _BRACKETED.fullmatch(words)


def _is_label(mark: Mark, words: str) -> bool:
    return mark.words_end in {mark.start, mark.end - 1} and bool(_LABEL.fullmatch(words))


def _citation(content: str, mark: Mark) -> Iterator[tuple[int, int, str, bool]]:
    if mark.kind == "footnote_ref":
        yield mark.start, mark.end, f"^{mark.target}", False
    elif mark.kind == "link_open" and is_citable(mark.target):
        words = content[mark.start + 1 : mark.words_end]
        if _is_label(mark, words):
            yield mark.start, mark.end, words.lstrip("#"), False
        elif content[mark.start] != "<" and _NUMBER_ONLY.fullmatch(words):
            yield mark.start, mark.end, mark.target, False
        else:
            start = mark.start if content[mark.start] == "<" else mark.words_end
            yield start, mark.end, mark.target, True


def _bare(piece: Piece) -> Iterator[tuple[int, int, str, bool]]:
    """Yield URLs that stand alone in brackets; elsewhere a bare URL is what the text speaks of."""
    if "(http" not in piece.content:
        return
    marked = bytearray(len(piece.content))
    for mark in piece.marks:
        marked[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
    for match in _IN_BRACKETS.finditer(piece.content):
        if not any(marked[match.start() : match.end()]):
            yield *match.span(), match[1], True

"""Find the links of Markdown: citations (footnote references, numbered references), and mere mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.ingest.markdown_parser import Mark
from verifier.ingest.markdown_pieces import Piece
from verifier.model import Citation
from verifier.text.addresses import written
from verifier.text.patterns import pattern

URL = pattern(written())
_IN_BRACKETS = pattern(rf"\(({URL.pattern})\)")
_NUMBER_ONLY = pattern(r"\\?[\[(]#?[a-z]?\d{1,9}\\?[\])]|#?[a-z]?\d{1,2}")
_BRACKETED = pattern(r"\\?[\[(].*")
_LABEL = pattern(r"#?[a-z]?\d{1,9}")
_OPENING = pattern(r"[(\[](?:(?:sources?|via|see|from)\b:?\s{0,3})?\Z", re.IGNORECASE)
_BETWEEN = pattern(r"\s{0,3}(?:[,;&]|and)\s{0,3}")
_CLOSING = pattern(r"\s{0,3}[)\]]")
_NAME = pattern(r"\[(?:[^\d\s]{1,40}\s){0,4}[^\d\s]{1,40}\]")
_REACH = 16
_ELSEWHERE = pattern(r"#|[a-z][a-z0-9+.-]{0,30}:(?!//)", re.IGNORECASE)


def links(piece: Piece) -> Iterator[Citation]:
    """Yield the links of a piece in order, with offsets into the file.

    Labels are URLs or paths, `^1` for a footnote, the number itself for a numbered reference; the span of a citation
    covers it, that of a mention the marks behind its words, or a bare address; of links that fill a bracket they cover
    that: `([Post](...), [Echo](...))`. Links within the page and to addresses are left out.
    """
    named = _named(piece)
    found = [named.get(each[1], each) for mark in piece.marks for each in _citation(piece.content, mark)]
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


def _named(piece: Piece) -> dict[int, tuple[int, int, str, bool]]:
    """Return the mentions that fill a bracket and only name who says so, by where they end, with all of the bracket."""
    marks = [m for m in piece.marks if m.kind == "link_open" and m.words_end > m.start and is_citable(m.target)]
    found: dict[int, tuple[int, int, str, bool]] = {}
    run: list[Mark] = []
    for mark, after in zip(marks, [*marks[1:], None], strict=False):
        begins = _OPENING.search(piece.content[max(0, mark.start - _REACH) : mark.start])
        run = [mark] if begins else [*run, mark] if run else []
        if run and not _NAME.fullmatch(piece.content, mark.start, mark.words_end + 1):
            run = []
        if run and (ends := _CLOSING.match(piece.content, mark.end)):
            starts = [run[0].start - _opening(piece.content, run[0]), *(each.end for each in run[:-1])]
            edges = zip(starts, [*(each.end for each in run[:-1]), ends.end()], run, strict=True)
            found |= {each.end: (start, end, each.target, True) for start, end, each in edges}
            run = []
        if run and not (after and _BETWEEN.fullmatch(piece.content, mark.end, after.start)):
            run = []
    return found


def _opening(content: str, mark: Mark) -> int:
    """Return the length of the bracket that opens before a link, with what it says of it."""
    found = _OPENING.search(content[max(0, mark.start - _REACH) : mark.start])
    return len(found[0]) if found else 0


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

"""Tell what of a piece of Markdown is not read, and where it parts the text: pictures, comments, what is struck out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from verifier.ingest.markdown_parser import Mark
from verifier.ingest.markdown_pieces import EMOJI, UNSEEN, Piece
from verifier.ingest.table_heads import TIMED
from verifier.model import Span
from verifier.text.datelines import is_stamp
from verifier.text.patterns import pattern

COMMENT, IMAGE, STRUCK, NOTE = "a comment in the markup", "a picture", "struck out", "a footnote"
NO_TEXT, DELETED, REMARKED, NOTED = "\u2060", "\u200b", "\ufeff", "\u00ad"
"""Characters without width that stand for marks of an edit, for what it deletes, for a remark on it, and for a note."""
_EDITED = pattern(f"{DELETED}{{6,}}|{REMARKED}{{6,}}|{NOTED}{{6,}}")
_EDITS = {DELETED: STRUCK, REMARKED: COMMENT, NOTED: NOTE}
_LABEL_LINE = pattern(r"[*_\s]{0,4}[A-Z][\w /&()#.'-]{0,40}[*_]{0,2}:")
_LETTERED = pattern(r"[ \t]{0,12}\((?:[a-h]|[ivx]{1,5}|\d{1,2})\)[ \t]{1,9}\S")
_SIGN = pattern(r"\[[ xX]\]\s{1,9}|\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:\s{1,9}|\Z)")
_BREAKING_HTML = pattern(r"<!--|<br\b|<(?:img|hr)\b", re.IGNORECASE)
_STRUCK = pattern(r"<(/?)(?:del|s|strike)(?:\s[^<>]*)?>", re.IGNORECASE)
_GOES_ON = pattern(r"[^\n\w]{0,40}\n?[^\n\w]{0,40}\w")
_CLOSES = frozenset(".,;:!?)")
_SEEN, _LOOSE, _STOPS = 200, " \t*_`~\"'”’)", ".!?"


def blocks(piece: Piece) -> Iterator[Span]:
    """Yield the raw spans of a piece that hold words, cut at images, comments and line breaks meant as such."""
    if piece.header and not piece.stated:
        return
    at = sign(piece.content)
    for start, end, _ in (*holes(piece), (len(piece.content), 0, "")):
        words = piece.content[at:start]
        if any(map(str.isalnum, words)):
            at += len(words) - len(words.lstrip())
            yield piece.mapping.span(at, at + len(words.strip()))
        at = max(at, end)


def sign(content: str) -> int:
    """Return where the text begins behind the box of a task or the name of a call-out, `[x]` or `[!NOTE]`."""
    found = _SIGN.match(content)
    return found.end() if found else 0


def holes(piece: Piece) -> list[tuple[int, int, str]]:
    """Return the spans of a piece's content that part what stands before from what stands after.

    Each comes with the reason why it is not read, empty for a mere break.
    """
    within = {span.end for span in amid(piece)}
    return [hole for hole in _cuts(piece) if not hole[2] or hole[1] not in within]


def amid(piece: Piece) -> Iterator[Span]:
    """Yield what of a piece's content is not read and stands within a sentence or is a note, and a blank before."""
    done = 0
    for start, end, reason in _cuts(piece):
        behind = piece.content[end : end + 1]
        goes_on = behind and (behind in _CLOSES or _GOES_ON.match(piece.content, end))
        noted = reason == NOTE and any(map(str.isalnum, piece.content[done:start]))
        if reason and start >= done and (noted or (goes_on and _begun(piece.content, done, start))):
            apart = piece.content[start - 1] == " " and not behind.isalnum() and behind != NO_TEXT
            yield Span(start - apart, end)
        done = max(done, end)


def _begun(content: str, first: int, at: int) -> bool:
    """Tell whether a sentence that has begun on the line is not at its end yet."""
    words = content[max(first, at - _SEEN) : at].rpartition("\n")[2].rstrip(_LOOSE)
    return any(map(str.isalnum, words)) and words[-1] not in _STOPS


@lru_cache(maxsize=4096)
def _cuts(piece: Piece) -> tuple[tuple[int, int, str], ...]:
    """Return in order what of a piece's content is not read, with the reason, and its breaks."""
    found = [
        (each.start, each.end, reason) for each in piece.marks if (reason := _parting(piece.content, each)) is not None
    ]
    found += (*_struck(piece), *_unseen(piece), *_emoji(piece), *_edited(piece))
    return tuple(sorted((*found, *_kept_breaks(piece.content))))


def _unseen(piece: Piece) -> Iterator[tuple[int, int, str]]:
    """Yield what a stretch of HTML does not show as text."""
    for each in UNSEEN.finditer(piece.content if piece.html else ""):
        yield *each.span(), {"comment": COMMENT, "picture": IMAGE}.get(each.lastgroup or "", STRUCK)


def _edited(piece: Piece) -> Iterator[tuple[int, int, str]]:
    """Yield what an edit deletes, the remarks on it, and notes."""
    for each in _EDITED.finditer(piece.content):
        yield *each.span(), _EDITS[each[0][0]]


def _emoji(piece: Piece) -> Iterator[tuple[int, int, str]]:
    """Yield the pictures that are written as words, those in code left out."""
    code = [mark for mark in piece.marks if mark.kind == "code_inline"]
    starts = [mark.start for mark in code]
    for each in EMOJI.finditer(piece.content):
        at = bisect_right(starts, each.start()) - 1
        if at < 0 or each.start() >= code[at].end:
            yield *each.span(), IMAGE


def _kept_breaks(content: str) -> Iterator[tuple[int, int, str]]:
    """Yield the line breaks that part what they stand between.

    They stand between lines that all have a label or begin with a time, beside one that says when it was posted, or
    before one of several that are lettered.
    """
    breaks = [match.end() for match in re.finditer("\n", content)]
    if not breaks:
        return
    labelled = all(_LABEL_LINE.match(content, at) for at in (0, *breaks))
    timed = TIMED.match(content)
    lettered = frozenset([at for at in (0, *breaks) if _LETTERED.match(content, at)][1:])
    stamps = [is_stamp(line.strip(" \t*_")) for line in content.split("\n")]
    for number, at in enumerate(breaks):
        if labelled or (timed and TIMED.match(content, at)) or any(stamps[number : number + 2]) or at in lettered:
            yield at - 1, at, ""


def _parting(content: str, mark: Mark) -> str | None:
    """Return why what a mark holds is not read, empty for a break; None where it does not part the text."""
    if mark.kind == "image":
        return IMAGE
    if mark.kind == "hardbreak":
        return ""
    if mark.kind != "html_inline" or not _BREAKING_HTML.match(content, mark.start):
        return None
    if content.startswith("<!--", mark.start):
        return COMMENT
    return IMAGE if content[mark.start : mark.start + 4].lower() == "<img" else ""


def _struck(piece: Piece) -> Iterator[tuple[int, int, str]]:
    """Yield what is struck out, by tildes or by tags."""
    start = -1
    for mark in piece.marks:
        struck = _STRUCK.fullmatch(piece.content, mark.start, mark.end) if mark.kind == "html_inline" else None
        if start < 0 and (mark.target == "s_open" or (struck and not struck[1])):
            start = mark.start
        elif start >= 0 and (mark.target == "s_close" or (struck and struck[1])):
            yield start, mark.end, STRUCK
            start = -1

"""Read the reference list of a Markdown document: list entries, footnotes, link reference definitions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from verifier.ingest.markdown_lines import Lines
from verifier.ingest.markdown_links import URL, is_citable
from verifier.ingest.markdown_parser import Definition, Mark
from verifier.ingest.markdown_pieces import Piece
from verifier.text.patterns import pattern

_HEADING_CORE = frozenset(
    ("bibliography", "citations", "cited", "endnotes", "footnotes", "links", "reading", "references", "sources")
)
_HEADING_MORE = frozenset(
    (
        "a",
        "all",
        "and",
        "article",
        "articles",
        "external",
        "further",
        "key",
        "list",
        "news",
        "of",
        "other",
        "our",
        "the",
    )
).union(("reference", "related", "source", "to", "used", "works"))
_MARKER = pattern(r"[*_]{0,2}(?:\[\^?#?(?P<square>\w[\w.-]{0,30})\]|\(?(?P<round>\d{1,4})[.)])[:.]?\s{1,9}")
_NAMED = pattern(r"\W{0,3}articles?\s{0,3}#?(\w{1,30})\W{0,3}$|\W{0,3}\[?#?(\d{1,12})\]?\W{0,3}$", re.IGNORECASE)
_OWN_ID = pattern(r"\d{3,12}")
_DEFINITION = pattern(r"[ \t>]{0,40}\[((?:[^\]\\]|\\.){1,200})\]:")


def is_reference_heading(name: str) -> bool:
    """Tell whether a heading names a reference list: `References`, `Sources cited`, `External links` ..."""
    words = re.findall(r"[^\W\d_]+", name.casefold())
    return bool(_HEADING_CORE.intersection(words)) and (_HEADING_CORE | _HEADING_MORE).issuperset(words)


def listed(pieces: Iterable[Piece]) -> Iterator[tuple[str, str]]:
    """Yield label and target of each entry of a reference list, which has a URL, an id or a number of its own."""
    for piece in pieces:
        for start, end in _entries(piece):
            marker = _MARKER.match(piece.content, start, end)
            rest = piece.content[marker.end() if marker else start : end]
            label = (marker["square"] or marker["round"]) if marker else piece.number.strip(".) ")
            target = _target(piece, start, end) or _id(rest) or (label if _OWN_ID.fullmatch(label) else "")
            if label or target:
                yield label or target, target or " ".join(rest.split())


def noted(pieces: Iterable[Piece]) -> Iterator[tuple[str, str]]:
    """Yield `^label` and target of each footnote: its first URL, its id, or its words."""
    for piece in pieces:
        target = _target(piece, 0, len(piece.content)) or _id(piece.content)
        yield f"^{piece.note}", target or " ".join(piece.content.split())


def defined(definitions: Iterable[Definition], lines: Lines) -> Iterator[tuple[str, str]]:
    """Yield label, as written, and URL of each link reference definition."""
    for each in definitions:
        match = _DEFINITION.match(lines.text, *lines.spans[each.line])
        if match and is_citable(each.url):
            yield match[1], each.url


def merged(found: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Keep the first target of each label; a footnote's label counts without its `^` where no other entry has it."""
    first: dict[str, str] = {}
    for label, target in found:
        first.setdefault(label, target)
    bare = {label[1:]: target for label, target in first.items() if label.startswith("^")}
    return tuple({**first, **{label: target for label, target in bare.items() if label not in first}}.items())


def _entries(piece: Piece) -> Iterator[tuple[int, int]]:
    """Cut a paragraph into entries, at lines that open with a marker or URL."""
    lines = [match.end() for match in re.finditer("\n", piece.content)]
    starts = [0, *(at for at in lines if _MARKER.match(piece.content, at) or URL.match(piece.content, at))]
    yield from zip(starts, [*starts[1:], len(piece.content)], strict=True)


def _target(piece: Piece, start: int, end: int) -> str:
    """Return the first link or URL between two offsets of a piece's content."""
    first, last = (bisect_left(piece.marks, at, key=_start) for at in (start, end))
    inside = (piece.marks[number] for number in range(first, last))
    targets = (mark.target for mark in inside if mark.kind == "link_open" and is_citable(mark.target))
    url = URL.search(piece.content, start, end)
    return next(targets, url.group() if url else "")


def _start(mark: Mark) -> int:
    return mark.start


def _id(words: str) -> str:
    match = _NAMED.match(words)
    return next(filter(None, match.groups())) if match else ""

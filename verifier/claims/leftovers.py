"""Find what of a document belongs to no claim, and why: code, lists of references, text outside its parts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby, islice, pairwise

from verifier.model import Exclusion, Field, NotChecked, Span

OUTSIDE = "stands outside the parts that are read"
_KINDS = (
    ("code", re.compile(r"^[ \t>]{0,12}(```|~~~)[^\n]*\n(?:.*?^[ \t>]{0,12}\1[^\n]*|.*)", re.MULTILINE | re.DOTALL)),
    ("a list of references", re.compile(r"(?:^[^\n]{0,300}https?://[^\n]*(?:\n|\Z)\s*)+", re.MULTILINE)),
)


def left_out(fields: Iterable[Field], skipped: tuple[Exclusion, ...] = ()) -> Iterator[NotChecked]:
    """Yield what stands between, before and behind the blocks of a document's fields, with the reason.

    `skipped` are the spans of which the reader of the file's format has told why it left them out.
    """
    for _, shared in groupby(fields, key=lambda field: id(field.text)):
        yield from _left_out(tuple(shared), skipped)


def _left_out(fields: tuple[Field, ...], skipped: tuple[Exclusion, ...]) -> Iterator[NotChecked]:
    """Yield them for fields of one text; each counts to the field that it follows."""
    text = fields[0].text
    blocks = sorted(
        (*block, field.name) for field in fields for block in (field.blocks or (Span(field.start, field.end),))
    )
    edges = [(0, 0, fields[0].name), *blocks, (len(text), len(text), "")]
    for (_, end, name), (start, _, _) in pairwise(edges):
        if start > end:
            yield from _named(text, Span(end, start), name, skipped)


def _named(text: str, gap: Span, name: str, skipped: tuple[Exclusion, ...]) -> Iterator[NotChecked]:
    at = gap.start
    for each in _inside(skipped, gap):
        yield from _unnamed(text, Span(at, each.start), name)
        yield NotChecked(name, each.start, each.end, each.reason)
        at = each.end
    yield from _unnamed(text, Span(at, gap.end), name)


def _inside(skipped: tuple[Exclusion, ...], gap: Span) -> Iterator[Exclusion]:
    """Yield the exclusions that reach into a gap, which are in order and apart, cut to it."""
    for each in islice(skipped, bisect_right(skipped, gap.start, key=_end), None):
        if each.start >= gap.end:
            return
        yield Exclusion(max(each.start, gap.start), min(each.end, gap.end), each.reason)


def _end(exclusion: Exclusion) -> int:
    return exclusion.end


def _unnamed(text: str, gap: Span, name: str) -> Iterator[NotChecked]:
    for reason, pattern in _KINDS:
        for found in pattern.finditer(text, *gap):
            yield NotChecked(name, found.start(), found.end(), reason)

"""Find what of a document belongs to no field, and why: code, lists of references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from verifier.model import Field, NotChecked, Span

_KINDS = (
    ("code", re.compile(r"^[ \t>]{0,12}(```|~~~)[^\n]*\n(?:.*?^[ \t>]{0,12}\1[^\n]*|.*)", re.MULTILINE | re.DOTALL)),
    ("a list of references", re.compile(r"(?:^[^\n]{0,300}https?://[^\n]*(?:\n|\Z)\s*)+", re.MULTILINE)),
)


def left_out(fields: Iterable[Field]) -> Iterator[NotChecked]:
    """Yield the code and the references that stand between, before and behind the blocks of a document's fields."""
    for _, shared in groupby(fields, key=lambda field: id(field.text)):
        yield from _left_out(tuple(shared))


def _left_out(fields: tuple[Field, ...]) -> Iterator[NotChecked]:
    """Yield them for fields of one text; each counts to the field that it follows."""
    text = fields[0].text
    blocks = sorted(
        (*block, field.name) for field in fields for block in (field.blocks or (Span(field.start, field.end),))
    )
    edges = [(0, 0, fields[0].name), *blocks, (len(text), len(text), "")]
    for (_, end, name), (start, _, _) in pairwise(edges):
        if start > end:
            yield from _named(text, Span(end, start), name)


def _named(text: str, gap: Span, name: str) -> Iterator[NotChecked]:
    for reason, pattern in _KINDS:
        for found in pattern.finditer(text, *gap):
            yield NotChecked(name, found.start(), found.end(), reason)

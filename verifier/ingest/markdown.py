"""Read postmortems in Markdown or plain prose."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import PurePath

from verifier.errors import InputError
from verifier.ingest.fields import LEAD, PUBLISHED, TITLE, Origin, cut, distinct
from verifier.ingest.markdown_lines import Lines, lines_of
from verifier.ingest.markdown_links import links
from verifier.ingest.markdown_parser import parse
from verifier.ingest.markdown_pieces import blocks, pieces
from verifier.ingest.markdown_references import defined, listed, merged, noted
from verifier.ingest.markdown_sections import Arranged, Section, arrange
from verifier.ingest.markdown_stamps import front_matter, stamp
from verifier.ingest.published import parse_date
from verifier.model import Citation, Field, Postmortem, Span

MAX_LENGTH = 2**19
_ENDINGS = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx"})


def read_markdown(text: str, origin: Origin) -> Postmortem:
    """Read a document: a field for each section with the spans of its paragraphs, items and cells; its reference list.

    Raises: InputError where it is longer than `MAX_LENGTH` characters or nests too deeply.
    """
    if len(text) > MAX_LENGTH:
        raise InputError(
            f"is longer than {MAX_LENGTH:,} characters", origin.path, "split it, or check that it is the right file"
        )
    lines = lines_of(text)
    parsed = parse(text, origin.path, prose=PurePath(origin.path).suffix.lower() not in _ENDINGS)
    parts = arrange(tuple(pieces(parsed.tokens, lines)))
    meta = front_matter(parsed, lines)
    published = meta.published or stamp(piece for each in parts.sections if each.name == LEAD for piece in each.pieces)
    head = tuple(_head(lines, _title(parts) or meta.title, published))
    body = (field for section in parts.sections for field in _field(lines, section, published))
    return Postmortem(
        origin.id,
        next((field.value for field in head if field.name == TITLE), origin.id),
        parse_date(text[slice(*published)]) if published else None,
        origin.path,
        origin.sha256,
        tuple(distinct((*head, *body))),
        references=merged((*defined(parsed.definitions, lines), *listed(parts.references), *noted(parts.notes))),
    )


def _title(parts: Arranged) -> Span | None:
    """Return the raw span of the title's words."""
    found = list(blocks(parts.title)) if parts.title else []
    return Span(found[0].start, found[-1].end) if found else None


def _head(lines: Lines, title: Span | None, published: Span | None) -> Iterator[Field]:
    if title:
        yield cut(TITLE, lines.text, *title)
    if published:
        yield cut(PUBLISHED, lines.text, *published)


def _field(lines: Lines, section: Section, published: Span | None) -> Iterator[Field]:
    """Yield the field of a section that has text; the line that says when it was published is none."""
    found = [block for piece in section.pieces for block in blocks(piece) if not _holds(block, published)]
    if found:
        cited = (each for piece in section.pieces for each in links(piece))
        inside = tuple(each for each in cited if _within(each, found))
        yield Field(section.name, lines.text, found[0].start, found[-1].end, tuple(found), inside)


def _holds(block: Span, published: Span | None) -> bool:
    return published is not None and block.start <= published.start and published.end <= block.end


def _within(citation: Citation, found: list[Span]) -> bool:
    """Tell whether a citation stands in one of the blocks, which are in order."""
    at = bisect_right(found, (citation.start, sys.maxsize)) - 1
    return at >= 0 and citation.end <= found[at].end

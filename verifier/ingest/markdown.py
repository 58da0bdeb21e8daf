"""Read postmortems in Markdown or plain prose."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, dropwhile, groupby
from pathlib import PurePath
from typing import NamedTuple

from verifier.errors import InputError
from verifier.ingest.fields import LEAD, PUBLISHED, TITLE, Origin, cut, distinct
from verifier.ingest.formats import MAX_LENGTH, is_markdown
from verifier.ingest.front_matter import FrontMatter, blanked, front_matter
from verifier.ingest.markdown_admonitions import admonitions
from verifier.ingest.markdown_critic import Critic, critic
from verifier.ingest.markdown_edits import edits, joins
from verifier.ingest.markdown_holes import blocks
from verifier.ingest.markdown_lines import Lines, broken, lines_of
from verifier.ingest.markdown_links import links
from verifier.ingest.markdown_notes import citing, told, unmarked, with_told
from verifier.ingest.markdown_pandoc import Pandoc, pandoc
from verifier.ingest.markdown_parser import Parsed, parse
from verifier.ingest.markdown_pieces import Piece, pieces, tags
from verifier.ingest.markdown_references import defined, listed, merged, noted
from verifier.ingest.markdown_sections import Arranged, Section, arrange
from verifier.ingest.markdown_skipped import Parts, elsewhere, ordered, unread
from verifier.ingest.markdown_stamps import stamp
from verifier.ingest.markdown_templates import template_tags
from verifier.ingest.published import parse_date
from verifier.ingest.table_heads import is_number
from verifier.ingest.text_pages import Paged, paged
from verifier.ingest.text_tabs import tabled
from verifier.ingest.urls import host, usable
from verifier.layout import Edit, Layout, laid_out, unchanged
from verifier.model import Citation, Exclusion, Field, Postmortem, Source, Span
from verifier.text.patterns import pattern

_DAY = pattern(r"\d{1,2}\.[ \t]{1,9}\Z")
DATED = "says when it was published"


class Document(NamedTuple):
    """Hold a text's lines, its tokens, its pieces, the tags between those, its front matter, and marks of others.

    Those are the tags of templates, what CriticMarkup says of the text, what pandoc writes, and pages of plain text.
    """

    lines: Lines
    parsed: Parsed
    pieces: tuple[Piece, ...]
    tags: tuple[Span, ...]
    front: FrontMatter
    templates: tuple[Exclusion, ...]
    critic: Critic
    pandoc: Pandoc
    pages: Paged

    @property
    def beside(self) -> tuple[Exclusion, ...]:
        """Return what stands beside the text."""
        return (*self.templates, *self.critic.skipped, *self.pages.skipped)

    @property
    def edits(self) -> Iterator[Edit]:
        """Return what is changed for a reader."""
        marks = edits(self.lines.text, self.pieces, self.tags)
        return chain(marks, self.critic.edits, self.pandoc.edits, self.pages.edits, joins(self._wrapped))

    @property
    def _wrapped(self) -> Iterator[Piece]:
        """Yield the pieces in which a page break or a hyphen is taken away: their lines only wrap them."""
        joined = sorted(each.start for each in self.pages.edits)
        for piece in self.pieces if joined else ():
            start, end = piece.mapping.span(0, len(piece.content))
            if bisect_left(joined, start) < bisect_left(joined, end):
                yield piece


def opened(text: str, where: str, *, prose: bool) -> Document:
    """Parse a text; plain prose may be set in pages and hyphenated, and its indented paragraphs are no code.

    Raises: InputError where it is longer than `MAX_LENGTH` characters or nests too deeply.
    """
    if len(text) > MAX_LENGTH:
        raise InputError(
            f"is longer than {MAX_LENGTH:,} characters", where, "split it, or check that it is the right file"
        )
    pages = paged(text, broken(text)) if prose else Paged(broken(text))
    front = front_matter(pages.seen)
    attributes = pandoc(blanked(pages.seen, (Span(0, front.end),)))
    seen, boxes = admonitions(attributes.seen)
    tagged = tuple(template_tags(seen, front.end))
    marked = critic(blanked(seen, (Span(0, front.end), *((each.start, each.end) for each in tagged))))
    shown, cells = tabled(text, marked.seen) if prose else (marked.seen, ())
    lines = lines_of(text, shown)
    parsed = parse(shown, where, prose=prose)
    found = tuple(pieces(parsed.tokens, lines))
    found = tuple(sorted((*found, *cells), key=_at)) if cells else found
    return Document(
        lines, parsed, found, tuple(tags(parsed.tokens, lines)), front, (*boxes, *tagged), marked, attributes, pages
    )


def _at(piece: Piece) -> int:
    return piece.mapping.raw(0)


def read_markdown(text: str, origin: Origin) -> Postmortem:
    """Read a document: a field for each section with the spans of its paragraphs, items and rows; its reference list.

    Raises: InputError where it is longer than `MAX_LENGTH` characters or nests too deeply.
    """
    document = opened(text, origin.path, prose=not is_markdown(PurePath(origin.path)))
    lines, front = document.lines, document.front
    parts = arrange(document.pieces, titled=front.title is not None)
    published = front.published or stamp(chain.from_iterable(s.pieces for s in parts.sections if s.name == LEAD))
    head = tuple(_head(lines, parts, front, published))
    text_notes = told(parts.notes)
    sections = with_told(parts.sections, parts.notes, text_notes)
    body = (citing(each, text_notes) for section in sections for each in _field(document, section, published))
    seen, layout = laid_out(text, chain(document.edits, unmarked(document.pieces, text_notes)))
    cited_notes = tuple(piece for piece in parts.notes if piece.note not in text_notes)
    fields = tuple(distinct(_moved(field, seen, layout) for field in (*head, *body)))
    return Postmortem(
        origin.id,
        next((" ".join(field.value.split()) for field in fields if field.name == TITLE), origin.id),
        parse_date(text[slice(*published)]) if published else None,
        origin.path,
        origin.sha256,
        fields,
        references=merged(
            (*defined(document.parsed.definitions, lines), *listed(parts.references), *noted(cited_notes))
        ),
        mentions=_mentions(fields),
        skipped=_shown(_skipped(document, parts._replace(notes=cited_notes), published), layout),
    )


def markdown_article(text: str, source: Source, *, prose: bool = False) -> Source:
    """Return an article with its text as a reader sees it and a layout; front matter fills in what is not known of it.

    In plain prose the lines of a mail that is quoted (`> `) are wrapped, others are as they are.
    Raises: InputError where the text is longer than `MAX_LENGTH` characters or nests too deeply.
    """
    document = opened(text, source.path, prose=prose)
    wraps = (edit for edit in joins(document.pieces) if not prose or ">" in text[edit.start : edit.end])
    seen, layout = laid_out(text, chain(document.edits, wraps))
    front = document.front
    title = " ".join(text[slice(*front.title)].split()) if front.title else ""
    published = parse_date(text[slice(*front.published)]) if front.published else None
    url, remarks = usable(text[slice(*front.url)] if front.url and not source.url else source.url)
    skipped = (*unread(document.parsed, document.lines, front.end, document.pieces), *document.beside)
    return replace(
        source,
        text=seen,
        title=source.title or title,
        published=source.published or published,
        url=url,
        outlet=source.outlet or host(url),
        notes=(*source.notes, *remarks),
        layout=layout or unchanged(text),
        skipped=_shown(ordered(skipped), layout),
    )


def loose(text: str) -> tuple[str, Layout | None]:
    """Return a loose text as a reader sees it, with the layout that leads back; a text too long for that as it is."""
    try:
        document = opened(text, "", prose=True)
    except InputError:
        return text, None
    return laid_out(text, document.edits)


def _title(parts: Arranged) -> Span | None:
    """Return the raw span of the title's words."""
    found = list(blocks(parts.title)) if parts.title else []
    return Span(found[0].start, found[-1].end) if found else None


def _head(lines: Lines, parts: Arranged, front: FrontMatter, published: Span | None) -> Iterator[Field]:
    if title := _title(parts) or front.title:
        field = cut(TITLE, lines.text, *title)
        cited = (each for each in links(parts.title) if not each.mention) if parts.title else ()
        yield replace(field, blocks=(Span(field.start, field.end),), links=tuple(cited))
    if published:
        yield cut(PUBLISHED, lines.text, *published)


def _field(document: Document, section: Section, published: Span | None) -> Iterator[Field]:
    """Yield the field of a section that has text; the line that says when it was published is none."""
    lines, noted = document.lines, document.critic.links
    found = [part for block in _blocks(section.pieces, lines) for part in _without(block, published, lines)]
    if found:
        first, last = (bisect_left(noted, at, key=_start) for at in (found[0].start, found[-1].end))
        cited = chain((each for piece in section.pieces for each in links(piece)), noted[first:last])
        inside = tuple(sorted((each for each in cited if _within(each, found)), key=_start))
        yield Field(section.name, lines.text, found[0].start, found[-1].end, tuple(found), inside)


def _blocks(found: Iterable[Piece], lines: Lines) -> Iterator[Span]:
    """Yield the spans of text; a table's row is one of them, its head where that holds facts."""
    for row, group in groupby(found, key=lambda piece: piece.row):
        parts = [(piece, list(blocks(piece))) for piece in group]
        if row < 0:
            yield from (_with_day(piece, block, lines) for piece, inner in parts for block in inner)
        elif any(inner for _, inner in parts):
            cells = list(dropwhile(_is_row_number, (piece for piece, _ in parts))) or [piece for piece, _ in parts]
            whole = [piece.mapping.span(0, len(piece.content)) for piece in cells]
            yield Span(whole[0].start, whole[-1].end)


def _is_row_number(piece: Piece) -> bool:
    return is_number(piece.content, piece.head)


def _with_day(piece: Piece, block: Span, lines: Lines) -> Span:
    """Return a block with the day that stands before it, where its item's number is one."""
    line = _line(block, lines)
    day = _DAY.search(lines.text, line.start, block.start) if piece.dated else None
    return Span(day.start(), block.end) if day else block


def _holds(block: Span, published: Span | None) -> bool:
    return published is not None and block.start <= published.start and published.end <= block.end


def _without(block: Span, published: Span | None, lines: Lines) -> Iterator[Span]:
    """Yield what a block holds beside the line that says when the document was published."""
    if published is None or not _holds(block, published):
        yield block
        return
    line = _line(published, lines)
    for start, end in ((block.start, line.start), (line.end, block.end)):
        words = lines.text[start:end] if start < end else ""
        if any(map(str.isalnum, words)):
            first = start + len(words) - len(words.lstrip())
            yield Span(first, first + len(words.strip()))


def _line(place: Span, lines: Lines) -> Span:
    """Return the line that a place stands on."""
    return lines.spans[lines.number(place.start)]


def _start(citation: Citation) -> int:
    return citation.start


def _within(citation: Citation, found: list[Span]) -> bool:
    """Tell whether a citation stands in one of the blocks, which are in order."""
    at = bisect_right(found, (citation.start, sys.maxsize)) - 1
    return at >= 0 and citation.end <= found[at].end


def _skipped(document: Document, parts: Arranged, published: Span | None) -> tuple[Exclusion, ...]:
    body = (piece for piece in document.pieces if not piece.note)
    kept = Parts(tuple(body), parts.references, parts.notes)
    label = [Exclusion(_line(published, document.lines).start, published.start, DATED)] if published else []
    skipped = unread(document.parsed, document.lines, document.front.end, document.pieces)
    return ordered((*skipped, *document.beside, *elsewhere(kept, document.lines), *label))


def _mentions(fields: Iterable[Field]) -> tuple[str, ...]:
    """Return the labels of links that are nowhere cited."""
    found = [link for field in fields for link in field.links]
    cited = {label for link in found if not link.mention for label in link.labels}
    return tuple(dict.fromkeys(label for link in found if link.mention for label in link.labels if label not in cited))


def _moved(field: Field, seen: str, layout: Layout | None) -> Field:
    """Return a field of the file as one of the text that a reader sees, without blocks of marks alone."""
    if layout is None:
        return field
    moved = (Span(layout.shown(block.start), layout.shown(block.end)) for block in field.blocks)
    shown = tuple(block for block in moved if any(map(str.isalnum, seen[slice(*block)])))
    return replace(
        field,
        text=seen,
        start=shown[0].start if shown else layout.shown(field.start),
        end=shown[-1].end if shown else layout.shown(field.end),
        blocks=shown,
        links=tuple(replace(link, start=layout.shown(link.start), end=layout.shown(link.end)) for link in field.links),
        layout=layout,
    )


def _shown(found: Sequence[Exclusion], layout: Layout | None) -> tuple[Exclusion, ...]:
    if layout is None:
        return tuple(found)
    moved = (Exclusion(layout.shown(each.start), layout.shown(each.end), each.reason) for each in found)
    return tuple(each for each in moved if each.start < each.end)

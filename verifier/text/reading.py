"""Read a source: its sentences, without the page furniture around them."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.model import Part, Sentence, Source, SourceReading, Span
from verifier.text.headlines import headline_end
from verifier.text.sentences import sentences
from verifier.text.sifting import sift

_BULLETED = (".html", ".htm", ".xhtml")
"""Endings of files whose text is extracted with a dash before each item of a list."""


def _title(source: Source) -> Iterator[Sentence]:
    end = headline_end(source.title, source.url, source.outlet)
    for span in sentences(source.title, 0, end):
        yield _sentence(source, Part.TITLE, source.title, span, 0)


def _sentence(source: Source, part: Part, text: str, span: Span, paragraph: int) -> Sentence:
    return Sentence(source.id, part, span.start, span.end, text[span.start : span.end], paragraph)


def read_source(source: Source) -> SourceReading:
    """Return the sentences of the source's title and body, and the spans of the body that are no evidence.

    Paragraphs count from 0 within their part; those that are page furniture do not count.
    """
    headline = source.title[: headline_end(source.title, source.url, source.outlet)].strip()
    marked = source.layout is not None or source.path.lower().endswith(_BULLETED)
    sifted = sift(source.text, headline, source.skipped, marked=marked)
    body = [
        _sentence(source, Part.BODY, source.text, span, number)
        for number, paragraph in enumerate(sifted.paragraphs)
        for span in paragraph
    ]
    return SourceReading(source, (*_title(source), *body), sifted.excluded, source.notes)

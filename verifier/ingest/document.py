"""Read one article file as a source, by its ending: text, Markdown, HTML or PDF."""

from __future__ import annotations

import codecs
import hashlib
import re
from pathlib import Path

from verifier.data.decode import decode, read_bytes
from verifier.ingest.articles import host
from verifier.ingest.html import Page, read_page
from verifier.ingest.pdf import read_pdf
from verifier.ingest.published import published_in
from verifier.ingest.quality import notes
from verifier.model import Source

PAGES = frozenset({".html", ".htm", ".xhtml"})
SUFFIXES = frozenset({".txt", ".md", ".markdown", ".pdf"}) | PAGES
_HEADLINE_WORDS, _HEADLINE_LENGTH = 25, 200


def read_document(path: Path) -> Source:
    """Read an article; its id is the file's stem, and an empty file is a source with that note.

    Raises: InputError where the file is unreadable, or an extra that it needs is missing.
    """
    if path.suffix.lower() in PAGES:
        return _source(path, *read_page(path))
    if path.suffix.lower() == ".pdf":
        text, data = read_pdf(path)
        return _source(path, Page(text), data)
    data = read_bytes(path)
    return _source(path, Page(decode(data, str(path)).text if _has_text(data) else ""), data)


def headline(source: Source) -> str:
    """Return a source's title for display: its own, or the body's first line where that looks like a headline."""
    return source.title or first_headline(source.text)


def first_headline(text: str) -> str:
    """Return the first line of a text if it is short, no sentence, and followed by more; otherwise nothing."""
    first, _, rest = text[: 20 * _HEADLINE_LENGTH].lstrip().partition("\n")
    line = re.sub(r"^#{1,6}\s", "", first.strip()).strip()
    short = 0 < len(line) <= _HEADLINE_LENGTH and len(line.split()) <= _HEADLINE_WORDS
    dated = published_in(line) is not None
    return line if short and rest.strip() and line[-1] not in ".,;:…" and not dated else ""


def _has_text(data: bytes) -> bool:
    return bool(data.removeprefix(codecs.BOM_UTF8).strip())


def _source(path: Path, page: Page, data: bytes) -> Source:
    return Source(
        id=path.stem,
        text=page.text,
        title=page.title,
        url=page.url,
        outlet=page.outlet or host(page.url),
        published=page.published or published_in(page.text),
        path=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        notes=notes(page.text),
    )

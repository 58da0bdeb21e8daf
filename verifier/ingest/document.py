"""Read one article file as a source, by its ending: text, Markdown, HTML, PDF or Word."""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import replace
from pathlib import Path

from verifier.data.decode import decode, read_bytes
from verifier.errors import InputError
from verifier.ingest.foreign import refuse_markup
from verifier.ingest.formats import Page, is_html, is_markdown
from verifier.ingest.front_matter import front_matter
from verifier.ingest.pdf import read_pdf
from verifier.ingest.published import published_in
from verifier.ingest.quality import notes
from verifier.ingest.text_pages import paged
from verifier.ingest.text_tabs import tabled
from verifier.ingest.urls import host, usable
from verifier.model import Source
from verifier.text.normalise import UNSEEN
from verifier.text.patterns import pattern

PAGES = frozenset({".html", ".htm", ".xhtml"})
WORD, PDF = ".docx", ".pdf"
SUFFIXES = frozenset({".txt", ".md", ".markdown", PDF, WORD}) | PAGES
_MARKED = pattern(
    r"\*\*[^\s*]|(?<!\w)__[^\s_]|(?<!`)`[^`\s][^`\n]{0,80}`(?!`)|\]\((?:https?:|/|#|\.)|&(?:nbsp|amp|lt|gt|quot|#\d{1,6});"
    r"|\{(?:\+\+|--|~~|==|>>)[^\s{}]|(?<![\w=])==[^\s=](?:[^=\n]{0,200}[^\s=])?==(?![\w=])"
    r"|</?(?:a|b|i|em|strong|sup|sub|span|br|code)\b[^<>\n]{0,300}>"
    r"|^> ?[^\s>][^\n]*\n> ?[^\s>]"
    r"|^(?:```|~~~|#{1,6} \S|\|.{1,2000}\|[ \t]*$|\|?[ :|-]{0,80}---)",
    re.MULTILINE,
)
_HEADLINE_WORDS, _HEADLINE_LENGTH = 25, 200


def read_document(path: Path) -> Source:
    """Read an article; its id is the file's stem, and an empty file is a source with that note.

    Raises: InputError where the file is unreadable, or an extra that it needs is missing.
    """
    if path.suffix.lower() in PAGES:
        from verifier.ingest.html import read_page

        return _source(path, *read_page(path))
    if path.suffix.lower() == PDF:
        text, data = read_pdf(path)
        return _source(path, Page(text), data)
    if path.suffix.lower() == WORD:
        from verifier.ingest.word import read_word

        text, data = read_word(path)
        return markup(_source(path, Page(text), data))
    data = read_bytes(path)
    text = decode(data, str(path)).text if _has_text(data) else ""
    refuse_markup(text, path, shaped=not is_markdown(path))
    if is_html(text):
        from verifier.ingest.html import extract

        return _source(path, extract(text, str(path)), data)
    source = _source(path, Page(text), data)
    prose = not is_markdown(path)
    return markup(source, prose=prose) if not prose or is_marked(source.text) or is_set(source.text) else source


def is_marked(text: str) -> bool:
    """Tell whether a plain text has marks of Markdown, front matter, or characters that do not show."""
    return bool(_MARKED.search(text) or UNSEEN.search(text)) or front_matter(text).end > 0


def is_set(text: str) -> bool:
    """Tell whether a plain text was set in pages, in lines with hyphens at their ends, or in columns with tabs."""
    found = paged(text, "")
    return bool(found.edits or found.skipped or tabled(text, text)[1])


def markup(source: Source, *, prose: bool = False) -> Source:
    """Return an article in Markdown with its text as a reader sees it; one too long or too deep for that as it is."""
    from verifier.ingest.markdown import markdown_article

    try:
        read = markdown_article(source.text, replace(source, published=None, notes=()), prose=prose)
    except InputError as error:
        return replace(source, notes=(*source.notes, f"read with its marks: it {error.what}"))
    shown = unskipped(read)
    return replace(read, published=read.published or published_in(shown), notes=(*notes(shown), *read.notes))


def unskipped(source: Source) -> str:
    """Return the text of a source without what is no prose."""
    text, at = [], 0
    for each in source.skipped:
        text.append(source.text[at : each.start])
        at = each.end
    return "".join((*text, source.text[at:]))


def headline(source: Source) -> str:
    """Return a source's title for display: its own, or the body's first line where that looks like a headline."""
    return source.title or first_headline(unskipped(source))


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
    url, remarks = usable(page.url)
    return Source(
        id=path.stem,
        text=page.text,
        title=page.title,
        url=url,
        outlet=page.outlet or host(url),
        published=page.published or published_in(page.text),
        path=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        notes=(*notes(page.text), *([page.note] if page.note else []), *remarks),
        skipped=page.skipped,
    )

"""Extract the article of an HTML page, offline, with trafilatura (extra `web`)."""

from __future__ import annotations

import codecs
import logging
import re
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from verifier.errors import InputError
from verifier.ingest.decode import read_bytes

MAX_HTML = 8 * 1024 * 1024
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LATIN = frozenset({"iso8859-1", "ascii"})
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}


class Page(NamedTuple):
    """Hold the article of a page: its text, paragraphs apart by an empty line, and what the page says about it."""

    text: str
    title: str = ""
    url: str = ""
    outlet: str = ""
    published: date | None = None


def read_page(path: Path) -> tuple[Page, bytes]:
    """Read an HTML file; return its article and the file's bytes.

    Raises: InputError where it is unreadable, empty, in an unknown encoding, or the extra `web` is missing.
    """
    data = read_bytes(path, MAX_HTML)
    return extract(decode_page(data, str(path)), str(path)), data


def decode_page(data: bytes, where: str = "") -> str:
    """Decode a page: by its byte order mark, as UTF-8, or by the character set its head declares.

    Raises: InputError where none of them fits.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    if b"\0" in data[:8192]:
        raise InputError("is a binary file", where, "supply the page's HTML")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if text := _as_declared(data):
            return text
        hint = "convert it to UTF-8, or declare its charset in the page's head"
        raise InputError(f"is not UTF-8 (byte {error.start})", where, hint) from error


def _as_declared(data: bytes) -> str:
    """Decode by the declared character set; browsers read Latin-1 as Windows-1252, and so does this."""
    declared = _META_CHARSET.search(data[:4096])
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name if declared else "utf-8"
        return data.decode("cp1252" if name in _LATIN else name, errors="replace" if name in _LATIN else "strict")
    except (LookupError, UnicodeError):
        return ""


def extract(html: str, where: str = "") -> Page:
    """Return the article of a page; its text is empty where the page holds none.

    Raises: InputError where trafilatura is missing or gives up.
    """
    library = _library(where)
    try:
        found = library.bare_extraction(html, include_comments=False, with_metadata=True, date_extraction_params=_DATES)
    except Exception as error:  # a crafted page may break the parser in any way
        raise InputError(f"cannot be read as HTML ({type(error).__name__})", where, "save the page anew") from error
    if found is None:
        return Page("")
    title = " ".join((found.title or "").split())
    return Page(
        text=_body(found.text or "", title),
        title=title,
        url=found.url or "",
        outlet=found.sitename or found.hostname or "",
        published=date.fromisoformat(found.date) if found.date else None,
    )


def _library(where: str) -> ModuleType:
    try:
        import trafilatura
    except ImportError as error:
        raise InputError('needs the extra "web"', where, "pip install trafilatura lxml_html_clean") from error
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return trafilatura


def _body(text: str, title: str) -> str:
    """Set paragraphs apart, and leave out a first line that only repeats the title."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines and title and lines[0].casefold() == title.casefold():
        lines = lines[1:]
    return "\n\n".join(lines)

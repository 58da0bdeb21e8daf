"""Extract the text of a PDF with pypdf, hard-wrapped lines joined into paragraphs."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from verifier.data.decode import read_bytes
from verifier.errors import InputError
from verifier.ingest.pdf_pages import joined, without_repeats
from verifier.text.normalise import UNSEEN
from verifier.text.patterns import pattern

_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_HYPHEN = pattern(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])")
_FULL_LINE = 0.75


def read_pdf(path: Path) -> tuple[str, bytes]:
    """Read a PDF; return its text and the file's bytes.

    Raises: InputError where it is unreadable, encrypted, damaged, without text, or pypdf is missing.
    """
    data, where = read_bytes(path), str(path)
    try:
        import pypdf
    except ImportError as error:
        raise InputError("needs pypdf to be read", where, "pip install pypdf, or save the article as text") from error
    import logging

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    except Exception as error:  # a crafted file may break the parser in any way
        raise InputError(f"cannot be read as PDF ({type(error).__name__})", where, "save it as text") from error
    if not any(map(str.isalnum, "".join(pages))):
        why = "has no letters on its pages, which may be pictures" if pages else "has no pages, or is damaged"
        raise InputError(why, where, "save it as text, with character recognition if need be")
    kept = without_repeats([_lines(page) for page in pages])
    return "\n\n".join(joined([unwrap("\n".join(page)).split("\n\n") for page in kept if any(page)])), data


def unwrap(page: str) -> str:
    """Join the lines of a page into paragraphs, one empty line apart; words broken at a line's end are mended."""
    parts = (_HYPHEN.sub("", part).replace("\n", " ") for part in _paragraphs(page.translate(_LIGATURES)))
    return "\n\n".join(UNSEEN.sub("", part) for part in parts)


def _lines(page: str) -> list[str]:
    return [" ".join(line.split()) for line in page.splitlines()]


def _paragraphs(page: str) -> Iterator[str]:
    """Yield runs of lines; an empty line ends one, and so does a line that leaves much of the width free."""
    lines = _lines(page)
    width = max(map(len, lines), default=0)
    run: list[str] = []
    for line in [*lines, ""]:
        run += [line] if line else []
        if run and len(line) < _FULL_LINE * width:
            yield "\n".join(run)
            run = []

"""Read postmortems of any supported format from a file."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from pathlib import Path

from verifier.data.decode import Decoded, decode, read_bytes, read_text
from verifier.errors import InputError
from verifier.ingest.document import PAGES, PDF, WORD
from verifier.ingest.fields import Origin, require_incident, require_text
from verifier.ingest.foreign import OPENED_BY, is_report, refuse_markup
from verifier.ingest.formats import MAX_HTML, MAX_LENGTH, is_html, is_markdown
from verifier.ingest.front_matter import front_matter
from verifier.ingest.incidents import is_export, read_incidents
from verifier.ingest.page_rows import is_page
from verifier.ingest.pdf import read_pdf
from verifier.ingest.tables import TABLES
from verifier.model import Postmortem
from verifier.text.patterns import pattern

_JSON = pattern(r"\s*(?:\{\s*[\"}]|\[\s*[{\]])")


class Form(StrEnum):
    """Name a format of postmortems."""

    PAGE = "page"
    EXPORT = "export"
    JSON = "json"
    MARKDOWN = "markdown"


_ENDINGS = {".json": Form.JSON} | dict.fromkeys(TABLES, Form.EXPORT)


def read_postmortems(path: Path, incident: str | None = None, stdin_text: str | None = None) -> tuple[Postmortem, ...]:
    """Read the postmortems of a file, in its order: a FAIL page or CSV export, JSON, Markdown or plain prose.

    Args: `incident` picks the one with that id; `stdin_text` is read instead of the file, `path` still names it.
    Raises: InputError where there is nothing to read, UsageError where no postmortem has the id.
    """
    if stdin_text is None and is_report(path):
        raise InputError("is a report of verifier, and no postmortem", str(path), OPENED_BY)
    decoded = _decoded(path, stdin_text)
    origin = Origin(str(path), "stdin" if str(path) == "-" else path.stem, decoded.sha256)
    found = require_text(_read(detect(decoded.text, path), decoded.text, origin, incident), origin.path)
    require_incident([each.id for each in found], incident, origin.path)
    return tuple(each for each in found if incident in {None, each.id})


def _decoded(path: Path, stdin_text: str | None) -> Decoded:
    """Read a file as text; of a web page or a Word document the article as Markdown, of a PDF its text.

    Raises: InputError where it cannot be read, or the extra that it needs is missing.
    """
    if stdin_text is not None:
        decoded = decode(stdin_text.encode(errors="surrogatepass"), str(path))
    elif path.suffix.lower() in {PDF, WORD}:
        from verifier.ingest.word import read_word

        text, data = read_pdf(path) if path.suffix.lower() == PDF else read_word(path, MAX_LENGTH)
        return Decoded(text, hashlib.sha256(data).hexdigest())
    elif path.suffix.lower() in PAGES:
        from verifier.ingest.html import decode_page

        data = read_bytes(path, MAX_HTML)
        decoded = Decoded(decode_page(data, str(path)), hashlib.sha256(data).hexdigest())
    else:
        decoded = read_text(path)
    if is_html(decoded.text) or path.suffix.lower() in PAGES:
        from verifier.ingest.html_postmortem import as_markdown

        return decoded._replace(text=as_markdown(decoded.text, str(path)))
    return decoded


def detect(text: str, path: Path) -> Form:
    """Tell the format of a text by what it holds, then by its file's ending.

    Raises: InputError for a markup that is not read.
    """
    refuse_markup(text, path, shaped=not is_markdown(path) and not is_page(text))
    end = front_matter(text).end
    if end and text[end:].strip():
        return Form.MARKDOWN
    if _JSON.match(text):
        return Form.JSON
    if is_export(text):
        return Form.EXPORT
    return Form.PAGE if is_page(text) else _ENDINGS.get(path.suffix.lower(), Form.MARKDOWN)


def _read(form: Form, text: str, origin: Origin, incident: str | None) -> tuple[Postmortem, ...]:
    if form is Form.EXPORT:
        return read_incidents(text, origin, incident)
    if form is Form.JSON:
        from verifier.ingest.json_incident import read_json

        return read_json(text, origin)
    if form is Form.PAGE:
        from verifier.ingest.page import read_page

        return (read_page(text, origin),)
    from verifier.ingest.markdown import read_markdown

    return (read_markdown(text, origin),)

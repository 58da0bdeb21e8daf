"""Read postmortems of any supported format from a file."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from verifier.data.decode import decode, read_text
from verifier.errors import InputError
from verifier.ingest.fields import Origin, require_incident, require_text
from verifier.ingest.incidents import is_export, read_incidents
from verifier.ingest.page_rows import is_page
from verifier.model import Postmortem

_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[{\]])")
_HTML = re.compile(r"\s*(?:<!doctype html\b|<html\b)", re.IGNORECASE)


class Form(StrEnum):
    """Name a format of postmortems."""

    PAGE = "page"
    EXPORT = "export"
    JSON = "json"
    MARKDOWN = "markdown"


_ENDINGS = {".csv": Form.EXPORT, ".json": Form.JSON}


def read_postmortems(path: Path, incident: str | None = None, stdin_text: str | None = None) -> tuple[Postmortem, ...]:
    """Read the postmortems of a file, in its order: a FAIL page or CSV export, JSON, Markdown or plain prose.

    Args: `incident` picks the one with that id; `stdin_text` is read instead of the file, `path` still names it.
    Raises: InputError where there is nothing to read, UsageError where no postmortem has the id.
    """
    decoded = read_text(path) if stdin_text is None else decode(stdin_text.encode(errors="surrogatepass"), str(path))
    origin = Origin(str(path), "stdin" if str(path) == "-" else path.stem, decoded.sha256)
    found = require_text(_read(detect(decoded.text, path), decoded.text, origin, incident), origin.path)
    require_incident([each.id for each in found], incident, origin.path)
    return tuple(each for each in found if incident in {None, each.id})


def detect(text: str, path: Path) -> Form:
    """Tell the format of a text by what it holds, then by its file's ending.

    Raises: InputError for a web page.
    """
    if _HTML.match(text):
        raise InputError("is a web page, not a postmortem's text", str(path), "save it as text or Markdown")
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

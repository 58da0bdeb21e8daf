"""Find the citation markers of a text: `[95954]`, `[Article 7, Article 8]`, `<Article 7>`, `[#7]`, `[a7]`, `[^1]`."""

from __future__ import annotations

import re

from verifier.model import Citation

_ID = r"(?:[a-z0-9][\w.-]{0,60})?\d[\w-]{0,20}"
_NAMED = rf"articles?\s{{0,3}}(?:#?\s?{_ID}|#)"
_ITEM = rf"(?:{_NAMED}|a\d{{1,9}}|#?\d{{1,9}}|#)"
_JOIN = r"\s{0,3}(?:[,;&]\s{0,3}(?:and\s{1,3})?|and\s{1,3})"
_SQUARE = rf"\[\s{{0,3}}(?:{_ITEM}(?:{_JOIN}{_ITEM}){{0,40}}|\^[\w-]{{1,40}})\s{{0,3}}\]"
_ANGLE = rf"<\s?{_NAMED}(?:{_JOIN}{_ITEM}){{0,40}}\s?>"
_BARE = rf"\b(?:article\s{{0,3}}#?\s?\d{{1,9}}|articles\s{{0,3}}#?\d{{1,9}}(?:{_JOIN}#?\d{{1,9}}\b){{0,40}})\b"
_LEGAL = r"(?!\s?\(\d|\.\d|-\w|\s(?:of\sthe\s(?!provided|cited|articles?\b)|gdpr|tfeu|tue|echr))"
_MARKER = re.compile(rf"{_SQUARE}|{_ANGLE}|{_BARE}{_LEGAL}", re.IGNORECASE)
_LABEL = re.compile(rf"articles?\s{{0,3}}#?\s?({_ID})|\ba(\d+)|\^([\w-]+)|(\d+)", re.IGNORECASE)


def _labels(marker: str) -> tuple[str, ...]:
    found = (next(filter(None, match.groups())) for match in _LABEL.finditer(marker))
    return tuple(dict.fromkeys(found))


def citations(text: str, start: int = 0, end: int | None = None) -> tuple[Citation, ...]:
    """Return the markers in `text[start:end]` in order, with the labels they name.

    A placeholder such as `[#, #]` is a marker without labels; `[sic]`, `[1.2]` and `[Smith 2020]` are none.
    """
    stop = len(text) if end is None else end
    found = (Citation(*match.span(), _labels(match.group())) for match in _MARKER.finditer(text, start, stop))
    return tuple(citation for citation in found if citation.labels != ("0",))

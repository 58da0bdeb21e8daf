"""Find the citation markers of a text: `[95954]`, `[Article 7, Article 8]`, `<Article 7>`, `[#7]`, `[a7]`, `[^1]`."""

from __future__ import annotations

import re
from dataclasses import replace

from verifier.model import Citation, Field

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
_BRACKET = re.compile(r"\[([^\[\]\n]{2,200})\]")  # one letter alone is the mark of an option
_BETWEEN = re.compile(r"\s{0,3}[,;]\s{0,3}")


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


def bracketed(text: str, start: int = 0, end: int | None = None) -> tuple[Citation, ...]:
    """Return what stands in square brackets in `text[start:end]`, with the labels that it would name: `[post, 7]`."""
    found = _BRACKET.finditer(text, start, len(text) if end is None else end)
    return tuple(Citation(*match.span(), tuple(dict.fromkeys(_BETWEEN.split(match[1].strip())))) for match in found)


def with_known(field: Field, labels: frozenset[str]) -> Field:
    """Return a field in which brackets that name nothing but known labels are citations as well as its links."""
    named = [each for each in bracketed(field.text, field.start, field.end) if labels.issuperset(each.labels)]
    taken = {at for link in field.links for at in range(link.start, link.end)} if named else set()
    found = [each for each in named if not citations(field.text, each.start, each.end) and each.start not in taken]
    return replace(field, links=tuple(sorted((*field.links, *found), key=_start))) if found else field


def _start(citation: Citation) -> int:
    return citation.start

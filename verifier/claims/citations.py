"""Find the citation markers of a text: `[95954]`, `[Article 7, Article 8]`, `<Article 7>`, `[#7]`, `[a7]`, `[^1]`."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from verifier.model import Citation, Field
from verifier.text.normalise import RAISED, unraised

_ID = r"(?:[a-z0-9][\w.-]{0,60})?\d[\w-]{0,20}"
_NAMED = rf"articles?\s{{0,3}}(?:#?\s?{_ID}|#)"
_ITEM = rf"(?:{_NAMED}|a\d{{1,9}}|#?\d{{1,9}}|#)"
_JOIN = r"\s{0,3}(?:[,;&]\s{0,3}(?:and\s{1,3})?|and\s{1,3})"
_SQUARE = rf"\[\s{{0,3}}(?:{_ITEM}(?:{_JOIN}{_ITEM}){{0,40}}|\^[\w-]{{1,40}})\s{{0,3}}\]"
_ANGLE = rf"<\s?{_NAMED}(?:{_JOIN}{_ITEM}){{0,40}}\s?>"
_BARE = rf"\b(?:article\s{{0,3}}#?\s?\d{{1,9}}|articles\s{{0,3}}#?\d{{1,9}}(?:{_JOIN}#?\d{{1,9}}\b){{0,40}})\b"
_LEGAL = r"(?!\s?\(\d|\.\d|-\w|\s(?:of\sthe\s(?!provided|cited|articles?\b)|gdpr|tfeu|tue|echr))"
_MARKER = re.compile(rf"{_SQUARE}|{_ANGLE}|{_BARE}{_LEGAL}", re.IGNORECASE)
_SIGNS = ("[", "<", "article")
"""What a text has that has a marker."""
_LABEL = re.compile(rf"articles?\s{{0,3}}#?\s?({_ID})|\ba(\d+)|\^([\w-]+)|(\d+)", re.IGNORECASE)
_UNITS = frozenset({"in", "mi", "yd", "ha", "oz", "mil", "mol", "sin", "cos", "tan", "log"})
"""What is raised to a power and could be a word by its letters."""
_LONGEST_SYMBOL = 3
_VOWELS = frozenset("aeiouy")
_WORD_BEFORE = re.compile(r"[^\W\d_](?:['’-]?[^\W\d_])*\Z")
_BEFORE = 20
_BRACKET = re.compile(
    rf"(?=[\[【(^{RAISED}]|\s\^)(?:"  # few places begin one
    r"\[([^\[\]\n]{2,200})\]|(?<=\S[ \]])\[([a-z])\](?!\w)"  # not: [T]he pump[s]
    r"|【([^【】\n]{1,200})】"
    r"|\(((?:refs?|references?|sources?)\b\.?\s?[^()\n]{1,200})\)"
    rf"|(?<=[^\W\d]|[.,;:!?)\]\"'”’])([{RAISED}]{{1,3}}(?:[,⁻]\s?[{RAISED}]{{1,3}}){{0,9}})"
    r"|(?<=[\w.,;:!?)\"'”’])(?:\s|(?<!\d))\^(\d{1,3})\^)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s{0,3}[,;]\s{0,3}")
_SAID_OF_IT = re.compile(
    r"(?:(?:see(?: also)?|cf|refs?|references?|sources?)\.?:?(?=[\s@\d])\s{0,3})?@?", re.IGNORECASE
)
_PLACE = re.compile(r"(?:pp?|secs?|sections?|chs?|chapters?|figs?|tables?|paras?|§§?)\.?\s?\d[\d.–-]*", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,3})\s?[–-]\s?(\d{1,3})")
_LONGEST_RANGE = 20


def _labels(marker: str) -> tuple[str, ...]:
    found = (next(filter(None, match.groups())) for match in _LABEL.finditer(marker))
    return tuple(dict.fromkeys(found))


def citations(text: str, start: int = 0, end: int | None = None) -> tuple[Citation, ...]:
    """Return the markers in `text[start:end]` in order, with the labels they name.

    A placeholder such as `[#, #]` is a marker without labels; `[sic]`, `[1.2]` and `[Smith 2020]` are none.
    """
    stop = len(text) if end is None else end
    low = text[start:stop].lower()
    if not any(sign in low for sign in _SIGNS):
        return ()
    found = (Citation(*match.span(), _labels(match.group())) for match in _MARKER.finditer(text, start, stop))
    return tuple(citation for citation in found if citation.labels != ("0",))


def bracketed(text: str, known: Container[str], start: int = 0, end: int | None = None) -> tuple[Citation, ...]:
    """Return what may name labels in `text[start:end]`: `[post, 7]`, `[see @post, p. 3]`, `(ref. 7)`, `it broke.⁷`.

    What is a known label as it stands is that one, whatever it looks like: `[source-1]`, `[a, fig2]`.
    """
    found = _brackets(text, start, len(text) if end is None else end)
    return tuple(Citation(*match.span(), tuple(dict.fromkeys(_named(match, known)))) for match in found)


def possible(text: str, start: int = 0, end: int | None = None) -> Iterator[str]:
    """Yield every label that a bracket or a raised number in `text[start:end]` might name, were it known."""
    for match in _brackets(text, start, len(text) if end is None else end):
        words = _words(match)
        yield from (words, *_BETWEEN.split(words), *_named(match, frozenset()))


def _brackets(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for match in _BRACKET.finditer(text, start, end):
        first = text[match.start()]
        alone = first in "[【(" or first.isspace()
        if alone or not _is_power(text[max(start, match.start() - _BEFORE) : match.start()]):
            yield match


def _is_power(before: str) -> bool:
    """Tell whether a number raised behind this is a power or a part of a formula: `km²`, `CO²`, `mc²`, not `it broke²`.

    Behind a stop, a space or a closing mark it is none, nor behind what is a word by its letters.
    """
    if not before[-1:].isalnum():
        return False
    found = _WORD_BEFORE.search(before)
    return found is None or _is_symbol(found.group())


def _is_symbol(word: str) -> bool:
    """Tell whether a word is a unit, a variable or a formula: short, and in capitals or without a vowel."""
    if len(word) > _LONGEST_SYMBOL:
        return False
    capitals = not word[1:].islower() or (len(word) < _LONGEST_SYMBOL and word[0].isupper())
    return capitals or word in _UNITS or _VOWELS.isdisjoint(word.lower())


def _words(match: re.Match[str]) -> str:
    words: str = next(filter(None, match.groups()))
    return unraised(words).strip()


def _named(match: re.Match[str], known: Container[str]) -> Iterator[str]:
    """Yield the labels that a bracket or a raised number would name; where in a source it stands is none."""
    words = _words(match)
    for number, part in enumerate([words] if words in known else _BETWEEN.split(words)):
        ends = _RANGE.fullmatch(part)
        if part in known:
            yield part
        elif ends and 0 < int(ends[2]) - int(ends[1]) < _LONGEST_RANGE:
            yield from map(str, range(int(ends[1]), int(ends[2]) + 1))
        elif not (number and _PLACE.fullmatch(part)):
            yield _SAID_OF_IT.sub("", part, count=1) or part


def apart(markers: Iterable[Citation], links: Sequence[Citation]) -> Iterator[Citation]:
    """Yield the markers that no link overlaps; both are in order."""
    at = 0
    for marker in markers:
        while at < len(links) and links[at].end <= marker.start:
            at += 1
        if at == len(links) or links[at].start >= marker.end:
            yield marker


def with_known(field: Field, labels: frozenset[str]) -> Field:
    """Return a field in which brackets that name nothing but known labels are citations as well as its links.

    A link may end in such a bracket: what shows none of its address has no width, and takes nothing away.
    """
    named = [each for each in bracketed(field.text, labels, field.start, field.end) if labels.issuperset(each.labels)]
    shown = [link for link in field.links if link.start < link.end]
    found = [each for each in apart(named, shown) if not citations(field.text, each.start, each.end)]
    return replace(field, links=tuple(sorted((*field.links, *found), key=_start))) if found else field


def _start(citation: Citation) -> int:
    return citation.start

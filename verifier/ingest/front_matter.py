"""Find the front matter of a text (YAML, TOML, JSON or that of pandoc), and what it says of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verifier.ingest.published import parse_date
from verifier.model import Span
from verifier.text.patterns import pattern

_FENCED = pattern(r"\s{0,9}(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)")
_BRACED = pattern(r"\s{0,9}\{[ \t]*(?:\r\n?|\n)")
_LISTED = pattern(r"(?:[a-z][a-z-]{1,20}:(?:\t[^\n]{0,2000})?\n){2,30}--[ \t]*$", re.MULTILINE)
"""What `gh issue view` writes above an issue: keys, tabs, values, and a rule; an editor may have cut the last tab."""
_PERCENT = pattern(
    r"%[ \t](?P<title>[^\n]{0,300})\n(?:[ \t]+[^\n]{1,300}\n){0,3}"
    r"(?:%(?:[ \t][^\n]{0,300})?\n(?:[ \t]+[^\n]{1,300}\n){0,9}(?:%[ \t](?P<date>[^\n]{0,100})\n)?)?(?=[ \t]*(?:\n|\Z))"
)
"""What pandoc reads as a title, authors and a date: each in a line behind a percent sign."""
_CLOSING = {
    "---": pattern(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": pattern(r"^\+\+\+[ \t]*$", re.MULTILINE),
    "{": pattern(r"^\}[ \t]*$", re.MULTILINE),
}
_LINE = pattern(
    r"^[ \t]{0,4}[\"']?(?P<key>[A-Za-z][\w -]{0,40}?)[\"']?[ \t]{0,9}[:=](?![:=])[ \t]{0,9}(?P<value>[^\r\n]{0,2000})",
    re.MULTILINE,
)
_FOLDED = pattern(r"[|>][-+1-9]{0,2}[ \t]*")
_INDENTED = pattern(r"(?:(?:\r\n?|\n)[ \t]+\S[^\r\n]{0,2000})+")
_LONGEST = 20_000
_LETTER = pattern(r"[^\r\n]")
_TITLE_KEYS = ("title",)
_DATE_KEYS = ("published", "published_at", "publication_date", "publish_date", "pubdate", "date")
_URL_KEYS, _WEB = ("url", "canonical_url", "canonical", "source_url", "link"), ("https://", "http://")
_QUOTES = "\"'"


class FrontMatter(NamedTuple):
    """Hold where the text behind the front matter begins, and the spans of its title, date and address, if any."""

    end: int = 0
    title: Span | None = None
    published: Span | None = None
    url: Span | None = None


def front_matter(text: str) -> FrontMatter:
    """Read `key: value`, `key = value` and `"key": value` lines above a text; lines of other sorts alone are none."""
    if text.startswith("%") and (block := _PERCENT.match(_lines(text))):
        return FrontMatter(block.end(), _inner(block, "title"), _inner(block, "date"))
    end = _end(text)
    found = dict(_values(text, end))
    if not found:
        return FrontMatter()
    dates = (found[key] for key in _DATE_KEYS if key in found and parse_date(text[slice(*found[key])]))
    titles = (found[key] for key in _TITLE_KEYS if key in found and text[slice(*found[key])].strip())
    urls = (found[key] for key in _URL_KEYS if key in found and text.startswith(_WEB, found[key].start))
    return FrontMatter(end, next(titles, None), next(dates, None), next(urls, None))


def _lines(text: str) -> str:
    """Return the beginning of a text with one kind of line breaks, at the same offsets."""
    return text[:_LONGEST].replace("\r\n", " \n").replace("\r", "\n")


def _inner(block: re.Match[str], name: str) -> Span | None:
    """Return the span of what a group holds without the space around it."""
    value = block[name] or ""
    start = block.start(name) + len(value) - len(value.lstrip())
    return Span(start, start + len(value.strip())) if value.strip() else None


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with blanks for the characters of some spans; line breaks stay, and so does its length."""
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], _LETTER.sub(" ", text[start:end])]
        at = end
    return "".join((*parts, text[at:]))


def _end(text: str) -> int:
    """Return where the line that closes the front matter ends, 0 where there is none."""
    head = _lines(text)
    fenced = _FENCED.match(head)
    opened = fenced or _BRACED.match(head)
    if not opened:
        listed = _LISTED.match(head)
        return listed.end() if listed else 0
    closed = _CLOSING[fenced["fence"] if fenced else "{"].search(head, opened.end())
    return closed.end() if closed else 0


def _values(text: str, end: int) -> Iterator[tuple[str, Span]]:
    """Yield the keys, in lower case, with the spans of their values, without quotes and a comma behind them."""
    for match in _LINE.finditer(text, 0, end):
        if _FOLDED.fullmatch(match["value"]):
            yield _key(match), _block(text, match.end(), end)
            continue
        start = match.start("value")
        value = match["value"].rstrip().removesuffix(",").rstrip()
        quoted = value[:1] in _QUOTES and value != ""
        inner = value[quoted:].removesuffix(value[:1]) if quoted else value
        yield _key(match), Span(start + quoted, start + quoted + len(inner))


def _key(line: re.Match[str]) -> str:
    return re.sub(r"[ -]", "_", line["key"].lower())


def _block(text: str, at: int, end: int) -> Span:
    """Return what a value that begins on the next line holds: the indented lines there."""
    found = _INDENTED.match(text, at, end)
    return Span(at + len(found[0]) - len(found[0].lstrip()), found.end()) if found else Span(at, at)

"""Find what a Markdown document says of itself: front matter, and the line that says when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verifier.ingest.markdown_lines import Lines
from verifier.ingest.markdown_parser import Parsed
from verifier.ingest.markdown_pieces import Piece
from verifier.ingest.published import parse_date
from verifier.model import Span

_LINE = re.compile(
    r"^[*_ \t-]{0,4}(?P<label>published date|publication date|date published|published(?: on)?|posted(?: on)?|date)"
    r"[*_]{0,2}(?:[ \t]{0,3}:[*_]{0,2}|(?<=on))[ \t]{1,3}(?P<value>[^\n|]{4,40}?)[*_ \t]{0,4}$",
    re.IGNORECASE | re.MULTILINE,
)
_META = re.compile(r"(?P<key>[A-Za-z_-]{1,40})[ \t]{0,9}:[ \t]{1,9}(?P<value>[^\r\n]{1,2000})")
_TITLE_KEYS = ("title",)
_DATE_KEYS = ("published", "published_at", "publication_date", "publish_date", "pubdate", "date")


class Meta(NamedTuple):
    """Hold the raw spans of a front matter's title and date of publication, where it has them."""

    title: Span | None
    published: Span | None


def front_matter(parsed: Parsed, lines: Lines) -> Meta:
    """Read `key: value` lines of the front matter."""
    found = dict(_values(parsed, lines))
    dates = (found[key] for key in _DATE_KEYS if key in found and parse_date(lines.text[slice(*found[key])]))
    return Meta(next((found[key] for key in _TITLE_KEYS if key in found), None), next(dates, None))


def stamp(pieces: Iterable[Piece]) -> Span | None:
    """Return the raw span of the date in a line such as `Published: 2020-02-27`; failing that, `Date: ...`."""
    found = [
        (match["label"].casefold() == "date", piece.mapping.span(*match.span("value")))
        for piece in pieces
        for match in _LINE.finditer(piece.content)
        if parse_date(match["value"])
    ]
    return min(found)[1] if found else None


def _values(parsed: Parsed, lines: Lines) -> Iterator[tuple[str, Span]]:
    """Yield the keys of the front matter, in lower case, with the raw spans of their values, quotes left out."""
    token = parsed.tokens[0] if parsed.tokens else None
    if token and token.type == "front_matter" and token.map:
        for number in range(token.map[0] + 1, token.map[1] - 1):
            start, end = lines.spans[number]
            match = _META.match(lines.text, start, end)
            if match:
                value = match["value"].strip()
                at = match.start("value") + (value[:1] in {'"', "'"})
                yield match["key"].lower().replace("-", "_"), Span(at, at + len(value.strip("\"'")))

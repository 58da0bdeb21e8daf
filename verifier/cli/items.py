"""Read single claims from JSON lines, however malformed, oversized or crafted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO, NamedTuple

from verifier.data.json_text import parse_json
from verifier.errors import InputError
from verifier.ingest.markdown import loose, markdown_article
from verifier.ingest.published import published_in
from verifier.ingest.urls import usable
from verifier.layout import Layout
from verifier.model import Source

MAX_LINE = 16 * 1024 * 1024
MAX_CLAIM = 50_000
_CHUNK = 1024 * 1024


class Item(NamedTuple):
    """Hold a claim with the sources that stand in its line, or the ids of articles to look up.

    `claim` is what a reader sees of it; `layout` leads to the text of the line where that has marks in it.
    """

    id: str | int
    claim: str
    sources: tuple[Source, ...] = ()
    articles: tuple[str, ...] = ()
    expected: str = ""
    layout: Layout | None = None


def lines(stream: BinaryIO, limit: int = MAX_LINE) -> Iterator[bytes | None]:
    """Yield the lines that are not blank, and None for each longer than `limit` bytes, which is not kept."""
    while line := stream.readline(limit + 1):
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
            yield None
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield line


def parse(line: bytes | None) -> dict[str, Any]:
    """Read a line as a JSON object.

    Raises: InputError where it is none.
    """
    if line is None:
        raise InputError(f"is longer than {MAX_LINE // 2**20} MiB", "line", "split it")
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8 (byte {error.start})", "line", "convert it to UTF-8") from error
    value = parse_json(text, "line", malformed="is not JSON", hint="write one object of plain values a line")
    if not isinstance(value, dict):
        raise InputError("is no JSON object", "line", 'write {"id": ..., "claim": ..., "sources": [...]}')
    return value


def identity(value: dict[str, Any]) -> str | int:
    """Return an item's id.

    Raises: InputError where it is neither text nor a whole number.
    """
    found = value.get("id")
    if isinstance(found, bool) or not isinstance(found, str | int):
        raise InputError("is missing or neither text nor a whole number", "id", "give every line an id")
    return found


def item(value: dict[str, Any]) -> Item:
    """Read an item.

    Raises: InputError that names the key that is wrong.
    """
    claim = _text(value, "claim", "claim")
    if len(claim) > MAX_CLAIM:
        raise InputError(f"is longer than {MAX_CLAIM} characters", "claim", "check a document with `verifier check`")
    if ("sources" in value) == ("articles" in value):
        raise InputError("holds both sources and articles, or neither", "line", "give one of them")
    expected = value.get("expected", "")
    seen, layout = loose(claim)
    return Item(
        identity(value),
        seen,
        tuple(_sources(value["sources"])) if "sources" in value else (),
        tuple(_articles(value["articles"])) if "articles" in value else (),
        expected if isinstance(expected, str) else "",
        layout,
    )


def _articles(value: object) -> Iterator[str]:
    for number, found in enumerate(_filled(value, "articles")):
        if isinstance(found, bool) or not isinstance(found, str | int):
            raise InputError("is no id", f"articles[{number}]", "write the article's id as text")
        yield str(found)


def _sources(value: object) -> Iterator[Source]:
    seen = set()
    for number, found in enumerate(_filled(value, "sources")):
        where = f"sources[{number}]"
        if not isinstance(found, dict):
            raise InputError("is no object", where, 'write {"id": ..., "text": ...}')
        source = _source(found, where)
        if source.id in seen:
            raise InputError(f'has the id "{source.id}", which another source has', where, "give each its own")
        seen.add(source.id)
        yield source


def _source(value: dict[str, Any], where: str) -> Source:
    url, remarks = usable(_text(value, "url", f"{where}.url", blank=True) if value.get("url") is not None else "")
    text = _text(value, "text", f"{where}.text", blank=True)
    source = Source(
        id=_text(value, "id", f"{where}.id"),
        text=text,
        title=_text(value, "title", f"{where}.title", blank=True) if value.get("title") is not None else "",
        url=url,
        published=_date(value.get("published"), f"{where}.published") or published_in(text),
        notes=remarks,
    )
    try:
        return markdown_article(source.text, source, prose=True)
    except InputError:  # too long or too deep to have its marks taken out
        return source


def _filled(value: object, where: str) -> list[object]:
    if not isinstance(value, list) or not value:
        raise InputError("is no list, or an empty one", where, "name at least one")
    return value


def _text(value: dict[str, Any], key: str, where: str, *, blank: bool = False) -> str:
    found = value.get(key)
    if not isinstance(found, str) or not (blank or found.strip()):
        raise InputError("is missing or no text", where, "write it as a string")
    return found


def _date(value: object, where: str) -> date | None:
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(value[:10] if isinstance(value, str) else "")
    except ValueError as error:
        raise InputError("is no date", where, "write it as YYYY-MM-DD") from error

"""Turn a page into Markdown, so that a postmortem on it keeps its headings, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.ingest.html import CODE, article_blocks
from verifier.ingest.html_around import Nearest, nearest
from verifier.ingest.html_blocks import Block
from verifier.ingest.table_heads import marked
from verifier.text.patterns import pattern

_FENCE = "`" * 9
_TITLE = "title"
"""The class that editors export the title of a document with."""
_MARKS = pattern(r"([\\`*_<>|~#])")


def as_markdown(html: str, where: str) -> str:
    """Return the article of a page as Markdown, with the day that the page gives as its own.

    Raises: InputError where the extra `web` is missing or the page cannot be read.
    """
    page, lines = article_blocks(html, where)
    item = nearest(lambda each: each.tag == "li")
    body = [_line(text, block, reason, item, page.title) for text, block, reason in lines]
    titled = any(line.startswith("# ") for line in body)
    head = [f"# {_escaped(page.title)}"] if page.title and not titled else []
    head += [f"Published: {page.published}"] if page.published else []
    return "\n\n".join((*head, *_tables(body)))


def _line(text: str, block: Block | None, reason: str, item: Nearest, title: str) -> str:
    if reason == CODE:
        return f"{_FENCE}\n{text}\n{_FENCE}"
    tag = block.element.tag if block else "p"
    words = _escaped(text)
    titled = block and tag == "p" and _TITLE in (block.element.get("class") or "").split()
    if titled or (tag == "h1" and text.strip() == title.strip()):
        return f"# {words}"
    if re.fullmatch(r"h[1-6]", tag):
        return f"{'#' * max(2, int(tag[1]))} {words}"
    if block and item(block.element) is not None:
        return f"- {words.removeprefix('- ')}"
    return words


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def _tables(lines: list[str]) -> Iterator[str]:
    """Yield the lines; those of a table, whose cells stand between borders, together and with a head."""
    rows: list[str] = []
    for line in [*lines, ""]:
        cells = line.replace("\\|", "|")
        if cells.count("|") > 0 and " | " in f" {cells} ":
            rows.append(cells.strip().strip("|").strip())
            continue
        if rows:
            first = [cell.strip() for cell in rows[0].split("|")]
            width = max(row.count("|") for row in rows) + 1
            yield marked([f"| {row} |" for row in rows], [*first, *[""] * (width - len(first))])
            rows = []
        if line:
            yield line

"""Turn a page into Markdown, so that a postmortem on it keeps its headings, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from verifier.ingest.html import CODE, article_blocks
from verifier.ingest.html_around import Nearest, nearest
from verifier.ingest.html_blocks import Block
from verifier.ingest.table_heads import marked
from verifier.text.patterns import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FENCE = "`" * 9
_TITLE = "title"
"""The class that editors export the title of a document with."""
_LABEL = pattern(r"\[(\d{1,4}|[a-z]{1,3})\]")
_WEIGHT = pattern(r"font-weight\s{0,3}:\s{0,3}(?:bold|[6-9]00)", re.IGNORECASE)
_RULE = pattern(r"\.([A-Za-z][\w-]{0,40})\s{0,3}\{([^{}]{0,400})\}")
_CHECKBOX, _TASKS = pattern(r"(?:^|\s)checkbox"), pattern(r"(?:^|\s)(?:inline-|contains-)?task-list(?:\s|$)")
_TICKED = pattern(r"(?:^|\s)(?:checkbox-on|checked)(?:\s|$)")
_HEADING = 80
_MARKS = pattern(r"([\\`*_<>|~#])")


def as_markdown(html: str, where: str) -> str:
    """Return the article of a page as Markdown, with the day that the page gives as its own.

    Raises: InputError where the extra `web` is missing or the page cannot be read.
    """
    page, lines = article_blocks(html, where)
    item, bold = nearest(lambda each: each.tag == "li"), _bold_classes(html)
    stands = page.title in {text.strip() for text, _, _ in lines}
    body: list[str] = []
    for text, block, reason in lines:
        headed = any(line.startswith("#") for line in body)
        titled = headed or bool(page.title and not stands)
        body.append(_line(text, block, reason, item, "" if headed else page.title, bold, titled=titled))
    titled = any(line.startswith("# ") for line in body)
    head = [f"# {_escaped(page.title)}"] if page.title and not titled else []
    head += [f"Published: {page.published}"] if page.published else []
    return "\n\n".join((*head, *_tables(body)))


def _line(
    text: str, block: Block | None, reason: str, item: Nearest, title: str, bold: Collection[str], *, titled: bool
) -> str:
    """Return a line of a page; `titled` says that a heading stands above it, or that the title stands elsewhere."""
    if reason == CODE:
        return f"{_FENCE}\n{text}\n{_FENCE}"
    tag = block.element.tag if block else "p"
    words = _escaped(text)
    named = block and tag == "p" and _TITLE in (block.element.get("class") or "").split()
    if (named and not titled) or (tag == "h1" and title and text.strip() == title.strip()):
        return f"# {words}"
    if re.fullmatch(r"h[1-6]", tag):
        return f"{'#' * max(2, int(tag[1]))} {words}"
    if block and (kind := note_of(block)):
        return f"[^{kind}]: {words.partition(']')[2].strip()}" if kind.isdigit() else f"{{>>{text}<<}}"
    if block and _is_bold(block, bold):
        return f"**{words}**"
    around = item(block.element) if block else None
    return words if around is None else f"- {_box(around)}{words.removeprefix('- ')}"


def _box(item: HtmlElement) -> str:
    """Return the box of a task as Markdown writes it, empty where an item is no task."""
    boxes = [each for each in item.iterdescendants() if _CHECKBOX.search(each.get("class") or "") or _is_input(each)]
    if not boxes and not _TASKS.search((item.getparent().get("class") or "") if item.getparent() is not None else ""):
        return ""
    done = any(each.get("checked") is not None or _TICKED.search(each.get("class") or "") for each in (item, *boxes))
    return "[x] " if done else "[ ] "


def _is_input(element: HtmlElement) -> bool:
    return bool(element.tag == "input" and element.get("type") == "checkbox")


def note_of(block: Block) -> str:
    """Return the label of a note at the end of a document, `1`, or of a comment there, `a`: it links back to its mark.

    A block that is none gives "".
    """
    first = next(block.element.iter("a"), None)
    label = _LABEL.fullmatch("".join(first.itertext()).strip()) if first is not None else None
    if first is None or label is None or not block.text.startswith(label[0]) or not first.get("id"):
        return ""
    back = (first.get("href") or "").removeprefix("#")
    marks = first.getroottree().xpath("//a[@id=$back]", back=back) if back else []
    return label[1] if any(mark.get("href") == f"#{first.get('id')}" for mark in marks) else ""


def _is_bold(block: Block, classes: Collection[str]) -> bool:
    """Tell whether a short paragraph is a heading: in bold, the title of a box, or what shows of one that is folded."""
    if block.element.tag not in {"p", "div", "summary"} or len(block.text) > _HEADING or block.text[-1] in ".!?;,":
        return False
    if block.element.tag == "summary" or _TITLE in (block.element.get("class") or "").split():
        return True
    inner = (each for each in block.element.iter("b", "strong", "span") if each.tag != "span" or _weighs(each, classes))
    return any("".join(each.itertext()).split() == "".join(block.element.itertext()).split() for each in inner)


def _weighs(span: HtmlElement, classes: Collection[str]) -> bool:
    style = _WEIGHT.search(span.get("style") or "") is not None
    return style or not set((span.get("class") or "").split()).isdisjoint(classes)


def _bold_classes(html: str) -> frozenset[str]:
    """Return the classes that the styles of a page set in bold."""
    return frozenset(found[1] for found in _RULE.finditer(html) if _WEIGHT.search(found[2]))


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

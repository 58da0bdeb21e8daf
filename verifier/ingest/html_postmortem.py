"""Turn a page into Markdown, so that a postmortem on it keeps its headings, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from verifier.ingest.html import CODE, article_blocks
from verifier.ingest.html_around import Nearest, nearest
from verifier.ingest.html_blocks import Block, fold
from verifier.ingest.html_rows import labelled
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
_KNOWN = pattern(r"\[\^(\d{1,4})\]: ")
_COMMENTED = "cmnt_ref"
"""How the name of a mark begins that leads to a comment; it is taken out of the text."""
_HEADING = 80
_MARKS = pattern(r"([\\`*_<>|~#])")


class _Looks(NamedTuple):
    """Tell what the elements of a page look like to its reader; each is looked at once."""

    item: Nearest
    is_bold: Callable[[HtmlElement], bool]
    box: Callable[[HtmlElement], str]
    anchors: Mapping[str, str]


def as_markdown(html: str, where: str) -> str:
    """Return the article of a page as Markdown, with the day that the page gives as its own.

    Raises: InputError where the extra `web` is missing or the page cannot be read.
    """
    page, lines = article_blocks(html, where)
    looks = _looks(html, [block for _, block, _ in lines if block])
    stands = page.title in {text.strip() for text, _, _ in lines}
    body: list[str] = []
    headed = False
    for text, block, reason in lines:
        titled = headed or bool(page.title and not stands)
        body.append(_line(text, block, reason, looks, "" if headed else page.title, titled=titled))
        headed = headed or body[-1].startswith("#")
    body = _with_marks(body)
    titled = any(line.startswith("# ") for line in body)
    head = [f"# {_escaped(page.title)}"] if page.title and not titled else []
    head += [f"Published: {page.published}"] if page.published else []
    top = next((block.element.getroottree().getroot() for _, block, _ in lines if block), None)
    named = frozenset() if top is None else labelled(top)
    return "\n\n".join((*head, *_tables(body, named)))


def _with_marks(body: Sequence[str]) -> list[str]:
    """Return the lines with the marks of notes as Markdown writes them."""
    notes = {known[1] for line in body if (known := _KNOWN.match(line))}
    return [line if _KNOWN.match(line) else _LABEL.sub(partial(_mark, notes), line) for line in body]


def _mark(notes: Collection[str], label: re.Match[str]) -> str:
    return f"[^{label[1]}]" if label[1] in notes else label[0]


def _looks(html: str, blocks: Sequence[Block]) -> _Looks:
    classes = frozenset(found[1] for found in _RULE.finditer(html) if _WEIGHT.search(found[2]))
    links = blocks[0].element.getroottree().iter("a") if blocks else ()
    anchors = {str(link.get("id")): str(link.get("href") or "") for link in links if link.get("id")}
    return _Looks(nearest(lambda each: each.tag == "li"), cache(partial(_is_bold, classes)), cache(_box), anchors)


def _line(text: str, block: Block | None, reason: str, looks: _Looks, title: str, *, titled: bool) -> str:
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
    return _marked(words, block, looks) if block else words


def _marked(words: str, block: Block, looks: _Looks) -> str:
    """Return the words of a block as Markdown writes a note, a comment, a heading in bold, an item or a task."""
    if kind := _note(block, looks.anchors):
        return f"[^{kind}]: {words.partition(']')[2].strip()}" if kind.isdigit() else f"{{>>{words}<<}}"
    if words[-1] not in ".!?;," and looks.is_bold(block.element):
        return f"**{words}**"
    around = looks.item(block.element)
    return words if around is None else f"- {looks.box(around)}{words.removeprefix('- ')}"


def _box(item: HtmlElement) -> str:
    """Return the box of a task as Markdown writes it, empty where an item is no task."""
    boxes = [each for each in item.iterdescendants() if _CHECKBOX.search(each.get("class") or "") or _is_input(each)]
    if not boxes and not _TASKS.search((item.getparent().get("class") or "") if item.getparent() is not None else ""):
        return ""
    done = any(each.get("checked") is not None or _TICKED.search(each.get("class") or "") for each in (item, *boxes))
    return "[x] " if done else "[ ] "


def _is_input(element: HtmlElement) -> bool:
    return bool(element.tag == "input" and element.get("type") == "checkbox")


def _note(block: Block, anchors: Mapping[str, str]) -> str:
    """Return the label of a note at the end of a document, `1`, or of a comment there, `a`: it links back to its mark.

    `anchors` are where the links of the page lead, by their names. A block that is none gives "".
    """
    label = _LABEL.match(block.text)
    first = next(block.element.iter("a"), None) if label else None
    if label is None or first is None or not first.get("id") or "".join(first.itertext()).strip() != label[0]:
        return ""
    back = (first.get("href") or "").removeprefix("#")
    known = anchors.get(back) == f"#{first.get('id')}" or (label[1].isalpha() and back.startswith(_COMMENTED))
    return label[1] if known else ""


def _is_bold(classes: Collection[str], element: HtmlElement) -> bool:
    """Tell whether a short paragraph is a heading: in bold, the title of a box, or what shows of one that is folded."""
    words = "".join(element.itertext()).split() if element.tag in {"p", "summary"} else []
    if not 0 < sum(map(len, words)) <= _HEADING:
        return False
    if element.tag == "summary" or _TITLE in (element.get("class") or "").split():
        return True
    inner = (each for each in element.iter("b", "strong", "span") if each.tag != "span" or _weighs(each, classes))
    return any("".join(each.itertext()).split() == words for each in inner)


def _weighs(span: HtmlElement, classes: Collection[str]) -> bool:
    style = _WEIGHT.search(span.get("style") or "") is not None
    return style or not set((span.get("class") or "").split()).isdisjoint(classes)


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def _tables(lines: list[str], named: Collection[tuple[str, ...]]) -> Iterator[str]:
    """Yield the lines; those of a table, whose cells stand between borders, together and with a head.

    `named` are the words of rows whose first cell is their head.
    """
    rows: list[str] = []
    for line in [*lines, ""]:
        cells = line.replace("\\|", "|")
        if cells.count("|") > 0 and " | " in f" {cells} ":
            rows.append(cells.strip().strip("|").strip())
            continue
        if rows:
            first = [cell.strip() for cell in rows[0].split("|")]
            width = max(row.count("|") for row in rows) + 1
            lacking = width - len(first)
            whole = [f"| {rows[0]} |{'  |' * lacking}", *(f"| {row} |" for row in rows[1:])]
            yield marked(whole, [*first, *[""] * lacking], labelled=fold(rows[0]) in named)
            rows = []
        if line:
            yield line

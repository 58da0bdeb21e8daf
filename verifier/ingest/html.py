"""Extract the article of an HTML page, offline, with trafilatura (extra `web`)."""

from __future__ import annotations

import codecs
import logging
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from verifier.data.decode import read_bytes, refuse_format
from verifier.errors import InputError
from verifier.ingest.formats import MAX_HTML, Page
from verifier.ingest.html_around import drop_tags, drop_trees
from verifier.ingest.html_blocks import ENDED, INLINE, PROSE, Block, blocks, fold, names
from verifier.ingest.html_cards import RUNNING, drop_cards
from verifier.ingest.html_data import better, stated
from verifier.ingest.html_entries import label_entries
from verifier.ingest.html_lines import seen
from verifier.ingest.html_loose import box_loose
from verifier.ingest.html_mending import Mended, mend
from verifier.ingest.html_notes import mark_notes
from verifier.ingest.html_offers import without_bios
from verifier.ingest.html_plain import document_lines
from verifier.ingest.html_prose import show_prose
from verifier.ingest.html_rows import joined, rows
from verifier.ingest.html_seen import drop_dialogs, references, show_rest
from verifier.ingest.html_size import bound_metas, require_size
from verifier.model import Exclusion
from verifier.text.lines import verbal
from verifier.text.normalise import UNSEEN
from verifier.text.patterns import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LATIN = frozenset({"iso8859-1", "ascii"})
_WORDS_BESIDE = 3
_SCRIPTS = ("script", "style", "noscript", "template")
_EDITING = ("span", "div", "a", "aside", "sup")
_WITHIN = ("time", "q", "label", "output", "button", "math")
_LINE = INLINE.union(("br", *_WITHIN))
_COMMENT = "#cmnt"
"""Where the marks of comments lead in documents that editors export."""
_ASIDE = pattern(r"(?:^|\s)(?:margin|side)-?notes?(?:\s|$)")
_LONGEST_TERM, _ICON = 60, 2
_GOES_ON = pattern(r"\s?[a-z.,;:)’'”]")
_TAGGED = pattern(r"<[A-Za-z]")
_PROSE = pattern(r"(?:[A-Za-z'’-]{1,20},? ){7}[^\n]{0,400}?[a-z)][.!?][\"'”’)]*\s")
TEASER, CODE, LISTED = "a link to another story", "code", "a list of references"
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}


def read_page(path: Path) -> tuple[Page, bytes]:
    """Read an HTML file; return its article and the file's bytes.

    Raises: InputError where it is unreadable, empty, in an unknown encoding, or the extra `web` is missing.
    """
    data = read_bytes(path, MAX_HTML)
    return extract(decode_page(data, str(path)), str(path)), data


def decode_page(data: bytes, where: str = "") -> str:
    """Decode a page: by its byte order mark, as UTF-8, or by the character set its head declares.

    Raises: InputError where none of them fits.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    refuse_format(data, where)
    if b"\0" in data[:8192]:
        raise InputError("is a binary file", where, "supply the page's HTML")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if text := _as_declared(data):
            return text
        hint = "convert it to UTF-8, or declare its charset in the page's head"
        raise InputError(f"is not UTF-8 (byte {error.start})", where, hint) from error


def _as_declared(data: bytes) -> str:
    """Decode by the declared character set; browsers read Latin-1 as Windows-1252, and so does this."""
    declared = _META_CHARSET.search(data[:4096])
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name if declared else "utf-8"
        return data.decode("cp1252" if name in _LATIN else name, errors="replace" if name in _LATIN else "strict")
    except (LookupError, UnicodeError):
        return ""


def extract(html: str, where: str = "") -> Page:
    """Return the article of a page; its text is empty where the page holds none.

    trafilatura finds the article; the page's own blocks then bring back what it lost (see docs/limits.md).
    Raises: InputError where trafilatura is missing or gives up, or the page is wider or deeper than pages are.
    """
    return _read(html, where)[0]


def article_blocks(html: str, where: str) -> tuple[Page, list[tuple[str, Block | None, str]]]:
    """Return a page, and the lines of its article: the block that each was, why it is no prose or "".

    Raises: InputError as `extract` does.
    """
    page, found = _read(html, where, whole=True)
    reasons = {page.text[each.start : each.end]: each.reason for each in page.skipped}
    texts = [line for line in page.text.split("\n\n") if line]
    lines = [(line, block, reasons.get(line, "")) for line, block in zip(texts, _own(texts, found), strict=True)]
    return page, list(_captioned(lines, found))


def _own(lines: Sequence[str], found: Sequence[Block]) -> Iterator[Block | None]:
    """Yield for each line the block that has its words, the next one in the page where there are several."""
    known: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    linked: dict[tuple[str, ...], int] = {}
    for number, block in enumerate(found):
        if block.links < 1:
            known[block.words].append(number)
        else:
            linked.setdefault(block.words, number)
    at = 0
    for line in lines:
        words = fold(line)
        numbers = known.get(words, [])
        after = bisect_left(numbers, at)
        number = numbers[min(after, len(numbers) - 1)] if numbers else linked.get(words, -1)
        at = max(at, number + 1)
        yield found[number] if number >= 0 else None


def _captioned(
    lines: Sequence[tuple[str, Block | None, str]], found: Sequence[Block]
) -> Iterator[tuple[str, Block | None, str]]:
    """Yield the lines of an article, and amid them the captions of pictures that are sentences and were not taken."""
    places = {id(block): at for at, block in enumerate(found)}
    words = {fold(line) for line, _, _ in lines}
    told = [block for block in found if block.box.tag == "figure" and _is_told(block) and block.words not in words]
    begun = False
    for line in lines:
        place = places.get(id(line[1]), -1)
        while told and places[id(told[0])] < place:
            block = told.pop(0)
            yield from [(block.text, block, "")] if begun else ()
        begun = begun or place >= 0
        yield line


def _is_told(block: Block) -> bool:
    return bool(ENDED.search(block.text)) and verbal(block.words)


def _read(html: str, where: str, *, whole: bool = False) -> tuple[Page, tuple[Block, ...]]:
    """Return the article of a page, and all the blocks of the page; `whole` as for `mend`."""
    library = _library(where)
    require_size(html, where)
    try:
        tree = _tree(html)
        if tree is None:
            return Page(""), ()
        found = library.bare_extraction(
            deepcopy(tree), include_comments=False, with_metadata=True, date_extraction_params=_DATES, fast=True
        )
        parts = blocks(tree)
        title = _title(tree, found, {part.text for part in parts})
        lines = [line.strip() for line in ((found and found.text) or "").splitlines() if line.strip()]
        mended = mend(document_lines(tree, parts, lines), parts, title, whole=whole)
        mended = mended._replace(lines=tuple(without_bios(mended.lines, (found and found.author) or "")))
        text, skipped = _joined(mended, title, parts, _code(tree))
        told = stated(html)
    except Exception as error:  # a crafted page may break the parser in any way
        raise InputError(f"cannot be read as HTML ({type(error).__name__})", where, "save the page anew") from error
    if data := better(text, title, told):
        text, skipped = data, ()
    note = "" if data else mended.note
    if found is None:
        return Page(text, title=told.headline if text else "", published=told.published, note=note), parts
    page = Page(
        text,
        title=title,
        url=found.url or "",
        outlet=found.sitename or found.hostname or "",
        published=date.fromisoformat(found.date) if found.date else told.published,
        note=note,
        skipped=skipped,
    )
    return page, parts


def _title(tree: HtmlElement, found: Any, shown: Collection[str]) -> str:  # noqa: ANN401  trafilatura has no types
    """Return the title of an article; where that is only the name of its site, the rest of what the page is called.

    It is that as well where the rest is one of the lines that the page has `shown`, and the title is none of them.
    """
    title = " ".join(((found and found.title) or "").split())
    called = " ".join((tree.findtext(".//title") or "").split())
    rest = called.removeprefix(title).lstrip(" -–—|:·") if title and called.startswith(title) else ""
    site = found and title.casefold() == (found.sitename or "").casefold()
    return rest if rest and (site or (rest in shown and title not in shown)) else title


def _tree(html: str) -> HtmlElement | None:
    """Parse a page, without scripts, comments and what shows only under the pointer; neighbouring links stay apart.

    A comment amid a line would cost the extractor the rest of that line.
    """
    import lxml.etree
    import lxml.html

    if not _TAGGED.search(html):
        return None
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except lxml.etree.ParserError:  # nothing but comments
        return None
    drop_tags(tree, [each for each in tree.iter("template") if each.get("shadowrootmode") is not None])
    drop_trees(tree, [each for each in tree.iter(*_SCRIPTS, *_EDITING) if _is_apart(each)])
    bound_metas(tree)
    show_prose(tree)
    drop_dialogs(tree)
    show_rest(tree)
    drop_cards(tree)
    mark_notes(tree)
    _set_apart(tree)
    _level_lines(tree)
    for element in tree.iter():
        element.text, element.tail = (text and UNSEEN.sub("", text) for text in (element.text, element.tail))
    label_entries(tree)
    box_loose(tree)
    for link in tree.iter("a"):
        after = link.getnext()
        if after is not None and after.tag == "a" and not link.tail:
            link.tail = " "
    return tree


def _is_apart(element: HtmlElement) -> bool:
    if element.tag == "sup" and any((link.get("href") or "").startswith(_COMMENT) for link in element.iter("a")):
        return True
    if element.tag in _SCRIPTS or "mw-editsection" in names(element) or _is_request(element):
        return True
    return "icon" in names(element).split() and len("".join(element.itertext()).strip()) <= _ICON


def _is_request(element: HtmlElement) -> bool:
    """Tell whether an element asks the editors of a wiki for something amid a text: `[citation needed]`."""
    named = names(element).split() if element.tag == "sup" else ()
    return "noprint" in named or "inline-template" in named


def _set_apart(tree: HtmlElement) -> None:
    """Put the notes that a page shows in its margin behind the paragraphs in which they are written."""
    notes = [each for each in tree.iter("span", "small") if _ASIDE.search(names(each))]
    for note in reversed(notes):
        if (paragraph := next(note.iterancestors("p"), None)) is not None:
            own = note.makeelement("p")
            own.text = "".join(note.itertext())
            paragraph.addnext(own)
    drop_trees(tree, [each for each in notes if next(each.iterancestors("p"), None) is not None])
    drop_trees(tree, [each for each in tree.iter("label") if notes and "margin-toggle" in names(each)])


def _level_lines(tree: HtmlElement) -> None:
    """Take out what is struck out, and the tags within a line that would cost the extractor the line's text."""
    drop_trees(tree, tree.iter("del", "s", "strike"))
    for element in list(tree.iter("dt")):
        _label(element)
    length = cache(_running)
    found = [
        each
        for each in tree.iter(*_WITHIN)
        if _within_text(each, length) and (each.tag != "button" or _GOES_ON.match(each.tail or ""))
    ]
    for element in found:
        _quote(element)
    drop_tags(tree, found)


def _label(term: HtmlElement) -> None:
    """Put a short term before the one line that is said of it: `Start: 13:40`."""
    said, words = term.getnext(), " ".join("".join(term.itertext()).split()).rstrip(":")
    plain = said is not None and said.tag == "dd" and all(each.tag in INLINE for each in said.iterdescendants())
    if plain and 0 < len(words) <= _LONGEST_TERM and "".join(said.itertext()).strip():
        said.text = f"{words}: {said.text or ''}"
        term.drop_tree()


def _within_text(element: HtmlElement, length: Callable[[HtmlElement], int]) -> bool:
    """Tell whether an element is a part of running text, which the extractor would take without it."""
    around = next((each for each in element.iterancestors() if each.tag not in INLINE and each.tag != "math"), None)
    return around is not None and length(around) >= len(fold("".join(element.itertext()))) + _WORDS_BESIDE


def _running(element: HtmlElement) -> int:
    """Return how many words of running text an element holds: a box holds some where it is one line of prose."""
    text = "".join(element.itertext())
    words = len(fold(text))
    if element.tag in RUNNING:
        return words
    line = element.tag == "div" and words >= PROSE and ENDED.search(text) is not None
    return words if line and all(each.tag in _LINE for each in element.iterdescendants()) else 0


def _quote(element: HtmlElement) -> None:
    """Put a quotation in the marks that browsers show."""
    if element.tag == "q":
        element.text = f"“{element.text or ''}"
        element.tail = f"”{element.tail or ''}"


def _library(where: str) -> ModuleType:
    try:
        import trafilatura
    except ImportError as error:
        raise InputError('needs the extra "web"', where, "pip install trafilatura lxml_html_clean") from error
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return trafilatura


def _code(tree: HtmlElement) -> frozenset[tuple[str, ...]]:
    """Return the words of the lines that a page shows as code; prose is none, whatever its letters look like."""
    shown = ("".join(element.itertext()) for element in tree.iter("pre"))
    return frozenset(fold(line) for text in shown if not _PROSE.search(text) for line in text.splitlines())


def _joined(
    mended: Mended, title: str, cut: Collection[Block], code: Collection[tuple[str, ...]]
) -> tuple[str, tuple[Exclusion, ...]]:
    """Set paragraphs apart, and leave out a first line that only repeats the title; say which are no prose, and why."""
    listed = references(cut)
    lines = [
        (line, _reason(fold(line), code, listed) if number not in mended.teasers else TEASER)
        for number, line in enumerate(map(seen, mended.lines))
        if line
    ]
    if lines and title and lines[0][0].casefold() == title.casefold():
        lines = lines[1:]
    lines = list(joined(lines, rows(cut)))
    at, skipped = 0, []
    for line, reason in lines:
        if reason:
            skipped.append(Exclusion(at, at + len(line), reason))
        at += len(line) + 2
    return "\n\n".join(line for line, _ in lines), tuple(skipped)


def _reason(words: tuple[str, ...], code: Collection[tuple[str, ...]], listed: Collection[tuple[str, ...]]) -> str:
    """Return why a line with these words is no prose, empty where it is."""
    return CODE if words in code else LISTED if words in listed else ""

"""Read plain text that was set in pages: leave out their heads and feet, and join what a page break parts."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from verifier.ingest.pdf_pages import body, repeats
from verifier.ingest.text_hyphens import Hyphens
from verifier.layout import Edit
from verifier.model import Exclusion
from verifier.text.patterns import pattern

FURNITURE = "the head or the foot of a page"
_PART = pattern(r"[^\r\n\f]+|\r\n?|\n|\f")
_COUNT = r"\d{1,4}(?:\s?(?:of|OF|/|von)\s?\d{1,4})?"
_MARK = pattern(
    rf"(?:.{{0,90}}\s)?[\[(]?(?:[Pp]age|PAGE|[Ss]eite|p\.)\s?{_COUNT}[\])]?(?:\s.{{0,90}})?"
    r"|[-–—]{1,2}\s?\d{1,4}\s?[-–—]{1,2}|(?P<bare>\d{1,4})"
)
_NUMBER = pattern(r"\d{1,4}")
_ENDED = pattern(r"[.!?:;…][\"”’)]{0,3}(?:\s?\[\w{1,12}\]|[¹²³⁴-⁹*†‡]){0,3}\Z")
_OPEN = pattern(
    r"(?:[,–—(-]|\b(?:an?|and|as|at|by|for|from|had|has|have|his|her|in|into|is|its|of|on|or|than|that|the|their|to|was"
    r"|were|which|who|with))\Z"
)
_ITEM = pattern(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[-*+•–]|\(?[a-z]\)|#{1,6}|\|)\s|\d{1,2}\.\d")
_NOTE = pattern(r"(?:\[?\d{1,3}[\])]?\s|[¹²³⁴-⁹]{1,3}|[*†‡§]{1,3})\s{0,6}[A-Z\"“(]|[_-]{5,}\Z")
_BLOCKS = frozenset("#=<")
"""Signs at the beginning of what is no paragraph."""
_UNCOUNTED = str.maketrans("0123456789", "abcdefghij")
_STOPS, _WORDS, _TELLING = (".", "!", "?"), 5, 0.5
_FULL, _APART, _STEP, _LEAST, _NOTE_LINES, _NUMBERS = 0.85, 15, 2, 2, 12, 4


class Paged(NamedTuple):
    """Hold a text of the same length without what pages add to it, what that changes of it, and what is left out."""

    seen: str
    edits: tuple[Edit, ...] = ()
    skipped: tuple[Exclusion, ...] = ()


class _Line(NamedTuple):
    """Hold where the words of a line begin and end, those with single spaces, their indent, and the line's number."""

    start: int
    end: int
    text: str
    indent: int
    number: int
    page: int


Page = Sequence[_Line]


def paged(text: str, seen: str) -> Paged:
    """Read a plain text without the heads and feet of its pages, and join what their breaks and hyphens part.

    `seen` is the text as its parser is to see it, of the same length. What parts a sentence is left out whole, with the
    notes at the foot of the page.
    """
    hyphens = Hyphens(text)
    pages = _pages(list(_lines(text)))
    parts = list(_parted(pages))
    gaps = list(_gaps([kept for kept, _ in parts]))
    skipped = list(_outside([line for _, left in parts for line in left], gaps))
    joins = (hyphens.join(*gap) for gap in gaps)
    blank = sorted([*gaps, *((each.start, each.end) for each in skipped)])
    return Paged(_blanked(seen, blank), (*joins, *hyphens.edits()), tuple(skipped))


def _outside(lines: Sequence[_Line], gaps: Sequence[tuple[int, int]]) -> Iterator[Exclusion]:
    """Yield the heads and feet that lie in no gap; both stand in order."""
    ends = [end for _, end in gaps]
    for line in lines:
        at = bisect_right(ends, line.start)
        if at == len(gaps) or line.start < gaps[at][0]:
            yield Exclusion(line.start, line.end, FURNITURE)


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += (text[at:start], " " * (end - start))
        at = end
    return "".join((*pieces, text[at:])) if at else text


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines with words; a form feed begins a page."""
    number = page = 0
    for found in _PART.finditer(text):
        part = found[0]
        words = part.strip()
        if words:
            indent = len(part) - len(part.lstrip())
            start = found.start() + indent
            yield _Line(start, start + len(words), " ".join(words.split()), indent, number, page)
        page += part == "\f"
        number += part[0] in "\r\n\f"


def _pages(lines: Sequence[_Line]) -> list[Page]:
    """Cut lines into pages: at form feeds, where there are none behind lines that count pages; else all are one."""
    pages: list[list[_Line]] = [[]]
    fed = bool(lines) and lines[-1].page > lines[0].page
    marks = frozenset() if fed else _marks(lines)
    for at, line in enumerate(lines):
        if fed and at and line.page > lines[at - 1].page:
            pages += [[] for _ in range(lines[at - 1].page, line.page)]
        pages[-1].append(line)
        if at in marks:
            pages.append([])
    return list(pages)


def _marks(lines: Sequence[_Line]) -> frozenset[int]:
    """Return the numbers of the lines that count pages: two or more alike but for a number that goes up by one.

    A number alone counts pages only where many lines lie between it and the next.
    """
    alike: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        if mark := _MARK.fullmatch(line.text):
            for found in islice(_NUMBER.finditer(line.text), _NUMBERS):
                key = ("\0", "") if mark["bare"] else (line.text[: found.start()], line.text[found.end() :])
                alike[key].append((at, int(found[0])))
    counted = (key for key, found in alike.items() if _counts(lines, found, far=key[0] == "\0"))
    return frozenset(at for key in counted for at, _ in alike[key])


def _counts(lines: Sequence[_Line], found: Sequence[tuple[int, int]], *, far: bool) -> bool:
    steps = [(after - before, lines[b].number - lines[a].number) for (a, before), (b, after) in pairwise(found)]
    return len(found) >= _LEAST + far and all(0 < up <= _STEP and (not far or down >= _APART) for up, down in steps)


def _parted(pages: Sequence[Page]) -> Iterator[tuple[Page, Page]]:
    """Yield for each page the lines of its text, and those of its head and foot.

    A line of some words that opens the text and is the same on other pages is its title as well.
    """
    texts = [[_known(line.text) for line in page] for page in pages]
    repeated = repeats(texts)
    bounds = [body(number, page, repeated) for number, page in enumerate(texts)]
    if len(pages) < _LEAST or sum(first < last for first, last in bounds) < len(pages) * _TELLING:
        yield from ((page, ()) for page in pages)
        return
    titled = bounds[0][0] > 0 and texts[0][0] in repeated and " " in texts[0][0]
    for number, (page, (first, last)) in enumerate(zip(pages, bounds, strict=True)):
        yield page[first:last], (*page[titled and not number : first], *page[last:])


def _known(line: str) -> str:
    """Return what a line is known by among those of other pages: the figures of a sentence count no pages."""
    return line.translate(_UNCOUNTED) if line.endswith(_STOPS) and line.count(" ") >= _WORDS else line


def _gaps(pages: Sequence[Page]) -> Iterator[tuple[int, int]]:
    """Yield what stands between the two parts of a sentence that goes on behind a page break."""
    for page, after in pairwise(page for page in pages if page):
        at = _last(page, after[0])
        if at >= 0:
            yield page[at].end, after[0].start


def _last(page: Page, first: _Line) -> int:
    """Return the number of the line of a page that goes on in the first of the next, above its notes; -1 if none."""
    width = max(line.indent + line.end - line.start for line in page)
    if _goes_on(page[-1], first, width):
        return len(page) - 1
    if first.text[0].islower() and not _ITEM.match(first.text):
        for at in range(len(page) - 1, max(0, len(page) - _NOTE_LINES), -1):
            noted = _NOTE.match(page[at].text) and page[at].number - page[at - 1].number > 1
            if noted and not _ENDED.search(page[at - 1].text):
                return at - 1
    return -1


def _goes_on(line: _Line, after: _Line, width: int) -> bool:
    """Tell whether a sentence that a line leaves open goes on: in lower case, behind a word that wants another, or
    behind a line that fills the page in its width.
    """
    if _ENDED.search(line.text) or _ITEM.match(after.text) or line.text[0] in _BLOCKS or "|" in line.text:
        return False
    full = line.indent + line.end - line.start >= _FULL * width and line.indent == after.indent
    return after.text[0].islower() or bool(_OPEN.search(line.text)) or (full and after.text[0].isalnum())

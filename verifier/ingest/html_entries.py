"""Put the time of an entry before its text, on pages that tell what happens entry by entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from verifier.ingest.html_around import Nearest, nearest, totals
from verifier.ingest.html_blocks import ENDED, HEADINGS, INLINE, PROSE, fold
from verifier.ingest.html_cards import words_before
from verifier.text.datelines import is_date
from verifier.text.patterns import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CLOCK = pattern(r"\b\d{1,2}(?::\d{2}|\s?[ap]\.?m\b)")
_LINES = frozenset("p div blockquote li h1 h2 h3 h4 h5 h6".split())
_STAMPS = _LINES | frozenset("time span a b strong em small header".split())
_LONGEST_STAMP, _MOST_TAGS = 60, 3
_LEAST_ENTRIES = 2


class _Entry(NamedTuple):
    """Hold a line that is nothing but a time, the paragraph that follows it if any, and the one before it if any."""

    stamp: HtmlElement
    told: HtmlElement | None
    before: HtmlElement | None


def label_entries(tree: HtmlElement) -> None:
    """Put the times of entries before their first paragraphs: `13:40: The gates opened.`"""
    found = tuple(_entries(tree))
    inside = totals(Counter(entry.stamp.getparent() for entry in found))
    places = {each: place for place, each in enumerate(tree.iter())} if found else {}
    last = {entry.stamp.getparent(): entry for entry in found}
    sure = [entry for entry in found if _is_sure(entry, inside, places, last[entry.stamp.getparent()])]
    looks = Counter(_look(entry) for entry in sure)
    for entry in sure:
        if entry.told is not None and looks[_look(entry)] >= _LEAST_ENTRIES:
            entry.told.text = f"{_text(entry.stamp).rstrip(':')}: {entry.told.text or ''}"
            entry.stamp.drop_tree()


def _entries(tree: HtmlElement) -> Iterator[_Entry]:
    stamp = told = before = None
    within: list[HtmlElement] = []
    link = nearest(lambda each: each.tag == "a")
    for element in tree.iter(*_STAMPS):
        if stamp is not None and element in within:
            continue
        if _is_stamp(element):
            if stamp is not None:
                yield _Entry(stamp, None, before)
            stamp, before, within = element, told, list(element.iterdescendants())
        elif element.tag in _LINES and (text := _line(element)):
            prose = len(fold(text)) >= PROSE and element.tag not in HEADINGS
            linked = stamp is not None and _is_linked(element, text, link)
            if stamp is not None and (prose or linked):
                yield _Entry(stamp, element if not linked and ENDED.search(text) else None, before)
                stamp = None
            told = element if prose else told
    if stamp is not None:
        yield _Entry(stamp, None, before)


def _is_stamp(element: HtmlElement) -> bool:
    """Tell whether an element is a time that stands alone in its line, but for what may follow in tags of its own."""
    if len(list(islice(element.iterdescendants(), _MOST_TAGS + 1))) > _MOST_TAGS:
        return False
    text = _text(element)
    if len(text) > _LONGEST_STAMP or not _CLOCK.search(text) or not is_date(text.lower().split()):
        return False
    return element.tag not in INLINE or not (words_before(element) or fold(element.tail or ""))


def _line(element: HtmlElement) -> str:
    """Return the text of an element that is one line, else nothing."""
    return _text(element) if all(each.tag in INLINE for each in element.iterdescendants("*")) else ""


def _is_linked(element: HtmlElement, text: str, link: Nearest) -> bool:
    linked = sum(len(_text(each)) for each in element.iter("a"))
    return 2 * linked >= len(text) or link(element.getparent()) is not None


def _is_sure(entry: _Entry, inside: Counter[HtmlElement], places: Mapping[HtmlElement, int], last: _Entry) -> bool:
    """Tell whether a time is that of the paragraph behind it, and not of the one before.

    It is where both share a box that has no other time, and no paragraph before it; or where they are neighbours, and
    the last of such times has its paragraph as well.
    """
    if entry.told is None:
        return False
    shared = _shared(entry.stamp, entry.told)
    if inside[shared] == 1:
        return entry.before is None or places[entry.before] < places[shared]
    flat = last.told is not None and last.told.getparent() is shared
    return bool(flat and entry.stamp.getparent() is shared and entry.told.getparent() is shared)


def _shared(one: HtmlElement, other: HtmlElement) -> HtmlElement:
    """Return the innermost element around two others; both are climbed from in turn, no farther than it takes."""
    seen: tuple[set[HtmlElement], set[HtmlElement]] = (set(), set())
    ends = [one.getparent(), other.getparent()]
    side = 0
    while True:
        at = ends[side]
        if at is not None:
            if at in seen[1 - side]:
                return at
            seen[side].add(at)
            ends[side] = at.getparent()
        side = 1 - side


def _look(entry: _Entry) -> tuple[str, str]:
    return str(entry.stamp.tag), entry.stamp.get("class") or ""


def _text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())

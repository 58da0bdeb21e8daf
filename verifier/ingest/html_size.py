"""Refuse a page over which a tree, or the extractor, would take very long; no real page is near these bounds."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from verifier.errors import InputError
from verifier.ingest.html_around import drop_trees
from verifier.ingest.html_blocks import INLINE

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_ATTRIBUTES, DEEPEST = 500, 500
MOST_ELEMENTS = 20_000
"""A page of so many is read in some four seconds; that time grows with the elements, their attributes and the text."""
MOST_ATTRIBUTES_IN_ALL = 100_000
MOST_LETTERS = 2_000_000
MOST_LEVELS = 1_000_000
"""The depths of all elements together, in elements around each."""
MOST_BESIDE = 12_500_000
"""For each tag of a line that holds text, how many such are before it in the line: 5,000 in one make as many."""
MOST_TEXT = 100_000_000
"""The characters of the text, each as often as there are elements around it."""
MOST_METAS, LONGEST_META, LONGEST_LINK = 300, 1_000, 2_000
"""What a page may tell machines of itself: the extractor's patterns take the square of a text of open brackets."""
MOST_JOINED = 1_000_000_000
"""For each element amid a text, how many characters of it stand before: an element that is taken out costs as many."""
_STAYING = frozenset("br a b i em strong code u font tt".split())
"""Elements that the extractor leaves where they are: text amid them costs nothing more."""
_UNREAD = frozenset({"script", "style"})


def require_size(html: str, where: str) -> None:
    """Make sure that a page has no tag of very many attributes, nor tags very deep, and what is above in bounds.

    Raises: InputError where it is not.
    """
    import lxml.etree

    parser = lxml.etree.HTMLParser(encoding="utf-8", huge_tree=True, target=_Size(where))
    lxml.etree.fromstring(html.encode("utf-8", "replace"), parser)


def bound_metas(tree: HtmlElement) -> None:
    """Leave as much of what a page tells machines of itself as any real page has."""
    metas = list(tree.iter("meta"))
    drop_trees(tree, metas[MOST_METAS:])
    for meta in metas[:MOST_METAS]:
        if len(told := meta.get("content") or "") > LONGEST_META:
            meta.set("content", told[:LONGEST_META])
    drop_trees(tree, [link for link in tree.iter("link") if len(link.get("href") or "") > LONGEST_LINK])


class _Size:
    """Take a page's tags and text as they are parsed; count, and build nothing."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._tags, self._beside_it, self._told, self._before = [""], [0], [False], [0]
        self._elements = self._attributes = self._levels = self._beside = self._text = self._letters = self._joined = 0

    def start(self, tag: str, attributes: Collection[str]) -> None:
        """Count an element."""
        if len(attributes) > MOST_ATTRIBUTES:
            self._refuse(f"has a tag <{tag[:20]}> of {len(attributes):,} attributes")
        self._attributes += len(attributes)
        self._require(self._attributes, MOST_ATTRIBUTES_IN_ALL, f"has more than {MOST_ATTRIBUTES_IN_ALL:,} attributes")
        if len(self._tags) > DEEPEST:
            self._refuse("is nested too deeply")
        self._levels += len(self._tags)
        self._tags.append(tag)
        self._beside_it.append(0)
        self._told.append(False)
        self._joined += self._before[-1] * (tag not in _STAYING)
        self._before.append(0)
        self._require(self._joined, MOST_JOINED, "has too many elements amid too much text")
        self.comment()
        self._require(self._levels, MOST_LEVELS, "is nested too deeply in too many places")

    def comment(self, _text: str = "") -> None:
        """Count a comment as an element: it costs as much."""
        self._elements += 1
        self._require(self._elements, MOST_ELEMENTS, f"has more than {MOST_ELEMENTS:,} elements")

    def data(self, text: str) -> None:
        """Count text, but not that of scripts."""
        if self._tags[-1] not in _UNREAD:
            self._told[-1] = self._told[-1] or not text.isspace()
            self._letters += len(text)
            self._before[-1] += len(text)
            self._require(self._letters, MOST_LETTERS, f"has more than {MOST_LETTERS:,} characters of text")
            self._text += len(text) * len(self._tags)
            self._require(self._text, MOST_TEXT, "has too much text nested too deeply")

    def end(self, _tag: str) -> None:
        """Leave an element; count it in its line where it holds text."""
        self._beside_it.pop()
        self._before.pop()
        tag, told = self._tags.pop(), self._told.pop()
        if told and tag in INLINE:
            self._told[-1] = True
            self._beside += self._beside_it[-1]
            self._beside_it[-1] += 1
            self._require(self._beside, MOST_BESIDE, "has too many tags in one line")

    def close(self) -> None:
        """End without a tree."""

    def _require(self, size: int, most: int, what: str) -> None:
        if size > most:
            self._refuse(what)

    def _refuse(self, what: str) -> None:
        raise InputError(what, self._where, "save the page anew, or the text of its article alone")

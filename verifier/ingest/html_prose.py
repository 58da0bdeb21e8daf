"""Turn letters and mails that a page shows as preformatted text into paragraphs: they are no code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from verifier.text.patterns import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = pattern(r"[(\"'“‘]?[A-Za-z][a-z'’-]{0,30}[.,;:!?)\"'”’]{0,3}")
_STOPPED = pattern(r"[\w)][.!?][\"'”’)]{0,3}\Z")
_EMPTY = re.compile(r"\n[ \t\r]*\n")
_LEAST, _WORDS, _SENTENCES, _SHORTEST = 20, 0.7, 2, 4


def show_prose(tree: HtmlElement) -> None:
    """Set what is written as prose in preformatted text in paragraphs, parted where lines are empty."""
    for element in list(tree.iter("pre")):
        text = "".join(element.itertext())
        if _is_prose(text) and all(each.tag in {"a", "b", "i", "em", "strong", "span"} for each in element[:]):
            _set_apart(element, text)


def _is_prose(text: str) -> bool:
    """Tell whether a text is words with several sentences, and no program or log."""
    words = text.split()
    worded = [_WORD.fullmatch(word) is not None for word in words]
    return len(words) >= _LEAST and sum(worded) >= _WORDS * len(words) and _sentences(words, worded) >= _SENTENCES


def _sentences(words: Sequence[str], worded: Sequence[bool]) -> int:
    """Count the stops that stand behind several words, figures not counted, since the last one."""
    told = run = 0
    for word, counts in zip(words, worded, strict=True):
        run += counts
        if _STOPPED.search(word):
            told += run >= _SHORTEST
            run = 0
    return told


def _set_apart(element: HtmlElement, text: str) -> None:
    from lxml.html import Element

    for child in list(element):
        element.remove(child)
    element.tag, element.text = "div", None
    for part in _EMPTY.split(text.replace("\r\n", "\n")):
        if part.strip():
            paragraph = Element("p")
            paragraph.text = part.strip()
            element.append(paragraph)

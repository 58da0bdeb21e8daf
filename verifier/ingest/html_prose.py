"""Turn letters and mails that a page shows as preformatted text into paragraphs: they are no code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.text.patterns import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = pattern(r"[(\"'“‘]?[A-Za-z][a-z'’-]{0,30}[.,;:!?)\"'”’]{0,3}")
_TOLD = pattern(r"(?:[A-Za-z'’-]{1,30},? ){3}[\w ,'’-]{1,200}[a-z0-9)][.!?](?=\s|\Z)")
_EMPTY = re.compile(r"\n[ \t\r]*\n")
_LEAST, _WORDS, _SENTENCES = 20, 0.7, 2


def show_prose(tree: HtmlElement) -> None:
    """Set what is written as prose in preformatted text in paragraphs, parted where lines are empty."""
    for element in list(tree.iter("pre")):
        text = "".join(element.itertext())
        if _is_prose(text) and all(each.tag in {"a", "b", "i", "em", "strong", "span"} for each in element[:]):
            _set_apart(element, text)


def _is_prose(text: str) -> bool:
    """Tell whether a text is words with several sentences, and no program or log."""
    words = text.split()
    worded = sum(_WORD.fullmatch(word) is not None for word in words)
    told = sum(1 for _ in _TOLD.finditer(" ".join(words)))
    return len(words) >= _LEAST and worded >= _WORDS * len(words) and told >= _SENTENCES


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

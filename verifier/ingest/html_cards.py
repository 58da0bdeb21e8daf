"""Take the cards that show under the pointer out of a page's lines, and leave the names that they hang on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from verifier.ingest.html_around import MARK, drop_trees, nearest
from verifier.ingest.html_blocks import INLINE, fold, is_unshown, names
from verifier.text.patterns import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HOVERING = pattern(
    r"(?:^|[\s_-])(?:(?:rollover|hover)-?(?:block|box|card|content|info|menu|panel|popup|preview)\w*"
    r"|tool-?tip\w*|pop-?over\w*|pop-?up\w*|fly-?out\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
RUNNING = frozenset("p li dd dt td th blockquote figcaption".split())
_CARDS = frozenset("span div aside section ul".split())
_LINKS = 2
_LONGEST_CARD, _MOST_TAGS = 1000, 50
_FAR_BACK = 4 * _LONGEST_CARD
_A_WORD = pattern(r"\w")


def drop_cards(tree: HtmlElement) -> None:
    """Take out what a page hides within its lines, and its cards; from the innermost out, so that their names stay."""
    wrappers: set[HtmlElement] = set()
    for element in reversed(list(tree.iter())):
        if not isinstance(element.tag, str) or element.getparent() is None or not _may_be_card(element):
            continue
        before = words_before(element)
        if _is_hidden(element, before) or (element not in wrappers and _is_card(element, before)):
            for around in element.iterancestors() if before else ():
                if around in wrappers:
                    break
                wrappers.add(around)
            _take_out(element)
    drop_trees(tree, tree.iter(MARK))


def _take_out(element: HtmlElement) -> None:
    """Take an element out; where text follows it, only what it holds: to join that to the line costs the whole line."""
    if (element.tail or "").strip():
        element.clear(keep_tail=True)
        element.tag = MARK
    else:
        element.drop_tree()


def _may_be_card(element: HtmlElement) -> bool:
    marked = _waits(element) or (
        element.tag in _CARDS and (_is_named(element) or (element.tag == "span" and _repeats(element)))
    )
    return marked and _is_short(element) and bool(_words(element))


def _is_short(element: HtmlElement) -> bool:
    """Tell whether an element holds no more text than a card; no more of it is looked at."""
    text = ""
    for piece in element.itertext():
        text = (text + piece).lstrip()
        if len(text.rstrip()) >= _LONGEST_CARD:
            return False
    return True


def _waits(element: HtmlElement) -> bool:
    """Tell whether an element is hidden, or shows under the pointer alone."""
    return is_unshown(element) or element.get("role") == "tooltip"


def _is_named(element: HtmlElement) -> bool:
    """Tell whether an element says that it shows under the pointer, or that not everyone is to get it."""
    return bool(_HOVERING.search(names(element))) or element.get("aria-hidden") == "true"


def _is_hidden(element: HtmlElement, before: str) -> bool:
    """Tell whether an element is hidden amid a line; what is hidden apart may be the rest of the text."""
    if not _waits(element):
        return False
    around = next((each.tag for each in element.iterancestors() if each.tag not in INLINE), "")
    return element.get("role") == "tooltip" or _is_named(element) or bool(before) or around in RUNNING


def _is_card(element: HtmlElement, before: str) -> bool:
    """Tell whether an element hangs on the name before it, or is a box of its own with the name of a card."""
    if not _is_named(element):
        return element.tag == "span" and _repeats(element)
    if _in_wrapper(element):
        return True
    if not before:
        return element.tag not in INLINE and not _has_words(_behind(element))
    return before[-1].isalnum() or _goes_beyond(element, before)


def _in_wrapper(element: HtmlElement) -> bool:
    """Tell whether an element shares a wrapper of that sort with a name: a box before it, or words in no such box."""
    wrapper = _wrapper(element)
    inside = list(islice(_inside(wrapper), _MOST_TAGS)) if wrapper is not None else []
    if wrapper is None or len(inside) == _MOST_TAGS or len(_text(wrapper)) >= _LONGEST_CARD:
        return False
    inner = [each for each in inside if _is_named(each)]
    around = nearest(set(inner).__contains__)
    outermost = [box for box in inner if around(box.getparent()) is None]
    return element not in inner[:1] or len(_words(wrapper)) > sum(len(_words(box)) for box in outermost)


def _wrapper(element: HtmlElement) -> HtmlElement | None:
    """Return the nearest element around another, within its line, that has the name of a card, if there is one."""
    for each in element.iterancestors():
        if each.tag in _CARDS and _HOVERING.search(names(each)):
            return each
        if each.tag not in INLINE:
            break
    return None


def _goes_beyond(element: HtmlElement, before: str) -> bool:
    """Tell whether an element within a line is a box of paragraphs, or says the name before it again, and more."""
    words, name = _words(element), fold(before[-_FAR_BACK:])
    again = any(name[-n:] == words[:n] for n in range(1, min(len(words), len(name) + 1)))
    return again or any(each.tag not in INLINE for each in _inside(element))


def _repeats(element: HtmlElement) -> bool:
    """Tell whether an element holds several links, the first of which says what the link before it says."""
    before, links = element.getprevious(), list(element.iter("a"))
    if before is None or before.tag != "a" or (before.tail and before.tail.strip()) or len(links) < _LINKS:
        return False
    return _words(before) == _words(links[0])


def words_before(element: HtmlElement) -> str:
    """Return the text before an element within its line, back to the nearest tag that holds words."""
    at, gaps = element, [""]
    while True:
        before = at.getprevious()
        around = at.getparent()
        gaps.append((before.tail if before is not None else around.text) or "")
        if gaps[-1].strip():
            return "".join(reversed(gaps))
        if before is not None and isinstance(before.tag, str):
            if before.tag not in INLINE:
                return ""
            if _has_words(before.itertext()):
                return "".join((_text(before), *reversed(gaps)))
        elif before is None and around.tag not in INLINE:
            return ""
        at = around if before is None else before


def _inside(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements within another, but for those that are taken out."""
    return (each for each in element.iterdescendants("*") if each.tag != MARK)


def _behind(element: HtmlElement) -> Iterator[str]:
    """Yield the text behind an element, up to the next that is not taken out."""
    yield element.tail or ""
    for each in element.itersiblings():
        if each.tag != MARK:
            return
        yield each.tail or ""


def _has_words(texts: Iterable[str]) -> bool:
    return any(map(_A_WORD.search, texts))


def _text(element: HtmlElement) -> str:
    return "".join(element.itertext())


def _words(element: HtmlElement) -> tuple[str, ...]:
    return fold(_text(element))

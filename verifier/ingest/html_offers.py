"""Find the boxes of a page that hold offers, other stories, or what a site says of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from verifier.ingest.html_blocks import ENDED, HEADINGS, PROSE, Block, fold
from verifier.model import Span
from verifier.text import vocabulary
from verifier.text.lines import fold as level
from verifier.text.lines import line as describe
from verifier.text.patterns import pattern
from verifier.text.sentences import sentences

if TYPE_CHECKING:
    from lxml.html import HtmlElement

EDGE = r"(?:^|[\s_-])(?:{})(?:$|[\s_-])"
OFFERS = pattern(
    EDGE.format(
        r"newsletter\w*|related\w*|recirc\w*|recommend\w*|teasers?|promos?|outbrain\w*|taboola\w*|comments?|sharing"
        r"|share\w*|social\w*|breadcrumbs?|advert\w*|sponsor\w*|cookie\w*|subscri\w*|readmore|read-?more|most-?read"
        r"|most-?popular|popular|trending|signup|sign-up|disclaimer|copyright|bio|boilerplate|also-?read|cta|widget\w*"
        r"|footer|print-?footer|cat-?links|site-?sub|site-?foot|page-?foot|foot|credits?|paywall\w*|regwall|donat\w*"
        r"|membership|drop-?down\w*|feedback"
        r"|masthead|side-?bar\w*|ticker|signature|by-?line\w*|author-?(?:bio|box|card|info)|alert-?bar"
    ),
    re.IGNORECASE,
)
"""Names of boxes that hold offers, other stories, or what a site says of itself."""
_LABELS = ("data-component", "data-testid", "data-module", "aria-label")
HUMP = pattern(r"(?<=[a-z])(?=[A-Z])")
"""Where a name like `storyDek` has the border of two words."""
_SLUG = pattern(r"[^a-z0-9]+")
_CALL = pattern(
    r"(?:subscribe|sign(?: me)? ?up|join|register|donate|support (?:us|the|our)|contribute|become an?"
    r"|get (?:it|the|our)|start (?:your|a)|try|download (?:the|our)|see (?:all |our )?open"
    r"|abonn\w+|anmelden|inscr\w+|suscr\w+)\b.{0,60}",
    re.IGNORECASE,
)
_BOXES = frozenset({"div", "section", "aside", "form", "fieldset", "figure"})
_LONGEST_CALL, _LONGEST_BOX, _BESIDE, _ENTRIES = 8, 60, 4, 3
_LISTED, _HALF, _LONGEST_HEAD = 0.3, 0.5, 12
_FURNITURE = frozenset((
    "advert", "byline", "call to readers", "comment widget", "legal line", "page control", "related link",
    "subscription form",
))  # fmt: skip
"""Why a line is left out of a page's text, and not only of what may be evidence."""
_TELLS = r"(?:['’]s? (?!(?:said|told)\b)|,? (?:is|was|has|covers|writes|reports|works|lives|joined|edits)\b)"


def names_offers(element: HtmlElement) -> bool:
    """Tell whether an element is named as those are that hold offers."""
    said = [element.get("class") or "", *(element.get(each) or "" for each in _LABELS)]
    if element.get("id") and not _is_section(element):
        said.append(element.get("id"))
    return bool(OFFERS.search(HUMP.sub("-", " ".join(said))))


def _is_section(element: HtmlElement) -> bool:
    """Tell whether an id is made of a heading's words, and names what a text is divided into."""
    if element.tag in HEADINGS:
        return True
    heading = next(element.iter(*HEADINGS), None)
    if heading is None:
        return False
    said = " ".join(heading.itertext()).lower()
    return _slug(said) == _slug((element.get("id") or "").lower()) and not _opens(said)


def _slug(text: str) -> str:
    return _SLUG.sub("-", text).strip("-")


def _opens(text: str) -> bool:
    """Tell whether a text is a heading of links or of forms."""
    key = level(text).rstrip(" :")
    return bool(vocabulary.reason("opens", key) or vocabulary.reason("lines", key) in _FURNITURE)


def calling(top: HtmlElement) -> frozenset[HtmlElement]:
    """Return the small boxes in which a button or a link that stands alone asks the reader to join or to subscribe.

    Boxes of one look, each with such a call, are entries of a page, and no offers.
    """
    words = cache(lambda each: _words(each, _LONGEST_BOX))
    calls = top.iter("a", "button", "input")
    found = dict.fromkeys(box for call in calls if (box := _called(call, words)) is not None)
    looks = Counter((str(box.tag), box.get("class") or "") for box in found)
    return frozenset(box for box in found if looks[str(box.tag), box.get("class") or ""] < _ENTRIES)


def _called(call: HtmlElement, words_of: Callable[[HtmlElement], tuple[str, ...]]) -> HtmlElement | None:
    """Return the box of a call, if it is one: the first around it that has other words, and none right beside it."""
    own = fold("".join(call.itertext()))
    form = call.tag == "input" and call.get("type") == "email"
    if not form and not (0 < len(own) <= _LONGEST_CALL and _CALL.match("".join(call.itertext()).strip())):
        return None
    inner = call
    for around in call.iterancestors():
        words = words_of(around)
        if len(words) > len(own) + _BESIDE:
            beside = fold(inner.tail or "") or fold(around.text or "")
            return around if around.tag in _BOXES and len(words) <= _LONGEST_BOX and not beside else None
        inner = around
    return None


def _words(element: HtmlElement, most: int) -> tuple[str, ...]:
    """Return the words of an element, or more of them than some."""
    found: list[str] = []
    for text in element.itertext():
        found += fold(text)
        if len(found) > most:
            break
    return tuple(found)


def under_headings(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the numbers of the blocks that are headings of links (`More stories`), and of the links that follow."""
    found: set[int] = set()
    head = -1
    for at, block in enumerate(blocks):
        if len(block.words) <= _LONGEST_HEAD and _opens(block.text):
            head = at
        elif head >= 0 and _is_listed(block):
            found.update((head, at))
        else:
            head = -1
    return frozenset(found)


def _is_listed(block: Block) -> bool:
    """Tell whether a block is one of a list of links: mostly a link, or an item with one."""
    prose = len(block.words) >= PROSE and bool(ENDED.search(block.text))
    item = any(each is not None and each.tag == "li" for each in (block.element, block.element.getparent()))
    return block.links >= (_HALF if prose and not item else _LISTED)


def is_furniture(line: str) -> bool:
    """Tell whether each sentence of a line is one of those that pages print around their articles."""
    own = describe(line, Span(0, len(line)))
    if not own.prose and vocabulary.reason("lines", own.key) in _FURNITURE:
        return True
    return bool(own.key) and all(
        vocabulary.reason("sentences", level(line[each.start : each.end])) in _FURNITURE
        for each in sentences(line, 0, len(line))
    )


def without_bios(lines: Sequence[str], authors: str) -> Iterator[str]:
    """Yield lines without the last ones that tell of who wrote them."""
    people = [re.escape(name) for name in re.split(r"\s*;\s*", authors) if len(name.split()) > 1]
    about = re.compile(rf"(?:{'|'.join(people)}){_TELLS}") if people else None
    end = len(lines)
    while about and end > 1 and about.match(lines[end - 1]):
        end -= 1
    yield from lines[:end]

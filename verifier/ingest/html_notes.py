"""Set the marks of notes apart from the words that they stand at: `day1` is a day with a note, and no word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from verifier.ingest.html_around import drop_trees
from verifier.ingest.html_blocks import names
from verifier.text.patterns import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LABEL = pattern(r"\[?(\d{1,3})\]?")
_NOTED = pattern(r"footnote|sidenote|endnote|note-?ref")
_BACK = pattern(r"[\s\u21a9\u2191\ufe0e\ufe0f^]{1,4}")
_BOXES = ("li", "p", "div", "aside", "section", "dd")


def mark_notes(tree: HtmlElement) -> None:
    """Put the mark of a note into brackets, and the same before the note, each a link to the other.

    A mark whose note does not link back to it is taken out.
    """
    marks: defaultdict[str, list[HtmlElement]] = defaultdict(list)
    for link in tree.iter("a"):
        if "#" in (link.get("href") or "") and _is_mark(link):
            marks[_target(link)].append(link)
    if not marks:
        return
    places = {name: each for each in tree.iter() for name in (each.get("id"), each.get("name")) if name in marks}
    inside = cache(_by_target)
    done = [
        _outer(link) for name, links in marks.items() if not _linked(places.get(name), links, inside) for link in links
    ]
    drop_trees(tree, [each for each in done if each is not None])


def _is_mark(link: HtmlElement) -> bool:
    """Tell whether a link is a number set high behind a word, or is called a mark of a note."""
    if not _LABEL.fullmatch(_words(link)):
        return False
    around = link.getparent()
    high = around is not None and around.tag == "sup" and _words(around) == _words(link)
    return high or next(link.iter("sup"), None) is not None or bool(_NOTED.search(names(link)) and not _opens(link))


def _opens(link: HtmlElement) -> bool:
    """Tell whether nothing stands before a link in its element: it numbers a note, and is no mark within a text."""
    around = link.getparent()
    return link.getprevious() is None and (around is None or not (around.text or "").strip())


def _by_target(box: HtmlElement) -> Mapping[str, Sequence[HtmlElement]]:
    """Return the links within an element by where they lead."""
    found: defaultdict[str, list[HtmlElement]] = defaultdict(list)
    for each in box.iter("a"):
        found[_target(each)].append(each)
    return found


def _linked(
    place: HtmlElement | None,
    marks: Sequence[HtmlElement],
    inside: Callable[[HtmlElement], Mapping[str, Sequence[HtmlElement]]],
) -> bool:
    """Link marks and their note with each other; tell whether there is such a note, or none that is known."""
    box = place if place is None or place.tag != "a" else place.getparent()
    if place is None or box is None:
        return True
    names_of = {each.get("id") for mark in marks for each in (mark, _outer(mark)) if each is not None}
    told = (each for name in names_of for each in inside(box).get(name, ()))
    linked = (each for each in told if _target(each) in names_of)  # marks linked since lead elsewhere
    back = [each for each in linked if _is_back(each)]
    if box.tag not in _BOXES or not back:
        return False
    label = _words(marks[0]).strip("[]")
    drop_trees(box, [each for each in back if each is not box])
    _begin(next(box.iter("p"), box), label)
    for at, mark in enumerate(marks):
        _set(mark, f"[{label}]", "" if at else f"note-mark-{label}", f"#note-text-{label}")
    return True


def _is_back(link: HtmlElement) -> bool:
    return bool(_LABEL.fullmatch(_words(link)) or _BACK.fullmatch(_words(link)) or not _words(link))


def _begin(box: HtmlElement, label: str) -> None:
    """Put a link with the label of a note at its head."""
    link = box.makeelement("a")
    _set(link, f"[{label}]", f"note-text-{label}", f"#note-mark-{label}")
    link.tail = f" {(box.text or '').lstrip()}"
    box.text = None
    box.insert(0, link)


def _set(link: HtmlElement, text: str, name: str, to: str) -> None:
    for each in list(link):
        link.remove(each)
    link.text = text
    link.set("href", to)
    link.attrib.pop("id", None)
    if name:
        link.set("id", name)


def _outer(link: HtmlElement) -> HtmlElement | None:
    around = link.getparent()
    return around if around is not None and around.tag == "sup" else link


def _target(link: HtmlElement) -> str:
    return (link.get("href") or "").partition("#")[2]


def _words(element: HtmlElement) -> str:
    return "".join(element.itertext()).strip()

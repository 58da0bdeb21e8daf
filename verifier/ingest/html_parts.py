"""Find the parts of a story that a page keeps in a container of their own, beside the one that was taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from verifier.ingest.html_around import nearest
from verifier.ingest.html_blocks import ENDED, PROSE, Block, names
from verifier.text.patterns import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_Built = tuple[tuple[str, ...], str]
_NAME_PARTS = pattern(r"[a-z]{4,}")
_LEAST_PROSE, _SHORT, _HALF = 2, 5, 0.5
_SHARE, _ABOVE = 0.9, 8
_STEM, _GOES_ON = 5, 0.15


def other_parts(
    blocks: Sequence[Block],
    taken: Collection[int],
    offers: Callable[[HtmlElement], bool],
    title: tuple[str, ...],
) -> frozenset[int]:
    """Return the blocks of the containers that go on with the story; `taken` are the paragraphs of it that were taken.

    Such a container holds nothing but paragraphs, has no headline or link of its own, is built as one that was taken,
    and speaks of the same things. Anything else may be another story.
    """
    story = [blocks[i] for i in taken]
    known = _around(block.element for block in story)
    stems = {stem for block in story for stem in _stems(block.words)}
    beside = _beside(blocks, known)
    boxes = _below(dict.fromkeys(block.box for block in story), {container.getparent() for container in beside})
    built: dict[HtmlElement, Mapping[tuple[str, ...], frozenset[str]]] = {}
    found: set[int] = set()
    for container, numbers in beside.items():
        part = [i for i in numbers if not offers(blocks[i].element) and blocks[i].box.tag != "figure"]
        part = [i for i in part if blocks[i].words != title]
        if not _is_prose([blocks[i] for i in part]) or _has_headline(blocks, numbers[0], known, title):
            continue
        told, top = [blocks[i] for i in part if _is_told(blocks[i])], container.getparent()
        if top not in built:
            built[top] = _words_by_tags(_built(boxes[top], top))
        ours = _built(_below(dict.fromkeys(block.box for block in told), {top})[top], top)
        if all(_is_akin(box, built[top]) for box in ours) and _goes_on(told, stems):
            found.update(i for i in part if len(blocks[i].words) >= _SHORT or _is_ended(blocks[i]))
    return frozenset(found)


def _goes_on(told: Iterable[Block], stems: Collection[str]) -> bool:
    """Tell whether paragraphs speak of the same things: enough of their longer words begin as words of the story."""
    said = {stem for block in told for stem in _stems(block.words)}
    return len(said.intersection(stems)) >= _GOES_ON * len(said)


def _around(elements: Iterable[HtmlElement]) -> frozenset[HtmlElement]:
    """Return elements and all that is around them."""
    found: set[HtmlElement] = set()
    for element in elements:
        at = element
        while at is not None and at not in found:
            found.add(at)
            at = at.getparent()
    return frozenset(found)


def _beside(blocks: Sequence[Block], known: Collection[HtmlElement]) -> dict[HtmlElement, list[int]]:
    """Return the outermost elements that hold nothing known, beside some that do, with the numbers of their blocks."""
    container = nearest(lambda each: each not in known and each.getparent() in known)
    found: dict[HtmlElement, list[int]] = {}
    for number, block in enumerate(blocks):
        if (outside := container(block.element)) is not None:
            found.setdefault(outside, []).append(number)
    return found


def _is_prose(part: Sequence[Block]) -> bool:
    """Tell whether a container holds paragraphs and hardly anything else, with no link at its ends or in a headline."""
    ended = sum(len(block.words) for block in part if _is_ended(block))
    other = sum(len(block.words) for block in part if not _is_ended(block) and not block.headed)
    if sum(map(_is_told, part)) < _LEAST_PROSE or ended < _SHARE * (ended + other) or part[0].headed:
        return False
    leading = (part[0], part[-1], *(block for block in part if block.headed))
    return all(block.links < _HALF and str(block.element.tag) != "h1" for block in leading)


def _has_headline(blocks: Sequence[Block], number: int, known: Collection[HtmlElement], title: tuple[str, ...]) -> bool:
    """Tell whether a headline, other than that of the page, stands above a block, with a few lines between at most."""
    for block in reversed(blocks[max(0, number - _ABOVE) : number]):
        if block.element in known or block.links >= _HALF:
            return False
        if block.headed:
            return bool(block.words != title)
    return False


def _is_ended(block: Block) -> bool:
    return bool(ENDED.search(block.text)) and block.links < _HALF


def _is_told(block: Block) -> bool:
    return len(block.words) >= PROSE and _is_ended(block)


def _below(boxes: Iterable[HtmlElement], tops: Collection[HtmlElement]) -> Mapping[HtmlElement, list[HtmlElement]]:
    """Return for each of some elements the boxes within it."""
    found: defaultdict[HtmlElement, list[HtmlElement]] = defaultdict(list)
    above = nearest(tops.__contains__)
    for box in boxes:
        top = above(box)
        while top is not None:
            found[top].append(box)
            top = above(top.getparent())
    return found


def _built(boxes: Iterable[HtmlElement], top: HtmlElement) -> frozenset[_Built]:
    """Return how boxes within an element are built: their tags down to it, and their names."""
    paths = (list(_path(box, top)) for box in boxes)
    return frozenset(
        (tuple(str(each.tag) for each in path), " ".join(map(names, path)).strip()) for path in paths if path
    )


def _path(box: HtmlElement, top: HtmlElement) -> Iterator[HtmlElement]:
    """Yield a box and what is around it, from the inside out, up to an element."""
    while box is not top:
        yield box
        box = box.getparent()


def _words_by_tags(built: Iterable[_Built]) -> Mapping[tuple[str, ...], frozenset[str]]:
    """Return for each way in which tags follow each other the words of the names."""
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for tags, name in built:
        found[tags].update(_words_of(name))
    return {tags: frozenset(words) for tags, words in found.items()}


def _is_akin(box: _Built, others: Mapping[tuple[str, ...], frozenset[str]]) -> bool:
    """Tell whether a box has the tags of another, and a word of its names; an article's tag says what it is."""
    tags, name = box
    return tags in others and (not name or "article" in tags or not others[tags].isdisjoint(_words_of(name)))


def _words_of(name: str) -> frozenset[str]:
    return frozenset(_NAME_PARTS.findall(name.lower()))


def _stems(words: Iterable[str]) -> Iterator[str]:
    return (word[:_STEM] for word in words if len(word) >= _STEM)

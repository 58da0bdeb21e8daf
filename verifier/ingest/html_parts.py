"""Find the parts of a story that a page keeps in a container of their own, beside the one that was taken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from verifier.ingest.html_blocks import ENDED, HEADING, PROSE, Block, names
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
    known = {each for block in story for each in _path(block.element)}
    stems = {stem for block in story for stem in _stems(block.words)}
    built: dict[HtmlElement, frozenset[_Built]] = {}
    found: set[int] = set()
    for container, numbers in _beside(blocks, known):
        part = [i for i in numbers if not offers(blocks[i].element) and blocks[i].box.tag != "figure"]
        part = [i for i in part if blocks[i].words != title]
        if not _is_prose([blocks[i] for i in part]) or _has_headline(blocks, numbers[0], known, title):
            continue
        told, top = [blocks[i] for i in part if _is_told(blocks[i])], container.getparent()
        built[top] = built[top] if top in built else _built(story, top)
        alike = all(any(_are_akin(box, other) for other in built[top]) for box in _built(told, top))
        if alike and _goes_on(told, stems):
            found.update(i for i in part if len(blocks[i].words) >= _SHORT or _is_ended(blocks[i]))
    return frozenset(found)


def _goes_on(told: Iterable[Block], stems: Collection[str]) -> bool:
    """Tell whether paragraphs speak of the same things: enough of their longer words begin as words of the story."""
    said = {stem for block in told for stem in _stems(block.words)}
    return len(said.intersection(stems)) >= _GOES_ON * len(said)


def _beside(blocks: Sequence[Block], known: Collection[HtmlElement]) -> Iterator[tuple[HtmlElement, list[int]]]:
    """Yield the outermost elements that hold nothing known, beside some that do, with the numbers of their blocks."""
    found: dict[HtmlElement, list[int]] = {}
    for number, block in enumerate(blocks):
        outside = [each for each in _path(block.element) if each not in known]
        if outside and outside[-1].getparent() is not None:
            found.setdefault(outside[-1], []).append(number)
    yield from found.items()


def _is_prose(part: Sequence[Block]) -> bool:
    """Tell whether a container holds paragraphs and hardly anything else, with no link at its ends or in a headline."""
    ended = sum(len(block.words) for block in part if _is_ended(block))
    other = sum(len(block.words) for block in part if not _is_ended(block) and not _is_heading(block))
    if sum(map(_is_told, part)) < _LEAST_PROSE or ended < _SHARE * (ended + other) or _is_heading(part[0]):
        return False
    leading = (part[0], part[-1], *filter(_is_heading, part))
    return all(block.links < _HALF and str(block.element.tag) != "h1" for block in leading)


def _has_headline(blocks: Sequence[Block], number: int, known: Collection[HtmlElement], title: tuple[str, ...]) -> bool:
    """Tell whether a headline, other than that of the page, stands above a block, with a few lines between at most."""
    for block in reversed(blocks[max(0, number - _ABOVE) : number]):
        if block.element in known or block.links >= _HALF:
            return False
        if _is_heading(block):
            return bool(block.words != title)
    return False


def _is_ended(block: Block) -> bool:
    return bool(ENDED.search(block.text)) and block.links < _HALF


def _is_told(block: Block) -> bool:
    return len(block.words) >= PROSE and _is_ended(block)


def _is_heading(block: Block) -> bool:
    return any(HEADING.fullmatch(str(each.tag)) for each in _path(block.element))


def _built(blocks: Iterable[Block], top: HtmlElement) -> frozenset[_Built]:
    """Return how the boxes of blocks below an element are built: their tags down to it, and their names."""
    below = [[each for each in _path(block.box) if top in each.iterancestors()] for block in blocks]
    return frozenset(
        (tuple(str(each.tag) for each in path), " ".join(map(names, path)).strip()) for path in below if path
    )


def _are_akin(ours: _Built, other: _Built) -> bool:
    """Tell whether boxes have the same tags, and a word of their names in common; an article's tag says what it is."""
    if ours[0] != other[0]:
        return False
    return not ours[1] or "article" in ours[0] or bool(_words_of(ours[1]) & _words_of(other[1]))


def _words_of(name: str) -> frozenset[str]:
    return frozenset(_NAME_PARTS.findall(name.lower()))


def _stems(words: Iterable[str]) -> Iterator[str]:
    return (word[:_STEM] for word in words if len(word) >= _STEM)


def _path(element: HtmlElement) -> list[HtmlElement]:
    return [element, *element.iterancestors()]

"""Find the parts of a story that a page keeps in a container of their own, beside the one that was taken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from verifier.ingest.html_blocks import Block, names
from verifier.text.patterns import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_Built = tuple[tuple[str, ...], str]
_ENDED = pattern(r"[.!?]\W{0,3}$")
_HEADING = pattern(r"h[1-6]")
_NAME_PARTS = pattern(r"[a-z]{4,}")
_PROSE, _LEAST_PROSE, _HALF = 8, 2, 0.5
_SHARE = 0.9
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
    known = {each for i in taken for each in _path(blocks[i].element)}
    stems = {stem for i in taken for stem in _stems(blocks[i].words)}
    found: set[int] = set()
    for container, numbers in _beside(blocks, known):
        part = [i for i in numbers if not offers(blocks[i].element) and blocks[i].box.tag != "figure"]
        part = [i for i in part if blocks[i].words != title]
        alike = [blocks[i] for i in taken if container.getparent() in blocks[i].element.iterancestors()]
        if _is_prose([blocks[i] for i in part]) and not _has_headline(blocks[: numbers[0]], known, title):
            told = [blocks[i] for i in part if _is_told(blocks[i])]
            said = {stem for block in told for stem in _stems(block.words)}
            if len(said & stems) >= _GOES_ON * len(said) and _is_built_as(container.getparent(), told, alike):
                found.update(i for i in part if len(blocks[i].words) >= _STEM or _is_ended(blocks[i]))
    return frozenset(found)


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


def _has_headline(before: Sequence[Block], known: Collection[HtmlElement], title: tuple[str, ...]) -> bool:
    """Tell whether a headline, other than that of the page, stands above what follows, or only words between."""
    for block in reversed(before):
        if block.element in known or block.links >= _HALF:
            return False
        if _is_heading(block):
            return bool(block.words != title)
    return False


def _is_ended(block: Block) -> bool:
    return bool(_ENDED.search(block.text)) and block.links < _HALF


def _is_told(block: Block) -> bool:
    return len(block.words) >= _PROSE and _is_ended(block)


def _is_heading(block: Block) -> bool:
    return any(_HEADING.fullmatch(str(each.tag)) for each in _path(block.element))


def _is_built_as(top: HtmlElement, told: Iterable[Block], taken: Iterable[Block]) -> bool:
    """Tell whether paragraphs stand below an element as others do: in like tags, and names akin where they have any."""
    known = {(_tags(block, top), _named(block, top)) for block in taken}
    ours = {(_tags(block, top), _named(block, top)) for block in told}
    return all(any(_are_akin(box, other) for other in known) for box in ours)


def _are_akin(ours: _Built, other: _Built) -> bool:
    """Tell whether boxes have the same tags, and a word of their names in common; an article's tag says what it is."""
    if ours[0] != other[0]:
        return False
    return not ours[1] or "article" in ours[0] or bool(_words_of(ours[1]) & _words_of(other[1]))


def _tags(block: Block, top: HtmlElement) -> tuple[str, ...]:
    return tuple(str(each.tag) for each in _path(block.box) if top in each.iterancestors())


def _named(block: Block, top: HtmlElement) -> str:
    return " ".join(names(each) for each in _path(block.box) if top in each.iterancestors()).strip()


def _words_of(name: str) -> frozenset[str]:
    return frozenset(_NAME_PARTS.findall(name.lower()))


def _stems(words: Iterable[str]) -> Iterator[str]:
    return (word[:_STEM] for word in words if len(word) >= _STEM)


def _path(element: HtmlElement) -> list[HtmlElement]:
    return [element, *element.iterancestors()]

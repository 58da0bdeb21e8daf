"""Find the places of a document that may say the same, without laying each beside each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

LIST, LOOKS = 16, 64
"""A place in whose words more others than the first say something else is an item of a list.

The second is how many others are held against a place at most, those first that share its rarest word.
"""


class Word(NamedTuple):
    """Hold how much a word of a place weighs, and the keys by which another place can have it."""

    weight: float
    keys: tuple[Hashable, ...]


class Place(NamedTuple, Generic[T]):
    """Hold a place: what stands there, what it says, its words, and the keys of the words that count as near it."""

    item: T
    said: Hashable
    words: tuple[Word, ...]
    near: Iterable[Hashable]


class Neighbours:
    """Hold the numbers of places by the keys of the words near them, those that say the same side by side."""

    def __init__(self, places: Iterable[Place[T]]) -> None:
        self._found: defaultdict[Hashable, dict[Hashable, list[int]]] = defaultdict(dict)
        self._counts: Counter[Hashable] = Counter()
        for number, place in enumerate(places):
            for key in set(place.near):
                self._found[key].setdefault(place.said, []).append(number)
                self._counts[key] += 1

    def of(self, words: Sequence[Word], least: float) -> Iterator[tuple[Hashable, Sequence[int]]]:
        """Yield the numbers of all places that can have this share of some words' weight, a list for each thing said.

        Who lacks the rarest words that together weigh more than the rest allows cannot have it, and is left out.
        """
        spare = (1 - least) * sum(word.weight for word in words)
        for word in sorted(words, key=lambda each: sum(self._counts[key] for key in each.keys)):
            for key in word.keys:
                yield from self._found.get(key, {}).items()
            spare -= word.weight
            if spare < 0:
                return


def pairs(
    ours: Sequence[Place[T]], theirs: Sequence[Place[T]], least: float, look: Callable[[T, T], bool | None]
) -> list[tuple[int, int]]:
    """Return the numbers of places that clash, of everything that one side says the first beside each of the other.

    Places that can have the share `least` of each other's words are looked at: `look` tells whether two clash, or None
    where they do not speak of the same. Items of a list clash with nothing.
    """
    forth = _one_way(ours, theirs, least, look)
    back = forth if ours is theirs else _one_way(theirs, ours, least, lambda a, b: look(b, a))
    found = {(a, b) for a, others in forth.items() for b in others if b in back}
    return sorted(found | {(a, b) for b, others in back.items() for a in others if a in forth})


def _one_way(
    ours: Sequence[Place[T]], theirs: Sequence[Place[T]], least: float, look: Callable[[T, T], bool | None]
) -> dict[int, list[int]]:
    """Return what the places of one side clash with, those left out that are items of a list."""
    neighbours = Neighbours(theirs)
    found = ((number, _clashing(place, neighbours, theirs, least, look)) for number, place in enumerate(ours))
    return {number: others for number, others in found if others is not None}


def _clashing(
    place: Place[T],
    neighbours: Neighbours,
    theirs: Sequence[Place[T]],
    least: float,
    look: Callable[[T, T], bool | None],
) -> list[int] | None:
    """Return, for each thing that others say, the first that clashes with a place; None for an item of a list."""
    settled, seen = {place.said}, set[int]()
    found: list[int] = []
    alike = 0
    for said, numbers in neighbours.of(place.words, least):
        for number in () if said in settled else numbers:
            if number in seen:
                continue
            if len(seen) == LOOKS:
                return found
            seen.add(number)
            clash = look(place.item, theirs[number].item)
            alike += clash is not None
            if alike > LIST:
                return None
            if clash:
                found.append(number)
                settled.add(said)
                break
    return found

"""Find phrases in a run of words by the words they begin with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

V = TypeVar("V")


class Phrases(dict[tuple[str, ...], V]):
    """Map phrases, each the base forms of its words, to what they mean."""

    __slots__ = ("sizes",)

    def __init__(self, entries: Mapping[tuple[str, ...], V]) -> None:
        super().__init__(entries)
        found: defaultdict[str, set[int]] = defaultdict(set)
        for phrase in filter(None, entries):
            found[phrase[0]].add(len(phrase))
        self.sizes = {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}
        """How many words the phrases have that begin with a word, the longest first."""

    def starts(self, lemmas: Sequence[str]) -> list[int]:
        """Return the positions at which phrases may begin."""
        return [position for position, lemma in enumerate(lemmas) if lemma in self.sizes]

    def at(self, lemmas: Sequence[str], position: int) -> tuple[int, V] | None:
        """Return the length and the meaning of the longest phrase that stands at a position."""
        for size in self.sizes.get(lemmas[position], ()):
            phrase = tuple(lemmas[position : position + size])
            if phrase in self:
                return len(phrase), self[phrase]
        return None

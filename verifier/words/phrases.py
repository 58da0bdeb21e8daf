"""Find phrases in a run of words by the words they begin with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import compress, count
from typing import TypeVar

V = TypeVar("V")


class Phrases(dict[tuple[str, ...], V]):
    """Map phrases, each the base forms of its words, to what they mean."""

    __slots__ = ("seconds", "sizes")

    def __init__(self, entries: Mapping[tuple[str, ...], V]) -> None:
        super().__init__(entries)
        found: defaultdict[str, set[int]] = defaultdict(set)
        seconds: defaultdict[str, set[str]] = defaultdict(set)
        for phrase in filter(None, entries):
            found[phrase[0]].add(len(phrase))
            seconds[phrase[0]].add((*phrase, "")[1])
        self.sizes = {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}
        """How many words the phrases have that begin with a word, the longest first."""
        self.seconds = {word: frozenset(words) for word, words in seconds.items()}
        """The second words of the phrases that begin with a word, "" where it is one by itself."""

    def starts(self, lemmas: Sequence[str]) -> list[int]:
        """Return the positions at which phrases may begin."""
        told = [(at, self.seconds[lemmas[at]]) for at in compress(count(), map(self.seconds.__contains__, lemmas))]
        return [at for at, seconds in told if "" in seconds or not seconds.isdisjoint(lemmas[at + 1 : at + 2])]

    def at(self, lemmas: Sequence[str], position: int) -> tuple[int, V] | None:
        """Return the length and the meaning of the longest phrase that stands at a position."""
        for size in self.sizes.get(lemmas[position], ()):
            phrase = tuple(lemmas[position : position + size])
            if phrase in self:
                return len(phrase), self[phrase]
        return None

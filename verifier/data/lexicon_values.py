"""Hold the frozen values that the lexicons are given as; terms are in base form and lower case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Terms = tuple[str, ...]


class Group(NamedTuple):
    """Hold terms that may stand for one another: `grade` is `same` (anywhere) or `near` (in context)."""

    grade: str
    terms: Terms


class EqualTerms(NamedTuple):
    """Hold the groups of equal terms, and lines of terms that are different facts however alike."""

    groups: tuple[Group, ...]
    distinct: tuple[Terms, ...]


class Kind(NamedTuple):
    """Hold a role or a medium: its name, all terms for it, and the names of those whose words are broader for it."""

    name: str
    terms: Terms
    broader: frozenset[str]


class Media(NamedTuple):
    """Hold the media, the media that verbs and phrases tell, and which differ.

    `distinct` are lines of media that are never the same; `carriers` those by which one says something, two of which
    differ where neither is broader and no line of `overlapping` has both.
    """

    media: tuple[Kind, ...]
    verbs: Mapping[str, str]
    phrases: Mapping[str, str]
    distinct: tuple[Terms, ...]
    carriers: frozenset[str]
    overlapping: tuple[Terms, ...]


class Antonyms(NamedTuple):
    """Hold pairs of sides, each term of one the opposite of each of the other, and the rule of negative prefixes.

    `nouns` are the pairs of nouns: they oppose each other less surely, as both may be said of one thing.
    """

    pairs: tuple[tuple[Terms, Terms], ...]
    nouns: tuple[tuple[Terms, Terms], ...]
    prefixes: Terms
    exceptions: frozenset[str]


class WeakDenials(NamedTuple):
    """Hold words that deny or only concede by themselves, and words that begin a cue of denial but deny nothing."""

    implying: frozenset[str]
    conceding: frozenset[str]
    plain: frozenset[str]


class Hedge(NamedTuple):
    """Hold a cue of certainty: its level, what part of speech it is, and the cue."""

    level: str
    part: str
    cue: str


class Hedges(NamedTuple):
    """Hold the cues of certainty, and those that leave open what a link adds."""

    cues: tuple[Hedge, ...]
    links: Mapping[str, Terms]


class Nation(NamedTuple):
    """Hold a country: its names, and the words for what and who is of it."""

    names: Terms
    people: Terms


class Spellings(NamedTuple):
    """Hold British spellings with the American ones, and the endings that tell one from the other."""

    words: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]
    exceptions: frozenset[str]

    def american(self, word: str) -> str:
        """Return a word as Americans spell it."""
        if word in self.words:
            return self.words[word]
        if word in self.exceptions or len(word) < 5:
            return word
        for british, american in self.endings:
            if word.endswith(british):
                return word.removesuffix(british) + american
        return word

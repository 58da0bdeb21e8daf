"""Turn the lexicons into look-up tables over stems: which words may stand for which, and which oppose each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from verifier import lexicon
from verifier.text.normalise import key
from verifier.text.tokens import Token, stem

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Hold the tables of all lexicons by stem.

    `concepts` maps a word or phrase to the keys of the groups it belongs to: `=n` where its members may replace each
    other, `~n` where they are near. `opposed` maps a word to those that turn a fact round or make it another one.
    """

    stop: frozenset[str]
    gloss: frozenset[str]
    concepts: Mapping[Stems, tuple[str, ...]]
    openers: frozenset[str]
    antonyms: Mapping[str, frozenset[str]]
    distinct: Mapping[str, frozenset[str]]
    negators: Mapping[Stems, str]
    roles: Mapping[str, frozenset[int]]
    role_words: Mapping[int, frozenset[str]]

    def keys(self, stem: str) -> tuple[str, ...]:
        """Return the keys that a single word matches by: its stem, then its concepts."""
        return (stem, *self.concepts.get((stem,), ()))

    def keys_of(self, tokens: Sequence[Token]) -> tuple[tuple[str, ...], ...]:
        """Return the keys of each token, those of the phrases it is part of among them."""
        found = [self.keys(t.stem) for t in tokens]
        for start, size, concepts in self._phrases(tokens):
            for at in range(start, start + size):
                if tokens[at].key not in self.stop:
                    found[at] = (*found[at], *concepts)
        return tuple(found)

    def _phrases(self, tokens: Sequence[Token]) -> Iterable[tuple[int, int, tuple[str, ...]]]:
        for start, token in enumerate(tokens):
            if token.stem not in self.openers:
                continue
            for size in (4, 3, 2):
                concepts = self.concepts.get(tuple(t.stem for t in tokens[start : start + size]))
                if concepts and start + size <= len(tokens):
                    yield start, size, concepts
                    break

    def role_keys(self, word: str) -> frozenset[str]:
        """Return the stems of every word for the roles a word names, broader ones included."""
        return frozenset({word}).union(*(self.role_words[g] for g in self.roles.get(word, ())))

    def role_clash(self, ours: str, theirs: str) -> bool:
        """Say whether two words name roles that are not the same and not one the broader of the other."""
        known = ours in self.roles and theirs in self.roles
        return known and theirs not in self.role_keys(ours) and ours not in self.role_keys(theirs)


def stems_of(term: str) -> Stems:
    """Return the stems of a lexicon's term."""
    return tuple(stem(word) for word in key(term).replace("-", " ").split())


@cache
def vocabulary(extra: Path | None = None) -> Vocabulary:
    """Build the tables from the lexicons shipped and, over them, those of a user's folder."""
    equal = lexicon.equal_terms(extra)
    concepts: defaultdict[Stems, list[str]] = defaultdict(list)
    for number, group in enumerate(equal.groups):
        mark = "=" if group.grade == "same" else "~"
        for stems in {stems_of(term) for term in group.terms}:
            concepts[stems].append(f"{mark}{number}")
    return Vocabulary(
        stop=frozenset(_STOP),
        gloss=frozenset(),
        concepts={k: tuple(sorted(v)) for k, v in concepts.items()},
        openers=frozenset(k[0] for k in concepts if len(k) > 1),
        antonyms={},
        distinct={},
        negators={("not",): "particle", ("never",): "particle", ("no",): "particle", ("without",): "particle"},
        roles={},
        role_words={},
    )


_STOP = "a an the of in on at to for from by with as is are was were be been being has have had do does did will would can could may might must shall should this that these those it its he she they them their his her we our you your i me my and or but if so than then there here who whom which what when where why how into onto over under about after before between during through up down out off again also just only not no nor more most some any all each both other such own same too very s t".split()

"""Turn the lexicons into look-up tables over stems: which words may stand for which, and which oppose each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from verifier import lexicon
from verifier.text.normalise import key
from verifier.text.tokens import Token, stem

Lemmas = tuple[str, ...]
_LONGEST = 4
_CUES = ("particle", "subject", "implicative", "none", "affirmative")
_BOUNDS = frozenset({"less than", "more than"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Hold the tables of all lexicons, by base form.

    `concepts` maps a word or phrase to the keys of the groups it belongs to: `=n` where its members may replace each
    other, `~n` where they are near. `antonyms` maps a word to those that turn a fact round, `distinct` to those that
    make it another one; `roles` maps a word to the role lines it stands in, `role_words` back.
    """

    stop: frozenset[str]
    gloss: frozenset[str]
    known: frozenset[str]
    concepts: Mapping[Lemmas, tuple[str, ...]]
    openers: frozenset[str]
    antonyms: Mapping[str, frozenset[str]]
    distinct: Mapping[str, frozenset[str]]
    negators: Mapping[Lemmas, str]
    roles: Mapping[str, frozenset[int]]
    role_words: Mapping[int, frozenset[str]]

    def lemma(self, word: str) -> str:
        """Return the base form of a word that the lexicons know it by, or the word itself."""
        return next((c for c in inflected_from(word) if c in self.known), word)

    def keys_of_word(self, word: str) -> tuple[str, ...]:
        """Return the keys that a single word matches by: its stem, then its concepts."""
        return (stem(word), *self.concepts.get((self.lemma(word),), ()))

    def keys_of(self, tokens: Sequence[Token], lemmas: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Return the keys of each token, those of the phrases it is part of among them."""
        found = [(t.stem, *self.concepts.get((lemma,), ())) for t, lemma in zip(tokens, lemmas, strict=True)]
        for start, size, concepts in self._phrases(lemmas):
            for at in range(start, start + size):
                if tokens[at].key not in self.stop:
                    found[at] = (*found[at], *concepts)
        return tuple(found)

    def _phrases(self, lemmas: Sequence[str]) -> Iterable[tuple[int, int, tuple[str, ...]]]:
        for start, lemma in enumerate(lemmas):
            if lemma not in self.openers:
                continue
            for size in range(min(_LONGEST, len(lemmas) - start), 1, -1):
                concepts = self.concepts.get(tuple(lemmas[start : start + size]))
                if concepts:
                    yield start, size, concepts
                    break

    def role_keys(self, word: str) -> frozenset[str]:
        """Return every word for the roles a word names, broader ones included."""
        return frozenset({word}).union(*(self.role_words[g] for g in self.roles.get(word, ())))

    def role_clash(self, ours: str, theirs: str) -> bool:
        """Say whether two words name roles that are not the same and not one the broader of the other."""
        known = ours in self.roles and theirs in self.roles
        return known and theirs not in self.role_keys(ours) and ours not in self.role_keys(theirs)


@lru_cache(maxsize=65536)
def inflected_from(word: str) -> tuple[str, ...]:
    """Return the base forms a word may be inflected from, likeliest first, itself at the head."""
    found = [word]
    irregular = lexicon.irregular().get(word)
    if irregular:
        found.append(irregular)
    for ending, endings in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = word[: -len(ending)]
            found.extend(base + e for e in endings)
            if ending in {"ed", "ing"} and base[-1] == base[-2]:
                found.append(base[:-1])
    return tuple(dict.fromkeys(found))


_ENDINGS = (
    ("ies", ("y", "ie")),
    ("ied", ("y",)),
    ("es", ("e", "")),
    ("s", ("",)),
    ("ed", ("e", "")),
    ("ing", ("e", "")),
)


def lemmas_of(term: str) -> Lemmas:
    """Return the words of a lexicon's term."""
    return tuple(key(term).replace("-", " ").split())


@cache
def vocabulary(extra: Path | None = None) -> Vocabulary:
    """Build the tables from the lexicons shipped and, over them, those of a user's folder."""
    concepts = _concepts(extra)
    roles = _roles(extra)
    negators = _negators(extra)
    words = {w for term in (*concepts, *negators) for w in term} | set(roles)
    return Vocabulary(
        stop=frozenset(_STOP),
        gloss=frozenset(),
        known=frozenset(words),
        concepts=concepts,
        openers=frozenset(k[0] for k in concepts if len(k) > 1),
        antonyms={},
        distinct={},
        negators=negators,
        roles=roles,
        role_words=_members(roles),
    )


def _concepts(extra: Path | None) -> dict[Lemmas, tuple[str, ...]]:
    found: defaultdict[Lemmas, list[str]] = defaultdict(list)
    for number, group in enumerate(lexicon.equal_terms(extra).groups):
        mark = "=" if group.grade == "same" else "~"
        for term in set(map(lemmas_of, group.terms)):
            found[term].append(f"{mark}{number}")
    return {k: tuple(sorted(v)) for k, v in found.items()}


def _negators(extra: Path | None) -> dict[Lemmas, str]:
    """Return the negating cues; what only looks like a negation is `none`."""
    cues = lexicon.table("negators", extra)["cues"]
    found = {}
    for kind in _CUES:
        for term in cues[kind]:
            if term not in _BOUNDS:
                words = lemmas_of(term)
                found[words[:-1] if kind == "implicative" else words] = "none" if kind == "affirmative" else kind
    return found


def _roles(extra: Path | None) -> dict[str, frozenset[int]]:
    """Return the numbers of the role lines that each role stands in; a broader word stands in all below it."""
    number = 0
    found: defaultdict[str, set[int]] = defaultdict(set)
    for part in ("holder", "party"):
        for broader, lines in lexicon.table("roles", extra)[part].items():
            for line in lines:
                number += 1
                for term in (broader.replace("_", " "), *line.split(", ")):
                    found[lemmas_of(term)[-1]].add(number)
    return {k: frozenset(v) for k, v in found.items()}


def _members(roles: Mapping[str, frozenset[int]]) -> dict[int, frozenset[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    for word, numbers in roles.items():
        for number in numbers:
            found[number].add(word)
    return {k: frozenset(v) for k, v in found.items()}


_STOP = "a an the of in on at to for from by with as is are was were be been being has have had do does did will would can could may might must shall should this that these those it its he she they them their his her we our you your i me my and or but if so than then there here who whom which what when where why how into onto over under about after before between during through up down out off again also just only not no nor more most some any all each both other such own same too very s t".split()

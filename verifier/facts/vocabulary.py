"""Turn the lexicons into look-up tables over stems: which words may stand for which, and which oppose each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, product
from pathlib import Path

from verifier import lexicon
from verifier.text.normalise import key
from verifier.text.tokens import Token, stem

Lemmas = tuple[str, ...]
_LONGEST = 4
_CUES = ("particle", "subject", "implicative", "none", "affirmative", "back")
_LONGEST_CUE = 3
_HEDGING = frozenset(
    {
        ("possible", "modal"),
        ("possible", "adverb"),
        ("possible", "adjective"),
        ("likely", "adverb"),
        ("likely", "adjective"),
        ("planned", "adjective"),
        ("reported", "adverb"),
    }
)
_BOUNDS = frozenset({"less than", "more than"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Hold the tables of all lexicons, by base form.

    `concepts` maps a word or phrase to the keys of the groups it belongs to: `=n` where its members may replace each
    other, `~n` where they are near. `antonyms` maps a word to those that turn a fact round, `distinct` to those that
    make it another one; `roles` maps a word to the roles it names, `above` each role to the broader ones.
    """

    stop: frozenset[str]
    gloss: frozenset[str]
    known: frozenset[str]
    concepts: Mapping[Lemmas, tuple[str, ...]]
    openers: frozenset[str]
    antonyms: Mapping[str, frozenset[str]]
    distinct: Mapping[str, frozenset[str]]
    negators: Mapping[Lemmas, str]
    roles: Mapping[str, frozenset[str]]
    above: Mapping[str, frozenset[str]]
    media: Mapping[str, str]
    media_above: Mapping[str, frozenset[str]]
    rival_media: frozenset[frozenset[str]]
    hedges: Mapping[Lemmas, str]
    enabling: frozenset[str]

    def lemma(self, word: str) -> str:
        """Return the base form of a word that the lexicons know it by, or the word itself."""
        itself, *bases = inflected_from(word)
        return next((b for b in bases if b in self.known), itself)

    def concepts_of(self, word: str) -> tuple[str, ...]:
        """Return the concepts of a word in every base form it may have."""
        return tuple(dict.fromkeys(c for form in inflected_from(word) for c in self.concepts.get((form,), ())))

    def opposites(self, word: str) -> frozenset[str]:
        """Return the opposites of a word in every base form it may have, with the words they are inflected as."""
        return frozenset().union(*(self.antonyms.get(form, frozenset()) for form in inflected_from(word)))

    def opposed(self, ours: str, theirs: str) -> bool:
        """Say whether two words are opposites, in any of their forms."""
        return not self.opposites(ours).isdisjoint(inflected_from(theirs))

    def keys_of_word(self, word: str) -> tuple[str, ...]:
        """Return the keys that a single word matches by: its stem, then its concepts."""
        return (stem(word), *self.concepts_of(word))

    def keys_of(self, tokens: Sequence[Token], lemmas: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Return the keys of each token, those of the phrases it is part of among them."""
        found = [(t.stem, *self.concepts_of(t.key)) for t in tokens]
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

    def may_say(self, ours: str, theirs: str) -> bool:
        """Say whether a claim may use this word for a role where its source has that one: the same or a broader role."""
        mine = self.roles.get(ours, frozenset())
        return any(role in mine or not mine.isdisjoint(self.above[role]) for role in self.roles.get(theirs, ()))

    def is_person(self, word: str) -> bool:
        """Say whether a word names a person's role, not an organisation's."""
        return any("person" in self.above[role] for role in self.roles.get(word, ()))

    def is_anybody(self, word: str) -> bool:
        """Say whether a word is near to `people`, as words for those whom an incident touches are."""
        people = {c for c in self.concepts.get(("people",), ()) if c[0] == "~"}
        return not people.isdisjoint(self.concepts.get((word,), ()))

    def role_clash(self, ours: str, theirs: str) -> bool:
        """Say whether two words name roles that are not the same, and neither is a broader word for the other."""
        known = ours in self.roles and theirs in self.roles and ours != theirs
        return known and not self.may_say(ours, theirs) and not self.may_say(theirs, ours)


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
    negators = _negators(extra)
    roles, above = _roles(extra)
    media = _media(extra)
    antonyms = _antonyms(extra)
    distinct = _pairs(lexicon.equal_terms(extra).distinct)
    gloss = lexicon.gloss(extra).words
    words = {w for term in (*concepts, *negators) for w in term}.union(roles, antonyms, distinct, gloss, media)
    return Vocabulary(
        stop=lexicon.stopwords(extra),
        gloss=gloss,
        known=frozenset(words),
        concepts=concepts,
        openers=frozenset(k[0] for k in concepts if len(k) > 1),
        antonyms=antonyms,
        distinct=distinct,
        negators=negators,
        roles=roles,
        above=above,
        media=media,
        media_above={m.name: m.broader for m in lexicon.media(extra).media},
        rival_media=frozenset(
            frozenset(pair) for line in lexicon.media(extra).distinct for pair in combinations(line, 2)
        ),
        hedges=_hedges(extra),
        enabling=frozenset(h.cue for h in lexicon.hedges(extra).cues if h.part == "enabling" and " " not in h.cue),
    )


def _media(extra: Path | None) -> dict[str, str]:
    """Return the medium that each single word names or tells."""
    media = lexicon.media(extra)
    nouns = {term: m.name for m in media.media for term in m.terms if " " not in term}
    return nouns | {verb: medium for verb, medium in media.verbs.items() if " " not in verb and verb not in nouns}


def _hedges(extra: Path | None) -> dict[Lemmas, str]:
    """Return the cues that make what follows less than asserted, by level."""
    return {
        lemmas_of(h.cue): h.level
        for h in lexicon.hedges(extra).cues
        if (h.level, h.part) in _HEDGING and len(lemmas_of(h.cue)) <= _LONGEST_CUE
    }


def _concepts(extra: Path | None) -> dict[Lemmas, tuple[str, ...]]:
    found: defaultdict[Lemmas, list[str]] = defaultdict(list)
    for number, group in enumerate(lexicon.equal_terms(extra).groups):
        mark = "=" if group.grade == "same" else "~"
        for term in set(map(lemmas_of, group.terms)):
            found[term].append(f"{mark}{number}")
    return {k: tuple(sorted(v)) for k, v in found.items()}


def _negators(extra: Path | None) -> dict[Lemmas, str]:
    """Return the negating cues; what only looks like a negation is `none`."""
    cues = lexicon.negators(extra)
    found = {}
    for kind in _CUES:
        for term in cues.get(kind, ()):
            if term not in _BOUNDS:
                words = lemmas_of(term)
                found[words[:-1] if kind == "implicative" else words] = "none" if kind == "affirmative" else kind
    return found


def _antonyms(extra: Path | None) -> dict[str, frozenset[str]]:
    """Return the opposites of each single word, both ways."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for left, right in lexicon.antonyms(extra).pairs:
        for a, b in product(left, right):
            if " " not in a and " " not in b:
                found[a].add(b)
                found[b].add(a)
    return {k: frozenset(v) for k, v in found.items()}


def _roles(extra: Path | None) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return the roles that each single word names, and those broader than each; roles that nothing is broader than are left out."""
    roles = lexicon.roles(extra).roles
    found: defaultdict[str, set[str]] = defaultdict(set)
    for role in roles:
        for word in role.terms:
            if " " not in word and role.broader:
                found[word].add(role.name)
    return {k: frozenset(v) for k, v in found.items()}, {role.name: role.broader for role in roles}


def _pairs(lines: Iterable[Sequence[str]]) -> dict[str, frozenset[str]]:
    """Return for each single word the other single words of its lines."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        words = [w for w in line if " " not in w]
        for word in words:
            found[word].update(w for w in words if w != word)
    return {k: frozenset(v) for k, v in found.items()}

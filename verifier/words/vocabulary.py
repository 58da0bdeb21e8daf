"""Look words up: which may stand for which, which oppose each other, which name roles, media and denials."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from verifier.text.tokens import Token, stem
from verifier.words.forms import Lemmas, graded_from, inflected_from, lemma
from verifier.words.phrases import Phrases

LONGEST = 4
_UN = 5
_SCALES = (("over", "under"), ("under", "over"))


class Entry(NamedTuple):
    """Hold what the lexicons know of a word: base form, the keys it matches by, the cues with a link it begins."""

    lemma: str
    keys: tuple[str, ...]
    links: tuple[tuple[Lemmas, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Hold the tables of all lexicons, by base form.

    `concepts` maps a word or phrase to the keys of the groups it belongs to: `=n` where its members may replace each
    other, `~n` where they are near; `compounds` are those of two to four words. `antonyms` maps a word to those that
    turn a fact round, `distinct` to those that make it another one; `prefixes` make a word its opposite, but for those
    `unprefixed`; `roles` maps a word, `role_terms` a phrase to the roles it names, `above` each role to the broader
    ones; `vague` are roles that are broader than many others, `jobs` words for a job or title, `traits` for what
    somebody is besides.

    `media` maps a word or phrase to the medium it names or tells, `rival_media` are the pairs of media that cannot be
    one. `negators` maps a cue of denial to its kind, `negative` are words that may imply a denial, `conceding` those of
    them that only hint at one. `saying` are verbs of saying; `hedges` maps a cue to its level of certainty, `links` the
    first word of a cue to its other words and its link.
    """

    stop: frozenset[str]
    gloss: frozenset[str]
    known: frozenset[str]
    concepts: Mapping[Lemmas, tuple[str, ...]]
    compounds: Phrases[tuple[str, ...]]
    antonyms: Mapping[str, frozenset[str]]
    prefixes: Sequence[str]
    unprefixed: frozenset[str]
    distinct: Mapping[str, frozenset[str]]
    negators: Phrases[str]
    negative: frozenset[str]
    conceding: frozenset[str]
    roles: Mapping[str, frozenset[str]]
    above: Mapping[str, frozenset[str]]
    vague: frozenset[str]
    jobs: frozenset[str]
    traits: frozenset[str]
    role_terms: Mapping[Lemmas, frozenset[str]]
    media: Mapping[Lemmas, str]
    rival_media: frozenset[frozenset[str]]
    saying: frozenset[str]
    hedges: Phrases[str]
    links: Mapping[str, tuple[tuple[Lemmas, str], ...]]

    @lru_cache(maxsize=8192)  # noqa: B019 - vocabularies live as long as the process
    def entry(self, word: str) -> Entry:
        """Return what the lexicons know of a word."""
        links = tuple(link for form in inflected_from(word) for link in self.links.get(form, ()))
        return Entry(self.lemma(word), self.keys_of_word(word), links)

    def lemma(self, word: str) -> str:
        """Return the base form of a word that the lexicons know it by, or the word itself."""
        return lemma(word, self.known)

    @lru_cache(maxsize=16)  # noqa: B019 - vocabularies live as long as the process
    def slight(self) -> frozenset[str]:
        """Return the stems of the words of comment, which every postmortem has and which tell little."""
        return frozenset(map(stem, self.gloss))

    @lru_cache(maxsize=8192)  # noqa: B019 - vocabularies live as long as the process
    def concepts_of(self, word: str) -> tuple[str, ...]:
        """Return the concepts of a word in every base form it may have."""
        return tuple(dict.fromkeys(c for form in inflected_from(word) for c in self.concepts.get((form,), ())))

    @lru_cache(maxsize=8192)  # noqa: B019 - vocabularies live as long as the process
    def opposites(self, word: str) -> frozenset[str]:
        """Return the opposites of a word in every base form it may have, with the words they are inflected as."""
        listed = (self.antonyms.get(form, frozenset()) for form in graded_from(word))
        return frozenset().union(*listed, *map(self._prefixed, inflected_from(word)))

    def _prefixed(self, word: str) -> frozenset[str]:
        """Return the opposites of a word by a prefix: unharmed, overpaid and underpaid."""
        if word in self.unprefixed or len(word) < _UN:
            return frozenset()
        found = {p + word for p in self.prefixes}.difference(self.unprefixed)
        found.update(word[len(p) :] for p in self.prefixes if word.startswith(p) and len(word) - len(p) >= _UN)
        found.update(b + word[len(a) :] for a, b in _SCALES if word.startswith(a))
        return frozenset(found)

    @lru_cache(maxsize=16384)  # noqa: B019 - vocabularies live as long as the process
    def opposed(self, ours: str, theirs: str) -> bool:
        """Say whether two words are opposites, in any of their forms."""
        alike = ours.endswith("est") == theirs.endswith("est")
        return alike and not self.opposites(ours).isdisjoint(graded_from(theirs))

    @lru_cache(maxsize=8192)  # noqa: B019 - vocabularies live as long as the process
    def says(self, word: str) -> bool:
        """Say whether a word is a verb of saying that neither vouches nor asks, in any of its forms."""
        return not self.saying.isdisjoint(inflected_from(word))

    @lru_cache(maxsize=8192)  # noqa: B019 - vocabularies live as long as the process
    def keys_of_word(self, word: str) -> tuple[str, ...]:
        """Return the keys that a single word matches by: its stem, then its concepts."""
        return (stem(word), *self.concepts_of(word))

    def keys_of(
        self, tokens: Sequence[Token], joined: Sequence[bool], entries: Sequence[Entry], lemmas: Sequence[str]
    ) -> tuple[tuple[str, ...], ...]:
        """Return the keys of each token, those of the phrases it is part of among them.

        Words `joined` to the next may be met by the one word that both make: non-steroidal, nonsteroidal.
        """
        found = [entry.keys for entry in entries]
        for at in [at for at, tied in enumerate(joined) if tied]:
            one, other = tokens[at], tokens[at + 1]
            if one.key.isalpha() and other.key.isalpha():
                both = self.keys_of_word(one.key + other.key)
                found[at], found[at + 1] = (*found[at], *both), (*found[at + 1], *both)
        for start in self.compounds.starts(lemmas):
            size, concepts = self.compounds.at(lemmas, start) or (0, ())
            for at in range(start, start + size):
                if tokens[at].key not in self.stop:
                    found[at] = (*found[at], *concepts)
        return tuple(found)

    def may_say(self, ours: str, theirs: str) -> bool:
        """Say whether a claim may use the first word for a role where its source has the second."""
        mine = self.roles.get(ours, frozenset())
        return any(role in mine or not mine.isdisjoint(self.above[role]) for role in self.roles.get(theirs, ()))

    @lru_cache(maxsize=8192)  # noqa: B019 - vocabularies live as long as the process
    def sounds_negative(self, word: str) -> bool:
        """Say whether a word denies, or may imply a denial: not, fail, lack, only, despite, unpatched."""
        if self._negative_of(word):
            return True
        return (
            len(word) > _UN and word.startswith(("un", "in")) and any(f in self.known for f in inflected_from(word[2:]))
        )

    def denies(self, word: str) -> bool:
        """Say whether a word denies what it takes: not, fail, prevent; despite and until only hint at something."""
        return not self._negative_of(word) <= self.conceding

    def _negative_of(self, word: str) -> frozenset[str]:
        """Return the negative words that a word is a form of; those that have no forms only as they are: not notes."""
        return self.negative.intersection((word, *(form for form in inflected_from(word) if form not in self.stop)))

    def is_person(self, word: str) -> bool:
        """Say whether a word names a person's role, not an organisation's."""
        return any("person" in self.above[role] for role in self.roles.get(word, ()))

    def roles_ending(self, lemmas: Sequence[str], first: int, end: int) -> frozenset[str]:
        """Return the roles that the longest known term names which ends the words [first, end): chief pilot, pilot."""
        for start in range(max(first, end - LONGEST), end):
            roles = self.role_terms.get(tuple(lemmas[start:end]))
            if roles:
                return roles
        return self.roles.get(lemmas[end - 1], frozenset())

    def unlike(self, ours: Iterable[str], theirs: Iterable[str]) -> bool:
        """Say whether there are words on both sides, and none of one side may stand for one of the other."""
        mine = {key for word in ours for key in self.keys_of_word(word)}
        others = {key for word in theirs for key in self.keys_of_word(word)}
        return bool(mine and others) and mine.isdisjoint(others)

    def is_vague(self, word: str) -> bool:
        """Say whether a word names so broad a role that a narrower word in its place proves nothing."""
        return not self.vague.isdisjoint(self.roles.get(word, ()))

    def alike(self, ours: frozenset[str], theirs: frozenset[str]) -> bool:
        """Say whether one of these roles is one of those, or the broader of one."""
        return any(a == b or a in self.above.get(b, ()) or b in self.above.get(a, ()) for a in ours for b in theirs)

    def role_clash(self, ours: str, theirs: str) -> bool:
        """Say whether two words name roles that are not the same, and neither is a broader word for the other.

        Two jobs do, or two parts in an event: an engineer may be a customer as well, and a girl anything.
        """
        known = ours in self.roles and theirs in self.roles and (ours in self.jobs) == (theirs in self.jobs)
        apart = known and ours != theirs and self.traits.isdisjoint((ours, theirs))
        return apart and not self.may_say(ours, theirs) and not self.may_say(theirs, ours)

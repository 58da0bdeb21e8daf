"""Walk over the words of a text that has been cut into tokens, phrases and base forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from verifier.text.tokens import Token
from verifier.words.vocabulary import Vocabulary


class Text(NamedTuple):
    """Hold a text, its tokens with what stands between them, their base forms, the phrase of each, and the lexicons."""

    text: str
    tokens: Sequence[Token]
    gaps: Sequence[str]
    lemmas: Sequence[str]
    phrases: Sequence[int]
    vocabulary: Vocabulary

    def key(self, at: int) -> str:
        """Return the word at a position, empty beyond the ends."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def counts(self, at: int) -> bool:
        """Say whether the word at a position carries meaning."""
        return self.tokens[at].key not in self.vocabulary.stop

    def person(self, at: int) -> bool:
        """Say whether a word names a role that a person plays."""
        lemma = self.lemmas[at]
        return lemma in self.vocabulary.roles and self.vocabulary.is_person(lemma)

    def phrase(self, first: int, reach: int, home: int) -> list[int]:
        """Return the positions from `first` on, at most `reach`, up to where the phrase of the word at `home` ends."""
        found = []
        for at in range(first, min(first + reach, len(self.tokens))):
            if self.phrases[at] != self.phrases[home]:
                break
            found.append(at)
        return found

    def content(self, places: Iterable[int]) -> tuple[int, ...]:
        """Return those of some positions whose words carry meaning."""
        return tuple([at for at in places if self.counts(at)])

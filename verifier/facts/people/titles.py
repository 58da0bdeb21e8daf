"""Bind roles to the people who hold them: `security researcher Ann Lee`, `Ann Lee, a principal analyst at X`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.data.word_lists import words
from verifier.facts.people.names import Name
from verifier.text.tokens import Token, singular
from verifier.words.shapes import is_past
from verifier.words.vocabulary import Vocabulary

_BELONGING = words("grammar", "prepositions", "belonging")
_AFTER = 7
_LONGEST = 4
_FIELD = 4


@dataclass(frozen=True, slots=True)
class Title:
    """Hold a person's last name, the roles that the title names, its token range, and the words of its field.

    The field is what the office is for, in base form: energy, of a minister of energy; empty where none is named.
    """

    person: str
    roles: frozenset[str]
    tokens: tuple[int, int]
    field: frozenset[str] = frozenset()

    @property
    def whole(self) -> tuple[int, int]:
        """Return the token range of the title with its field."""
        return self.tokens[0], self.tokens[1] + (len(self.field) + 1 if self.field else 0)


def titles(
    text: str,
    tokens: Sequence[Token],
    lemmas: Sequence[str],
    phrases: Sequence[int],
    names: Sequence[Name],
    vocabulary: Vocabulary,
) -> tuple[Title, ...]:
    """Return the titles that a text gives to people: in the name, before it, or behind it between commas."""
    found = []
    for name in names:
        span = (
            _inside(name, lemmas, vocabulary)
            or _before(text, name, tokens, lemmas, vocabulary)
            or _behind(text, name, tokens, lemmas, phrases, vocabulary)
        )
        if span:
            roles = vocabulary.roles_ending(lemmas, *span) | _joined(tokens, lemmas, span, vocabulary)
            found.append(Title(name.parts[-1], roles, span, field(text, tokens, lemmas, span[1], vocabulary)))
    return tuple(found)


def parted(name: Name, tokens: Sequence[Token], lemmas: Sequence[str], vocabulary: Vocabulary) -> tuple[Name, ...]:
    """Return a name, or its two parts where it joins a person or a title to a body: `Ann Lee of Altis`.

    What stands before `of` is a person where it is two words and the last is no common one: not the Royal Bank of Oulu.
    """
    link = next((t for t in range(name.first + 1, name.last) if tokens[t].key == "of"), None)
    if link is None:
        return (name,)
    last = lemmas[link - 1]
    person = link - name.first > 1 and last not in vocabulary.known
    if not person and not _holds(last, vocabulary):
        return (name,)
    before, behind = range(name.first, link), range(link + 1, name.last + 1)
    return tuple(
        Name(tokens[r[0]].start, tokens[r[-1]].end, r[0], r[-1], parts, name.sure or r is behind)
        for r in (before, behind)
        if (parts := tuple(p for p in name.parts if any(singular(tokens[t].key) == p for t in r)))
    )


def field(
    text: str, tokens: Sequence[Token], lemmas: Sequence[str], end: int, vocabulary: Vocabulary
) -> frozenset[str]:
    """Return the base forms of what an office is for: the lower-case words behind `of` that end before a token."""
    if end >= len(tokens) or tokens[end].key != "of":
        return frozenset()
    found: set[str] = set()
    for at in range(end + 1, min(len(tokens), end + 1 + _FIELD)):
        word = text[tokens[at].start : tokens[at].end]
        if text[tokens[at - 1].end : tokens[at].start] != " " or not word.islower() or is_past(tokens[at].key):
            break
        if tokens[at].key in vocabulary.stop:
            if not found or tokens[at].key != "and":
                break
            continue
        found.add(lemmas[at])
    return frozenset(found)


def _holds(lemma: str, vocabulary: Vocabulary) -> bool:
    return lemma in vocabulary.roles and vocabulary.is_person(lemma)


def _joined(
    tokens: Sequence[Token], lemmas: Sequence[str], span: tuple[int, int], vocabulary: Vocabulary
) -> frozenset[str]:
    """Return the roles that are joined to a title by `and`: a lawyer and a trustee."""
    near = range(max(0, span[0] - _LONGEST), min(len(tokens), span[1] + _AFTER))
    if not any(tokens[t].key == "and" for t in near):
        return frozenset()
    return frozenset(r for t in near if _holds(lemmas[t], vocabulary) for r in vocabulary.roles[lemmas[t]])


def _inside(name: Name, lemmas: Sequence[str], vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Return the title that opens a run of capitals: Senator Ann Lee."""
    inner = range(name.last - 1, name.first - 1, -1)
    last = next((t for t in inner if _holds(lemmas[t], vocabulary)), None)
    return None if last is None else (name.first, last + 1)


def _before(
    text: str, name: Name, tokens: Sequence[Token], lemmas: Sequence[str], vocabulary: Vocabulary
) -> tuple[int, int] | None:
    at = name.first - 1
    gaps = {" ", ", "} if len(name.parts) > 1 else {" "}
    if at < 0 or text[tokens[at].end : name.start] not in gaps:
        return None
    if not _holds(lemmas[at], vocabulary):
        at = _qualified(text, name, tokens, lemmas, vocabulary)
    if at < 0:
        return None
    first = at
    while first > max(0, at - _LONGEST + 1) and tokens[first - 1].key not in vocabulary.stop:
        if text[tokens[first - 1].end : tokens[first].start] not in {" ", "-"}:
            break
        first -= 1
    return first, at + 1


def _qualified(text: str, name: Name, tokens: Sequence[Token], lemmas: Sequence[str], vocabulary: Vocabulary) -> int:
    """Return the role word of a title with what it is for before a comma: the head of Altis, Ann Lee; -1 for none."""
    at = name.first - 1
    if text[tokens[at].end : name.start] != ", " or len(name.parts) < 2:
        return -1
    for link in range(at - 1, max(0, at - _AFTER), -1):
        if text[tokens[link].end : tokens[link + 1].start] not in {" ", "'s ", "’s ", "-"}:
            return -1
        if tokens[link].key in _BELONGING and _holds(lemmas[link - 1], vocabulary):
            return link - 1
    return -1


def _behind(
    text: str,
    name: Name,
    tokens: Sequence[Token],
    lemmas: Sequence[str],
    phrases: Sequence[int],
    vocabulary: Vocabulary,
) -> tuple[int, int] | None:
    """Return the apposition behind a name: from the comma to the last role word before the phrase or its noun ends."""
    first = name.last + 1
    if first >= len(tokens) or not text[name.end : tokens[first].start].strip().startswith(","):
        return None
    found = None
    for at in range(first, min(first + _AFTER, len(tokens))):
        ended = at > first and tokens[at].key in vocabulary.stop
        if phrases[at] != phrases[first] or ended:
            break
        if _holds(lemmas[at], vocabulary):
            found = (first, at + 1)
    return found

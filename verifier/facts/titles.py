"""Bind roles to the people who hold them: `security researcher Ann Lee`, `Ann Lee, a principal analyst at X`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.facts.names import Name
from verifier.facts.vocabulary import Vocabulary
from verifier.text.tokens import Token

_AFTER = 7
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Title:
    """Hold a person's last name, the roles that the title names, and its token range."""

    person: str
    roles: frozenset[str]
    tokens: tuple[int, int]


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
            roles = _roles(lemmas, span, vocabulary) | _joined(tokens, lemmas, span, vocabulary)
            found.append(Title(name.parts[-1], roles, span))
    return tuple(found)


def _holds(lemma: str, vocabulary: Vocabulary) -> bool:
    return lemma in vocabulary.roles and vocabulary.is_person(lemma)


def _roles(lemmas: Sequence[str], span: tuple[int, int], vocabulary: Vocabulary) -> frozenset[str]:
    """Return the roles that the longest known term at the end of a title names."""
    for first in range(max(span[0], span[1] - _LONGEST), span[1]):
        roles = vocabulary.role_terms.get(tuple(lemmas[first : span[1]]))
        if roles:
            return roles
    return vocabulary.roles.get(lemmas[span[1] - 1], frozenset())


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
    if at < 0 or not _holds(lemmas[at], vocabulary) or text[tokens[at].end : name.start] not in gaps:
        return None
    first = at
    while first > max(0, at - _LONGEST + 1) and tokens[first - 1].key not in vocabulary.stop:
        if text[tokens[first - 1].end : tokens[first].start] not in {" ", "-"}:
            break
        first -= 1
    return first, at + 1


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

"""Bind roles to the people who hold them: `security researcher Ann Lee`, `Ann Lee, a principal analyst at X`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.data.thresholds import TITLE_LONGEST, TITLE_REACH
from verifier.data.word_lists import words
from verifier.facts.people.names import Name
from verifier.text.tokens import singular
from verifier.words.grammar import RELATIVE
from verifier.words.texts import Text

_BELONGING = words("grammar", "prepositions", "belonging")


@dataclass(frozen=True, slots=True)
class Title:
    """Hold a person's last name, the roles that the title names, and its token range."""

    person: str
    roles: frozenset[str]
    tokens: tuple[int, int]


def titles(text: Text, names: Sequence[Name]) -> tuple[Title, ...]:
    """Return the titles that a text gives to people: in the name, before it, or behind it between commas."""
    found = []
    for name in names:
        span = _inside(text, name) or _before(text, name) or _behind(text, name)
        if span:
            roles = text.vocabulary.roles_ending(text.lemmas, *span) | _joined(text, span)
            found.append(Title(name.parts[-1], roles, span))
    return tuple(found)


def parted(text: Text, name: Name) -> tuple[Name, ...]:
    """Return a name, or its two parts where it joins a person or a title to a body: `Ann Lee of Altis`.

    What stands before `of` is a person where it is two words and the last is no common one: not the Royal Bank of Oulu.
    """
    tokens = text.tokens
    link = next((t for t in range(name.first + 1, name.last) if tokens[t].key == "of"), None)
    if link is None:
        return (name,)
    person = link - name.first > 1 and text.lemmas[link - 1] not in text.vocabulary.known
    if not person and not text.person(link - 1):
        return (name,)
    before, behind = range(name.first, link), range(link + 1, name.last + 1)
    return tuple(
        Name(tokens[r[0]].start, tokens[r[-1]].end, r[0], r[-1], parts, name.sure or r is behind)
        for r in (before, behind)
        if (parts := tuple(p for p in name.parts if any(singular(tokens[t].key) == p for t in r)))
    )


def _joined(text: Text, span: tuple[int, int]) -> frozenset[str]:
    """Return the roles that are joined to a title by `and`: a lawyer and a trustee."""
    near = range(max(0, span[0] - TITLE_LONGEST), min(len(text.tokens), span[1] + TITLE_REACH))
    if not any(text.tokens[t].key == "and" for t in near):
        return frozenset()
    return frozenset(r for t in near if text.person(t) for r in text.vocabulary.roles[text.lemmas[t]])


def _inside(text: Text, name: Name) -> tuple[int, int] | None:
    """Return the title that opens a run of capitals: Senator Ann Lee."""
    last = next((t for t in range(name.last - 1, name.first - 1, -1) if text.person(t)), None)
    return None if last is None else (name.first, last + 1)


def _before(text: Text, name: Name) -> tuple[int, int] | None:
    at = name.first - 1
    if at < 0 or text.gaps[at] not in ({" ", ", "} if len(name.parts) > 1 else {" "}):
        return None
    if not text.person(at):
        at = _qualified(text, name)
    if at < 0:
        return None
    first = at
    while first > max(0, at - TITLE_LONGEST + 1) and text.counts(first - 1) and text.gaps[first - 1] in {" ", "-"}:
        first -= 1
    return first, at + 1


def _qualified(text: Text, name: Name) -> int:
    """Return the role word of a title with what it is for before a comma: the head of Altis, Ann Lee; -1 for none."""
    at = name.first - 1
    if text.gaps[at] != ", " or len(name.parts) < 2:
        return -1
    for link in range(at - 1, max(0, at - TITLE_REACH), -1):
        if text.gaps[link] not in {" ", "'s ", "’s ", "-"}:
            return -1
        if text.tokens[link].key in _BELONGING and text.person(link - 1):
            return link - 1
    return -1


def _behind(text: Text, name: Name) -> tuple[int, int] | None:
    """Return the apposition behind a name: from the comma to the last role word before the phrase or its noun ends."""
    first = name.last + 1
    if first >= len(text.tokens) or text.gaps[name.last].strip()[:1] != "," or text.key(first) in RELATIVE:
        return None
    found = None
    for at in text.phrase(first, TITLE_REACH, first):
        if at > first and not text.counts(at):
            break
        if text.person(at):
            found = (first, at + 1)
    return found

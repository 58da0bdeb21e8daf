"""Bind roles to the people who hold them: `security researcher Ann Lee`, `Ann Lee, a principal analyst at X`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from verifier.facts.names import Name
from verifier.text.tokens import Token

_AFTER = 7


@dataclass(frozen=True, slots=True)
class Title:
    """Hold a person's last name, the position and base form of the role word, and the title's token range."""

    person: str
    role: str
    at: int
    tokens: tuple[int, int]


def titles(
    text: str,
    tokens: Sequence[Token],
    lemmas: Sequence[str],
    phrases: Sequence[int],
    names: Sequence[Name],
    roles: Collection[str],
) -> tuple[Title, ...]:
    """Return the titles that a text gives to people: before the name, in it, or behind it between commas."""
    found = []
    for name in names:
        place = _inside(name, lemmas, roles) or _before(text, name, tokens, lemmas, roles)
        place = place or _behind(text, name, tokens, lemmas, phrases, roles)
        if place:
            found.append(Title(name.parts[-1], lemmas[place[1] - 1], place[1] - 1, place))
    return tuple(found)


def _inside(name: Name, lemmas: Sequence[str], roles: Collection[str]) -> tuple[int, int] | None:
    """Return the title that opens a run of capitals: Senator Ann Lee."""
    last = next((t for t in range(name.last - 1, name.first - 1, -1) if lemmas[t] in roles), None)
    return None if last is None else (name.first, last + 1)


def _before(
    text: str, name: Name, tokens: Sequence[Token], lemmas: Sequence[str], roles: Collection[str]
) -> tuple[int, int] | None:
    at = name.first - 1
    if at < 0 or lemmas[at] not in roles or text[tokens[at].end : name.start] not in {" ", ", "}:
        return None
    return at, at + 1


def _behind(
    text: str,
    name: Name,
    tokens: Sequence[Token],
    lemmas: Sequence[str],
    phrases: Sequence[int],
    roles: Collection[str],
) -> tuple[int, int] | None:
    """Return the apposition behind a name: from the comma to the first role word of that phrase."""
    first = name.last + 1
    if first >= len(tokens) or not text[name.end : tokens[first].start].strip().startswith(","):
        return None
    for at in range(first, min(first + _AFTER, len(tokens))):
        if phrases[at] != phrases[first]:
            return None
        if lemmas[at] in roles:
            return first, at + 1
    return None

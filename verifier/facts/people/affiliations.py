"""Find for whom people work or speak: `Ann Lee of Altis`, `Ann Lee, an engineer at Altis`, `Altis engineer Ann Lee`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from verifier.data.word_lists import words
from verifier.facts.clause.noun_phrases import gap
from verifier.facts.people.names import Name
from verifier.facts.people.titles import Title
from verifier.words.grammar import ARTICLES

if TYPE_CHECKING:
    from verifier.facts.analysis import Analysis

_OF = words("grammar", "prepositions", "belonging")
_REACH = 6


class Affiliation(NamedTuple):
    """Hold a person's name and the name of the body that a text says they belong to."""

    person: Name
    body: Name


@lru_cache(maxsize=1024)
def affiliations(analysis: Analysis) -> tuple[Affiliation, ...]:
    """Return for each person of a text, named with a title or by two names, the bodies that stand as theirs."""
    return tuple(_affiliations(analysis))


def _affiliations(analysis: Analysis) -> Iterator[Affiliation]:
    for name in analysis.names:
        title = next((t for t in analysis.titles if t.person == name.parts[-1] and _beside(name, t)), None)
        behind = _behind(analysis, name.last + 1)
        if behind is not None and (title is not None or len(name.parts) > 1):
            yield Affiliation(name, behind)
        elif title is not None:
            body = _of_title(analysis, name, title)
            if body is not None:
                yield Affiliation(name, body)


def _beside(name: Name, title: Title) -> bool:
    return abs(title.tokens[0] - name.last) <= _REACH or abs(name.first - title.tokens[1]) <= _REACH


def _of_title(analysis: Analysis, name: Name, title: Title) -> Name | None:
    """Return the body behind a title or before it: an engineer at Altis; Altis engineer, Altis's engineer."""
    first, end = title.tokens
    if first > name.last:
        return _further(analysis, end, len(analysis.tokens))
    if analysis.text[analysis.tokens[end - 1].end : name.start].strip() not in {"", ","}:
        return _further(analysis, end, name.first)
    return _before(analysis, first) or _opening(analysis, name, title)


def _further(analysis: Analysis, first: int, end: int) -> Name | None:
    """Return the body that stands behind a title, or behind what the office is for: head of sales at Altis."""
    for at in range(first, min(end, first + _REACH)):
        if gap(analysis, at - 1) != " ":
            return None
        body = _behind(analysis, at)
        if body is not None:
            return body if body.last < end else None
    return None


def _behind(analysis: Analysis, at: int) -> Name | None:
    """Return the name that a preposition joins to what ends before a token."""
    tokens = analysis.tokens
    if not 0 < at < len(tokens) or tokens[at].key not in _OF or gap(analysis, at - 1) != " ":
        return None
    at += 1
    while at < len(tokens) and tokens[at].key in ARTICLES and gap(analysis, at - 1) == " ":
        at += 1
    return _starting(analysis, at) if at < len(tokens) and gap(analysis, at - 1) == " " else None


def _before(analysis: Analysis, at: int) -> Name | None:
    """Return the name right before a title: Altis, Altis's."""
    found = next((n for n in analysis.names if n.last == at - 1), None)
    return found if found is not None and gap(analysis, at - 1) in {" ", "'s ", "’s ", "' ", "’ "} else None


def _opening(analysis: Analysis, name: Name, title: Title) -> Name | None:
    """Return the name that a title opens with: `Altis chief engineer`."""
    first = title.tokens[0]
    return next((n for n in analysis.names if n.first == first and n.last < name.first), None)


def _starting(analysis: Analysis, at: int) -> Name | None:
    """Return the name that begins with a token."""
    return next((n for n in analysis.names if n.first == at), None)

"""Find proper names by their shape: runs of capitals, acronyms and inner capitals."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from verifier.data.thresholds import HEADLINE_OVER, HEADLINE_SHARE
from verifier.data.word_lists import words
from verifier.text.tokens import Token, singular

_LINKS = words("grammar", "names", "links")
_TITLES = words("grammar", "names", "titles")
_GAPS = frozenset({" ", ". ", "'s ", "’s ", "-", " & ", "&"})


@dataclass(frozen=True, slots=True)
class Name:
    """Hold a name: its span, the positions of its tokens [first, last] and the keys of those that identify it.

    `sure` is false where capitals prove nothing: a single word that opens a sentence, any word of a headline.
    """

    start: int
    end: int
    first: int
    last: int
    parts: tuple[str, ...]
    sure: bool


def names(
    text: str, tokens: Sequence[Token], ordinary: Collection[str] = frozenset(), typed: Collection[int] = ()
) -> tuple[Name, ...]:
    """Return the names in a text.

    Words whose key is in `ordinary` (stop words) never make one alone; those at `typed`, of figures or dates, none.
    """
    shapes = [*map(_shape, [text[start:end] for start, end, _, _ in tokens])]
    for at in typed:
        shapes[at] = 0
    capitals = [at for at, shape in enumerate(shapes) if shape > 0]
    headline = len(capitals) > HEADLINE_OVER and _headline(text, tokens, shapes, ordinary)
    found = []
    last = -1
    for first in capitals:
        if first > last:
            last = _run(text, tokens, shapes, first)
            name = _name(text, tokens, shapes, (first, last), ordinary)
            if name is not None:
                acronyms = all(s == 2 for s in shapes[name.first : name.last + 1])
                found.append(replace(name, sure=acronyms) if headline else name)
    return tuple(found)


def _headline(text: str, tokens: Sequence[Token], shapes: Sequence[int], ordinary: Collection[str]) -> bool:
    """Say whether most words of a text are in capitals, so that capitals mean nothing."""
    said = [s for s, t in zip(shapes, tokens, strict=True) if text[t.start].isalpha() and t.key not in ordinary]
    return len(said) > HEADLINE_OVER and sum(s > 0 for s in said) >= HEADLINE_SHARE * len(said)


@lru_cache(maxsize=8192)
def _shape(word: str) -> int:
    """Return 1 for an initial capital, 2 for an acronym or inner capitals, -1 for digits, 0 for other words."""
    if not word[0].isalpha():
        return -1 if word.isdigit() else 0
    return 2 if any(c.isupper() for c in word[1:]) else int(word[0].isupper())


def _run(text: str, tokens: Sequence[Token], shapes: Sequence[int], first: int) -> int:
    """Return the position of the last token of the run of capitals that starts at `first`."""
    last = first
    while last + 1 < len(tokens):
        gap = text[tokens[last].end : tokens[last + 1].start]
        if gap not in _GAPS and not (gap == "" and shapes[last + 1] > 0):
            break
        if shapes[last + 1] > 0 or (shapes[last + 1] < 0 and gap == " "):
            if gap == ". " and tokens[last].end - tokens[last].start > 3:
                break
            last += 1
        elif _linked(text, tokens, shapes, last + 1):
            last += 2
        else:
            break
    return last


def _linked(text: str, tokens: Sequence[Token], shapes: Sequence[int], link: int) -> bool:
    if tokens[link].key not in _LINKS or link + 1 >= len(tokens):
        return False
    return shapes[link + 1] > 0 and text[tokens[link].end : tokens[link + 1].start] == " "


def _name(
    text: str, tokens: Sequence[Token], shapes: Sequence[int], span: tuple[int, int], ordinary: Collection[str]
) -> Name | None:
    first, last = span
    opens = _opens_sentence(text, tokens[first].start)
    while first < last and opens and shapes[first] == 1 and tokens[first].key in ordinary:
        first, opens = first + 1, False
    while first < last and tokens[last].key in ordinary and len(tokens[last].key) > 1:
        last -= 1
    parts = tuple(
        singular(t.key)
        for t in tokens[first : last + 1]
        if t.key not in _LINKS
        and t.key not in _TITLES
        and t.key not in ordinary
        and (last == first or len(t.key) > 1 or t.key.isdigit())
    )
    if not parts:
        return None
    sure = not opens or last > first or shapes[first] == 2
    return Name(tokens[first].start, tokens[last].end, first, last, parts, sure)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\r\n\"'“”‘’(-–—•*")
    before = before.rstrip("0123456789")  # the number of an item, but no figure within a sentence
    return not before or before[-1] in ".!?:;\n"

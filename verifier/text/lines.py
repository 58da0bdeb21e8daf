"""Describe the lines of a page by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from verifier.model import Span
from verifier.text import vocabulary
from verifier.text.normalise import level

_FINAL = re.compile(r"[.!?:;…,]\W{0,3}$")
_EDGES = " .,:;!?()[]\"'*#|>-"
_BORDER, _AROUND = "|", "| \t\r\n"
_LONG = 400
PROSE = 6
"""A sentence of prose has at least so many words."""


class Line(NamedTuple):
    """Hold a line: its span, its words folded, and whether it ends like a sentence and reads like prose."""

    start: int
    end: int
    text: str
    key: str
    words: tuple[str, ...]
    final: bool
    prose: bool

    @property
    def size(self) -> int:
        """Return the number of words."""
        return len(self.words)


def fold(text: str) -> str:
    """Return the text lower-case, with plain quotes and hyphens, single spaces and no heading signs."""
    return " ".join(level(text).lower().split()).lstrip("#*>• ")


def verbal(words: Iterable[str]) -> bool:
    """Tell whether the words seem to hold a finite verb."""
    verbs = vocabulary.words("verbs", "words")
    for word in words:
        bare = word.strip(_EDGES)
        if bare in verbs or (bare.endswith("ed") and len(bare) > 4):
            return True
    return False


def capitals(text: str) -> float:
    """Return the share of words of more than three letters that begin with a capital."""
    found = [word.lstrip(_EDGES) for word in text.split()]
    long = [word for word in found if len(word) > 3 and word[0].isalpha()] or [w for w in found if w[:1].isalpha()]
    return sum(word[0].isupper() for word in long) / len(long) if long else 0.0


def named(text: str) -> bool:
    """Tell whether the text looks like a person's name: two to four capitalised words."""
    found = text.split()
    return 2 <= len(found) <= 4 and all(
        word[0].isupper() and word.replace("-", "").replace(".", "").isalpha() for word in found
    )


def tabled(texts: Sequence[str]) -> set[int]:
    """Return which lines are rows of a table: beside one with as many borders."""
    borders = [text.strip(_AROUND).count(_BORDER) for text in texts]
    alike = (at for at, (one, next_one) in enumerate(pairwise(borders)) if one and one == next_one)
    return {row for at in alike for row in (at, at + 1)}


def line(text: str, span: Span) -> Line:
    """Return the line that the span of the text holds."""
    own = text[span.start : span.end]
    key = fold(own)
    words = tuple(key.split())
    final = _FINAL.search(level(own[-8:])) is not None
    asks = key.rstrip("\"')").endswith("?")
    whole = len(words) >= 2 * PROSE or (len(words) >= PROSE and not asks and verbal(words))
    prose = (len(own) > _LONG and ". " in own) or (final and whole)
    return Line(span.start, span.end, own, key, words, final, prose)

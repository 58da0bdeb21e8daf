"""Tell which acronyms a run of capitalised words may have: Australian Competition and Consumer Commission, ACCC.

A model is short for its name and its number: GameStation 4, GS4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

SIGN = "^"
_LETTERS = range(3, 7)
_MODEL = re.compile(r"[A-Z]{2,5}\d{1,4}")
_WITHIN = frozenset({" ", " & ", "-"})
_SMALL = frozenset({"and", "for", "in", "of", "on", "the", "to"})


def acronyms(words: Sequence[str], gaps: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the place of each acronym, and of each word of a run that may have one, with its key.

    `gaps[i]` is the text between word i and the next: a run ends where that is more than a space.
    """
    run: list[int] = []
    for at, word in enumerate(words):
        if (word.isupper() and len(word) in _LETTERS) or _MODEL.fullmatch(word):
            yield at, SIGN + word.casefold()
        if at and gaps[at - 1] not in _WITHIN:
            run = []
        if word[:1].isupper() and not word.isupper():
            run.append(at)
            for size in _LETTERS:
                if size <= len(run):
                    key = SIGN + "".join(words[place][0] for place in run[-size:]).casefold()
                    yield from ((place, key) for place in run[-size:])
        elif word not in _SMALL:
            yield from _models(words, run, at)
            run = []


def _models(words: Sequence[str], run: Sequence[int], at: int) -> Iterator[tuple[int, str]]:
    """Yield what a run of words and the number behind it may be short for, by all capitals of its last words."""
    for size in range(1, min(len(run), _LETTERS.start) + 1):
        capitals = "".join(filter(str.isupper, "".join(words[place] for place in run[-size:])))
        if _MODEL.fullmatch(short := capitals + words[at]) and run[-1] == at - 1:
            yield from ((place, SIGN + short.casefold()) for place in (*run[-size:], at))

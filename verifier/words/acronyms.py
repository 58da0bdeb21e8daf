"""Tell which acronyms a run of capitalised words may have: General Motors, GM; PlayStation Network, PSN.

A model is short for its name and its number, or both in one word: GameStation 4, GS4, GameStation4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

SIGN = "^"
_LETTERS, _WORDS = range(2, 7), 3
_MODEL = re.compile(r"[A-Z][A-Za-z]{1,20}\d{1,4}")
_DIGIT = re.compile(r"\d")
_WITHIN = frozenset({" ", " & ", "-"})
_SMALL = frozenset({"and", "for", "in", "of", "on", "the", "to"})


def acronyms(words: Sequence[str], gaps: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the place of each acronym, and of each word of a run that may have one, with its key.

    `gaps[i]` is the text between word i and the next: a run ends where that is more than a space.
    """
    run: list[int] = []
    capitals: list[str] = []
    for at, word in enumerate(words):
        small = word.islower()
        if small and not run:
            continue
        if not small and ((word.isupper() and len(word) in _LETTERS) or _MODEL.fullmatch(word)):
            yield at, SIGN + word.casefold()
        if at and gaps[at - 1] not in _WITHIN:
            run = []
        if not small and word[:1].isupper() and not word.isupper() and _DIGIT.search(word) is None:
            capitals = [*(capitals if run else ()), "".join(filter(str.isupper, word))]
            run.append(at)
            for size in range(1, min(len(run), _LETTERS.stop) + 1):
                short = "".join(capitals[-size:])
                if len(short) in _LETTERS:
                    yield from [(place, SIGN + short.casefold()) for place in run[-size:]]
        elif word not in _SMALL:
            yield from _models(words, run, at)
            run = []


def _models(words: Sequence[str], run: Sequence[int], at: int) -> Iterator[tuple[int, str]]:
    """Yield the models that a number names with the last words of a run before it, or with their capitals."""
    if not run or run[-1] != at - 1 or not words[at][-1:].isdigit():
        return
    for size in range(1, min(len(run), _WORDS) + 1):
        name = "".join(words[place] for place in run[-size:])
        for model in (name + words[at], "".join(filter(str.isupper, name)) + words[at]):
            if _MODEL.fullmatch(model):
                yield from ((place, SIGN + model.casefold()) for place in (*run[-size:], at))

"""Tell which acronyms a run of capitalised words may have: Australian Competition and Consumer Commission, ACCC."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

SIGN = "^"
_LETTERS = range(3, 7)
_WITHIN = frozenset({" ", " & ", "-"})
_SMALL = frozenset({"and", "for", "in", "of", "on", "the", "to"})


def acronyms(words: Sequence[str], gaps: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the place of each acronym, and of each word of a run that may have one, with its key.

    `gaps[i]` is the text between word i and the next: a run ends where that is more than a space.
    """
    run: list[int] = []
    for at, word in enumerate(words):
        if word.isupper() and len(word) in _LETTERS:
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
            run = []

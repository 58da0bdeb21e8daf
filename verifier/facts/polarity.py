"""Find what a text negates: every negating cue with the words in its immediate scope."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from verifier.text.tokens import Token

_REACH = 7
_AUXILIARIES = frozenset("was were is are be been has have had did does do could can will would".split())
_NOMINAL = frozenset("no without lack absence neither nor zero devoid".split())


class Negation(NamedTuple):
    """Hold a negating cue and the positions of the words it negates, nearest first; `nominal` if it denies a noun."""

    cue: int
    heads: tuple[int, ...]
    nominal: bool = False


def negations(
    tokens: Sequence[Token],
    lemmas: Sequence[str],
    phrases: Sequence[int],
    cues: Mapping[tuple[str, ...], str],
    stop: Collection[str],
) -> tuple[Negation, ...]:
    """Return the negations of a text.

    `cues` maps the base forms of a cue to its class: `particle` negates the next predicate or noun, `implicative` (fail
    to, unable to) what follows its `to`, `back` (to no avail) what stands before it; `none` only looks like a negation
    (not only, no later than).
    """
    found = []
    position = 0
    while position < len(tokens):
        size, kind = _cue(lemmas, position, cues)
        if size and kind != "none":
            last = position + size - 1
            nominal = lemmas[position] in _NOMINAL
            heads = _heads(tokens, phrases, last, stop, nominal=nominal)
            if kind == "subject":
                heads = _predicate(tokens, phrases, last, stop) or heads
            if kind == "back":
                if size > 1:
                    found.append(Negation(position, (position,)))
            elif heads and (kind != "implicative" or _followed_by_to(tokens, last)):
                found.append(Negation(position, heads, nominal))
        position += max(size, 1)
    return tuple(found)


def _cue(lemmas: Sequence[str], position: int, cues: Mapping[tuple[str, ...], str]) -> tuple[int, str]:
    for size in (4, 3, 2, 1):
        window = tuple(lemmas[position : position + size])
        if len(window) == size and window in cues:
            return size, cues[window]
    return 0, ""


def _followed_by_to(tokens: Sequence[Token], last: int) -> bool:
    return tokens[last].key == "to" or (last + 1 < len(tokens) and tokens[last + 1].key == "to")


def _predicate(tokens: Sequence[Token], phrases: Sequence[int], cue: int, stop: Collection[str]) -> tuple[int, ...]:
    """Return the predicate of a denied subject: what comes behind the first auxiliary (none of the data was found)."""
    reach = range(cue + 1, min(cue + 1 + _REACH, len(tokens)))
    inside = [t for t in reach if phrases[t] == phrases[cue]]
    auxiliary = next((t for t in inside if tokens[t].key in _AUXILIARIES), None)
    if auxiliary is None:
        return ()
    return tuple(t for t in inside if t > auxiliary and tokens[t].key not in stop)[:1]


def _heads(
    tokens: Sequence[Token], phrases: Sequence[int], cue: int, stop: Collection[str], *, nominal: bool
) -> tuple[int, ...]:
    """Return the content words that a cue reaches first: all of a noun phrase, the predicate of a verb phrase."""
    heads: list[int] = []
    for at in range(cue + 1, min(cue + 1 + _REACH, len(tokens))):
        if phrases[at] != phrases[cue]:
            break
        word = tokens[at].key
        if word in stop:
            if heads:
                break
            continue
        if word.endswith("ly") and not heads:
            continue
        heads.append(at)
        if not nominal:
            break
    return tuple(heads)

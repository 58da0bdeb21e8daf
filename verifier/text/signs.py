"""Tell without which words a pattern cannot stand in a text, so that it is tried, and compiled, only where it may."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

Signs = tuple[frozenset[str], ...]
"""Sets of texts: whatever a pattern matches holds one text of each set."""

_TOKEN = re.compile(
    r"(?P<times>(?:[?*+]|\{\d*,?\d*\})[?+]?)"
    r"|\{(?P<macro>[a-z]+)\}"
    r"|(?P<open>\((?:\?(?:[:=!>]|<[=!]|P<\w+>|[a-z]+:))?)"
    r"|(?P<close>\))"
    r"|(?P<bar>\|)"
    r"|(?P<text>[\w'\ufffc-]+(?![?*+]|\{[\d,])|[\w'\ufffc-])"
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|.",
    re.DOTALL,
)
_PLAIN = {"(", "(?:"}
_NONE = ("?", "*", "{0", "{,")


def signs(source: str, macro: Callable[[str], Signs] = lambda _: ()) -> Signs:
    """Return the signs of a pattern, the rarest first; `macro` gives those of a `{name}` in it."""
    return tuple(
        sorted(set(_branches(_TOKEN.finditer(source), macro)), key=lambda texts: (_chance(texts), *sorted(texts)))
    )


def _chance(texts: frozenset[str]) -> float:
    """Return roughly how likely a text has one of some texts: the longer they are the less."""
    return sum(0.5 ** len(text) for text in texts)


def _branches(tokens: Iterator[re.Match[str]], macro: Callable[[str], Signs]) -> Signs:
    """Read up to the bracket that ends a group: where it has several branches, each has to have a sign."""
    branches: list[Signs] = []
    parts: list[Signs] = []
    for token in tokens:
        kind = token.lastgroup
        if kind == "close":
            break
        if kind == "bar":
            branches.append(tuple(chain.from_iterable(parts)))
            parts = []
        elif kind == "open":
            within = _branches(tokens, macro)
            parts.append(within if token[0] in _PLAIN else ())
        elif kind == "macro":
            parts.append(macro(token["macro"]))
        elif kind == "text":
            parts.append((frozenset((token[0],)),))
        elif kind != "times":
            parts.append(())
        elif token[0].startswith(_NONE):
            parts[-1] = ()
    last = tuple(chain.from_iterable(parts))
    if not branches:
        return last
    branches.append(last)
    return (frozenset().union(*(max(branch, key=_rarity) for branch in branches)),) if all(branches) else ()


def _rarity(texts: frozenset[str]) -> tuple[int, int]:
    """Order sets of texts by how few places are likely to have one: long words, and few of them."""
    return min(map(len, texts)), -len(texts)

"""Tell what sort of statement a claim is, by the words of rules/lexicon/manner.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from verifier.data.lexicon_files import items, table

LEXICON = "manner"


class _Sort(NamedTuple):
    """Hold the terms of a sort of words, as they stand in a text, and what finds one of them at the edges of words."""

    terms: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def _sorts() -> Mapping[str, _Sort]:
    blocks = {name: tuple(items(block)) for name, block in table(LEXICON).items()}
    return {
        name: _Sort(tuple(term.partition("*")[0] for term in terms), re.compile("|".join(map(_pattern, terms))))
        for name, terms in blocks.items()
    }


def _pattern(term: str) -> str:
    stem, star, _ = term.partition("*")
    return rf"\b{re.escape(stem)}" + ("" if star else r"\b")


def manner_of(text: str) -> dict[str, float]:
    """Return for each sort of word whether a claim has it (1) or not (0)."""
    low = text.casefold()
    return {name: float(_has(low, sort)) for name, sort in _sorts().items()}


def _has(low: str, sort: _Sort) -> bool:
    """Say whether a text has a word of a sort; most texts have none of its terms, not even within a word."""
    for term in sort.terms:
        if term in low:
            return bool(sort.pattern.search(low))
    return False

"""Tell what sort of statement a claim is, by the words of rules/lexicon/manner.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from verifier.data.lexicon_files import items, table

LEXICON = "manner"


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    blocks = table(LEXICON).items()
    return {name: re.compile(rf"\b(?:{'|'.join(map(_pattern, items(block)))})") for name, block in blocks}


def _pattern(term: str) -> str:
    stem, star, _ = term.partition("*")
    return re.escape(stem) + ("" if star else r"\b")


def manner_of(text: str) -> dict[str, float]:
    """Return for each sort of word whether a claim has it (1) or not (0)."""
    low = text.casefold()
    return {name: float(bool(pattern.search(low))) for name, pattern in _patterns().items()}

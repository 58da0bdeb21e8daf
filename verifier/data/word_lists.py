"""Give the lists and tables by which the grammars of facts read, which no user's file extends."""

from __future__ import annotations

from functools import cache

from verifier.data.lexicon_files import table
from verifier.data.shipped import View

__all__ = ["View", "table", "words"]


@cache
def words(name: str, section: str, key: str) -> frozenset[str]:
    """Return a list of `rules/lexicon/<name>.toml` as a set."""
    return frozenset(table(name)[section][key])

"""Load the word tables of rules/lexicon once."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from verifier.data.folders import folder


@cache
def table(name: str) -> dict[str, Any]:
    """Return the tables of `rules/lexicon/<name>.toml`."""
    return tomllib.loads((folder("rules") / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, section: str, key: str) -> frozenset[str]:
    """Return a list of words as a set."""
    return frozenset(table(name)[section][key])

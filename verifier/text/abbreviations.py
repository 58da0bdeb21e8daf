"""Look up what a full stop may follow without ending a sentence (`rules/lexicon/abbreviations.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache

from verifier.data import folders as assets


@cache
def _groups() -> dict[str, frozenset[str]]:
    path = assets.folder("rules") / "lexicon" / "abbreviations.toml"
    return {name: frozenset(group) for name, group in tomllib.loads(path.read_text("utf-8")).items()}


def group(name: str) -> frozenset[str]:
    """Return a group of words: abbreviations, titles, numbered, clock, after_clock, starters, speech or endings.

    Raises: KeyError where there is no such group.
    """
    return _groups()[name]

"""Look up what a full stop may follow without ending a sentence (`rules/lexicon/abbreviations.toml`)."""

from __future__ import annotations

from functools import cache

from verifier.data.shipped import shipped


@cache
def _groups() -> dict[str, frozenset[str]]:
    return {name: frozenset(group) for name, group in shipped("lexicon/abbreviations.toml").items()}


def group(name: str) -> frozenset[str]:
    """Return a group of words: abbreviations, titles, numbered, clock, after_clock, starters, speech or endings.

    Raises: KeyError where there is no such group.
    """
    return _groups()[name]

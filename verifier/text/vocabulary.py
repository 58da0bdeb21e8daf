"""Look up lines in the vocabulary of page furniture (`rules/lexicon/furniture.toml`)."""

from __future__ import annotations

import re
from functools import cache

from verifier.data.shipped import View, shipped

CORRECTED = "what an earlier version said"
_TRUE = r"[:;]\s|, (?:not|but)\b|\b(?:in fact|rather than|instead)\b"
"""What goes on to tell what is right: a line with it is evidence."""
_EARLIER = re.compile(
    r"(?:(?:corrections?|clarification|updates?|editor'?s'? note|note)\b.{0,40}?: ?)?"
    r"(?:an?|the|in an?) (?:earlier|previous|prior|original|initial|first) (?:version|edition) of (?:this|the|our) "
    r"(?:\w+ ){0,2}(?:article|story|report|post|piece|page|headline|caption)\b"
    rf"(?:(?!{_TRUE}).)*"
)
LONGEST = 240
"""Lines of more characters are no furniture by their vocabulary alone."""


@cache
def _lexicon() -> View:
    return shipped("lexicon/furniture.toml")


@cache
def _pattern(group: str) -> re.Pattern[str]:
    """Return one expression for a pattern group of all kinds; its groups are named k0, k1 ... by kind."""
    kinds = _lexicon()["kind"]
    parts = [f"(?P<k{i}>{'|'.join(kind[group])})" for i, kind in enumerate(kinds) if kind.get(group)]
    return re.compile("|".join(parts))


@cache
def words(section: str, name: str) -> frozenset[str]:
    """Return a word list of the vocabulary, as `words("verbs", "words")`.

    Raises: KeyError where there is no such list.
    """
    return frozenset(_lexicon()[section][name])


def reason(group: str, key: str) -> str:
    """Return the reason why a folded line is furniture by the pattern group, or an empty text."""
    if group == "sentences" and _EARLIER.fullmatch(key):
        return CORRECTED
    match = _pattern(group).fullmatch(key) if len(key) <= LONGEST else None
    return _reason(match)


def prefix(group: str, key: str) -> tuple[str, int]:
    """Return the reason and the length of the pattern of the group that the folded text begins with, or `("", 0)`."""
    match = _pattern(group).match(key)
    return _reason(match), match.end() if match else 0


def _reason(match: re.Match[str] | None) -> str:
    if match is None or match.lastgroup is None:
        return ""
    found: str = _lexicon()["kind"][int(match.lastgroup[1:])]["reason"]
    return found

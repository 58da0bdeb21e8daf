"""Name files by ids, so that the names are safe on every system and no two ids share one."""

from __future__ import annotations

from hashlib import sha256

from verifier.text.patterns import pattern

_UNSAFE = pattern(r"[^a-z0-9_-]+")
_LONGEST = 60


def stem(name: str) -> str:
    """Return a file name without ending for an id: the id itself where that is safe on every system."""
    safe = _safe(name)
    return safe if safe == name and safe.strip("_-") else told_apart(name, name)


def told_apart(words: str, name: str) -> str:
    """Return a safe name of some words, told apart from others like it by a digest of a whole name."""
    return f"{_safe(words)}-{sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}"


def _safe(words: str) -> str:
    return _UNSAFE.sub("_", words.lower())[:_LONGEST]

"""Tell the past forms of verbs by their look and by the table of irregular ones."""

from __future__ import annotations

from verifier.lexicon import irregular_verbs

_ED = 3
SAME = frozenset(
    "shut hit cut put set cost let spread beat hurt bet quit split upset reset cast burst shed broadcast read".split()
)


def is_past(key: str) -> bool:
    """Say whether a word has the form of a verb in the past: asked, stole, stolen."""
    return (key.endswith("ed") and len(key) > _ED and not key.endswith("eed")) or key in irregular_verbs()

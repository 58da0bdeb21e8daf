"""Tell the past forms of verbs by their look and by the tables of irregular ones."""

from __future__ import annotations

from verifier.data.lexicons import irregular_verbs, unchanged_verbs

_ED = 3


def is_past(key: str) -> bool:
    """Say whether a word has the form of a verb in the past: asked, stole, stolen."""
    return (key.endswith("ed") and len(key) > _ED and not key.endswith("eed")) or key in irregular_verbs()


def may_be_past(key: str) -> bool:
    """Say whether a word has the form of a verb in the past, if only one that is no other than the present: hit."""
    return is_past(key) or key in unchanged_verbs()

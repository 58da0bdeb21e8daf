"""Tell parts of speech by the look of a word, and irregular verbs by their tables."""

from __future__ import annotations

from verifier.data.lexicons import irregular_verbs, unchanged_verbs

_SHORTEST = 4


def is_adverb(key: str) -> bool:
    """Say whether a word looks like an adverb: quickly, not fly."""
    return len(key) > _SHORTEST and key.endswith("ly")


def is_ing(key: str) -> bool:
    """Say whether a word has the form of a present participle, of a deed as a noun, or just looks so."""
    return key.endswith("ing")


def is_ed(key: str) -> bool:
    """Say whether a word has the regular ending of a past form: failed, need not mean a verb."""
    return key.endswith("ed")


def is_past(key: str) -> bool:
    """Say whether a word has the form of a verb in the past: asked, stole, stolen."""
    return (len(key) >= _SHORTEST and is_ed(key) and not key.endswith("eed")) or key in irregular_verbs()


def may_be_past(key: str) -> bool:
    """Say whether a word has the form of a verb in the past, if only one that is no other than the present: hit."""
    return is_past(key) or key in unchanged_verbs()

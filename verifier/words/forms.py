"""Lead words back to their base forms, as lexicons list them."""

from __future__ import annotations

from functools import lru_cache

from verifier.data import lexicons as lexicon
from verifier.text.normalise import key

Lemmas = tuple[str, ...]


def lemmas_of(term: str) -> Lemmas:
    """Return the words of a lexicon's term."""
    plain = term.casefold() if term.isascii() else key(term)
    return tuple(plain.replace("-", " ").split())


def bases(words: Lemmas, known: frozenset[str]) -> Lemmas:
    """Return the words of a phrase in the forms that a text's words are looked up by; a single word stays as it is."""
    return words if len(words) == 1 else tuple([lemma(w, known) for w in words])


@lru_cache(maxsize=8192)
def lemma(word: str, known: frozenset[str]) -> str:
    """Return the first base form of a word that is known, or the word itself."""
    itself, *bases = inflected_from(word)
    return next((b for b in bases if b in known), itself)


@lru_cache(maxsize=8192)
def inflected_from(word: str) -> tuple[str, ...]:
    """Return the base forms a word may be inflected from, likeliest first, itself at the head."""
    found = [word]
    irregular = lexicon.irregular().get(word)
    if irregular:
        found.append(irregular)
    for ending, endings in _ENDINGS if word[-1:] in _LAST else ():
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = word[: -len(ending)]
            found.extend(base + e for e in endings)
            if ending in {"ed", "ing"} and base[-1] == base[-2]:
                found.append(base[:-1])
    return tuple(dict.fromkeys(found))


_ENDINGS = (
    ("ies", ("y", "ie")),
    ("ied", ("y",)),
    ("es", ("e", "")),
    ("s", ("",)),
    ("ed", ("e", "")),
    ("ing", ("e", "")),
)
_LAST = frozenset(ending[-1] for ending, _ in _ENDINGS)


@lru_cache(maxsize=8192)
def graded_from(word: str) -> tuple[str, ...]:
    """Return the base forms a word may be inflected or compared from: newer from new, riskiest from risky."""
    found = list(inflected_from(word))
    for ending, endings in _DEGREES:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = word[: -len(ending)]
            found.extend(base + e for e in endings)
            break
    return tuple(dict.fromkeys(found))


_DEGREES = (("iest", ("y",)), ("ier", ("y",)), ("est", ("", "e")), ("er", ("", "e")))

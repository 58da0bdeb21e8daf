"""Find the noun that a number counts."""

from __future__ import annotations

from typing import NamedTuple

from verifier.data.thresholds import COUNTED_NOUN_LONGEST
from verifier.data.word_lists import words
from verifier.model import Span
from verifier.words.shapes import is_adverb, is_ed, is_ing
from verifier.words.tokens import Tokens

_PLURALS = words("counting", "noun", "plurals")
_SINGULARS = words("counting", "noun", "singulars")
_PARTITIVES = words("counting", "noun", "partitives")
STOPS = words("counting", "noun", "stops")
_VERBS = words("counting", "noun", "verbs")
_FILLERS = words("counting", "noun", "fillers")
_LEVELS = words("counting", "noun", "levels")
_PARENTS = words("counting", "noun", "parents")
_RATES = words("counting", "noun", "rates")


class Noun(NamedTuple):
    """Hold a counted noun phrase: its content words in lower case, head last, and its tokens [first, last)."""

    words: tuple[str, ...]
    first: int
    last: int

    def span(self, t: Tokens) -> Span:
        """Return where it stands in the text."""
        return Span(t.starts[self.first], t.ends[self.last - 1])


def is_plural(low: str) -> bool:
    """Tell whether a word in lower case looks like a plural noun."""
    if low in _PLURALS:
        return True
    return len(low) > 3 and low[-1] == "s" and low[-2] not in "su'" and low[-2:] != "is" and low not in _SINGULARS


def noun_after(t: Tokens, j: int) -> Noun | None:
    """Return the noun phrase that begins at token `j`, behind an optional "of the"."""
    first = _behind_fillers(t, j + 1 if t.lows[j] == "of" else j)
    phrase = _model(t, first) or _phrase(t, first)
    if phrase and phrase.words[0] in _LEVELS and not is_plural(phrase.words[-1]):
        return None  # the 50,000 mark
    if phrase and phrase.words[-1] in _PARTITIVES and t.lows[phrase.last] == "of":
        inner = _phrase(t, _behind_fillers(t, phrase.last + 1))
        if inner:
            return Noun((*phrase.words, inner.words[-1]), phrase.first, inner.last)
    return phrase


def _model(t: Tokens, j: int) -> Noun | None:
    """Return a model in the plural: three A330s, two 747s."""
    lettered = t.words[j].isupper() and t.glued(j + 1) and t.words[j].isalpha()
    k = j + 1 if lettered else j
    if not t.words[k][:1].isdecimal() or t.lows[k + 1] != "s" or not t.glued(k + 1):
        return None
    return Noun(("".join(t.lows[j : k + 1]),), j, k + 2) if lettered or len(t.words[k]) > 2 else None


def _behind_fillers(t: Tokens, j: int) -> int:
    while t.lows[j] in _FILLERS and not (t.words[j] == "A" and t.glued(j + 1)):
        j += 1
    return j


def noun_before(t: Tokens, i: int) -> Noun | None:
    """Return the noun of "a fine of" or "devices:" right before token `i`."""
    if t.lows[i - 1] not in ("of", ":") or i < 2:
        return None
    word = t.lows[i - 2]
    if not word[:1].isalpha() or word in STOPS or word in _VERBS or word in _FILLERS or word in _PARTITIVES:
        return None
    if t.lows[i - 1] == ":" and not (is_plural(word) and (i == 2 or t.words[i - 2].islower())):
        return None
    return Noun((word,), i - 2, i - 1)


def hyphened_noun(t: Tokens, j: int) -> Noun | None:
    """Return the word that a hyphen ties to the number: "two-headed", "3-stage"."""
    tied = t.lows[j] == "-" and t.glued(j) and t.glued(j + 1) and t.lows[j + 1][:1].isalpha()
    return Noun((t.lows[j + 1],), j + 1, j + 2) if tied else None


def person_after(t: Tokens, j: int) -> Noun | None:
    """Return who is of an age: the first words in lower case behind it, names of places before them left out."""
    k = j
    while t.words[k][:1].isupper() and k < j + 3:
        k += 1
    found: list[int] = []
    while len(found) < 2 and t.words[k].isalpha() and t.words[k].islower() and _continues(t, k, after_plural=False):
        if found and is_plural(t.lows[k]):
            break
        found.append(k)
        k += 1
    return _trimmed(t, found, cut=True)


def rate_after(t: Tokens, j: int) -> tuple[str, int]:
    """Return what a rate at token `j` is counted by ("a day", "per user", "/month") and the token behind it."""
    low, counted = t.lows[j], t.lows[j + 1]
    if low == "-" and counted in ("a", "per") and t.lows[j + 2] == "-":
        return t.lows[j + 3], j + 4
    if low == "per" and counted[:1].isalpha():
        k = j + 2 if is_ed(counted) and t.lows[j + 2][:1].isalpha() else j + 1
        return t.lows[k], k + 1
    if low == "for" and counted in ("each", "every") and t.lows[j + 2][:1].isalpha():
        return t.lows[j + 2], j + 3
    if low in ("a", "an", "each", "every", "/") and counted in _RATES and not (low == "/" and not t.glued(j)):
        return counted, j + 2
    return "", j


def children(t: Tokens, i: int) -> bool:
    """Tell whether the number at token `i` counts children: "a mother of two"."""
    tied = t.lows[i - 1] == "-" and t.lows[i - 2] == "of" and t.lows[i - 4] in _PARENTS
    return tied or (t.lows[i - 1] == "of" and t.lows[i - 2] in _PARENTS)


def _phrase(t: Tokens, first: int) -> Noun | None:
    found: list[int] = []
    j, after_plural = first, False
    while j < t.count and len(found) < COUNTED_NOUN_LONGEST:
        low = t.lows[j]
        skipped = (
            (low == "'s" and found)
            or (low == "-" and t.glued(j) and t.glued(j + 1))
            or (low in ("and", ",") and not after_plural and found and _joins(t, j))
        )
        if not skipped:
            if not _continues(t, j, after_plural=after_plural):
                break
            found.append(j)
            after_plural = after_plural or is_plural(low)
        j += 1
    return _trimmed(t, found, cut=not after_plural)


def _continues(t: Tokens, j: int, *, after_plural: bool) -> bool:
    low = t.lows[j]
    if not low[0].isalpha() or low.endswith("n't") or (low.partition("'")[0] in STOPS and t.words[j] != "US"):
        return False
    if after_plural:
        return (is_plural(low) and low not in _VERBS) or _in_name(t, j)
    return low not in _VERBS or is_plural(t.lows[j + 1])


def _in_name(t: Tokens, j: int) -> bool:
    """Tell whether a plural in capitals goes on as a name of what is counted: "Games League players"."""
    if not (t.words[j][0].isupper() and t.words[j - 1][:1].isupper()):
        return False
    return is_plural(t.lows[j + 1]) or (t.words[j + 1][:1].isupper() and is_plural(t.lows[j + 2]))


def _joins(t: Tokens, j: int) -> bool:
    """Tell whether "and" or a comma joins two modifiers of one plural: "Prius and Auris hybrids"."""
    if t.words[j] == "," and not t.words[j + 1][:1].isupper():
        return False
    alike = t.words[j + 1][:1].isupper() == t.words[j - 1][:1].isupper()
    return alike and is_plural(t.lows[j + 2]) and t.lows[j + 1] not in STOPS


def _trimmed(t: Tokens, found: list[int], *, cut: bool) -> Noun | None:
    """Drop trailing verbs of a phrase in which no plural was found."""
    while cut and found and any(trails(t.lows[found[-1]]) for trails in (is_ed, is_adverb, is_ing)):
        found.pop()
    return Noun(tuple(t.lows[k] for k in found), found[0], found[-1] + 1) if found else None

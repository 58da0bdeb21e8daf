"""Cut text into tokens with offsets, comparison keys and stems."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from verifier.text.normalise import key, level

if TYPE_CHECKING:
    from nltk.stem.snowball import SnowballStemmer

_TOKEN = re.compile(
    r"""[a-z][a-z0-9+.-]{1,9}://[^\s<>"']+            # URL
      | \d+(?:[.,:]\d+)*(?:[^\W\d_]{1,4}\b)?          # number, clock, version; 3rd, 1.8m
      | [^\W\d_]+(?:-?\d[\w-]*)                       # model, identifier: RT-N66U, G20
      | [^\W_]\.(?:[^\W_]\.)+                         # U.S.
      | [^\W\d_]+(?:'[^\W\d_]+)*                      # word, contraction, possessive
      | [$£€¥%]""",
    re.VERBOSE | re.IGNORECASE,
)
_IRREGULAR_NOT = {"won't": "will", "can't": "can", "shan't": "shall", "ain't": "is"}
_STATES = frozenset({"US", "U.S."})


class Token(NamedTuple):
    """Hold a token: its span, the key it compares by (case, accents and typography folded) and its stem."""

    start: int
    end: int
    key: str
    stem: str


@cache
def _stemmer() -> SnowballStemmer:
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer("english")


@cache
def _bases() -> dict[str, str]:
    from verifier.lexicon import irregular

    return dict(irregular())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem under which inflected forms meet: irregular forms by table, others by Snowball (Porter 2)."""
    base = _bases().get(word, word)
    if not base.isalpha() or len(base) < 3:
        return base
    stemmed: str = _stemmer().stem(base)
    return stemmed


@lru_cache(maxsize=65536)
def _pieces(word: str) -> tuple[tuple[int, int, str], ...]:
    """Split a contraction into its parts: (start, end, key) within the word."""
    low = key(word).rstrip("'")
    size = len(word)
    if low.endswith("n't"):
        base = _IRREGULAR_NOT.get(low, low[:-3])
        return (0, size - 3, base), (size - 3, size, "not")
    if low == "cannot":
        return (0, 3, "can"), (3, size, "not")
    head, mark, tail = low.partition("'")
    if mark and tail in {"s", "re", "ve", "ll", "d", "m"}:
        return ((0, min(len(head), size), head),)
    if "." in low and low.replace(".", "").isalpha():
        return ((0, size, low.replace(".", "")),)
    return ((0, size, low),)


def tokenize(text: str) -> tuple[Token, ...]:
    """Return the text's words, numbers and currency signs in order; punctuation is left out."""
    found = []
    for match in _TOKEN.finditer(level(text)):
        start, word = match.start(), match.group()
        if word in _STATES:  # never the pronoun
            found.append(Token(start, match.end(), "usa", "usa"))
            continue
        for first, last, piece in _pieces(word):
            if piece and first < last:
                found.append(Token(start + first, start + last, piece, stem(piece)))
    return tuple(found)

"""Cut text into tokens with offsets, comparison keys and stems."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from verifier.text.normalise import key, letters, level

if TYPE_CHECKING:
    from nltk.stem.snowball import SnowballStemmer

_ADDRESS = r"(?i:[a-z][a-z0-9+.-]{1,9}://[^\s<>\"']+) |"
_WORDS = r"""
    [A-Za-z]++(?=[ ,])                                 # most tokens are plain words
  | [Vv]\d+(?:\.\d+)+\b                              # version
  | \d+(?:[.,:]\d+)*(?:[^\W\d_]{1,4}\b)?               # number, clock, version; 3rd, 1.8m
  | [^\W_]\.(?:[^\W_]\.)+                              # U.S.
  | [A-Z]{1,6}-[A-Z]{1,6}\d[\w-]*                      # model of two parts: RT-N66U
  | [^\W\d_]+(?:-?\d[\w-]*|(?:'[^\W\d_]+)*)           # model, identifier: G20, A-380; word, contraction, possessive
  | [$£€¥%]"""
_TOKEN, _PLAIN_TOKEN = letters(_WORDS, re.VERBOSE)
_TOKEN_OR_ADDRESS = re.compile(_ADDRESS + _WORDS, re.VERBOSE)
_START, _END = attrgetter("start"), attrgetter("end")
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
    from verifier.text.nltk_parts import snowball

    return snowball()


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the stem under which the forms and spellings of a word meet: by tables, then by Snowball (Porter 2)."""
    from verifier.data.lexicons import irregular, spellings

    american = spellings().american(word)
    base = irregular().get(american, american)
    if not base.isalpha() or len(base) < 3:
        return singular(base)
    stemmed: str = _stemmer().stem(base)
    return stemmed


def singular(word: str) -> str:
    """Return the model that a plural such as `a330s` or `737s` is made of, or the word itself."""
    model = word[:1].isalpha() or len(word) == 4  # no decade
    return word[:-1] if model and word[-1:] == "s" and word[-2:-1].isdigit() else word


@lru_cache(maxsize=8192)
def _pieces(word: str) -> tuple[tuple[int, int, str, str], ...]:
    """Split a word of a text into its tokens, two of them where a negation hangs on: spans within it, keys, stems."""
    if word in _STATES:  # never the pronoun
        return ((0, len(word), "usa", "usa"),)
    return tuple((start, end, low, stem(low)) for start, end, low in _parts(word) if low and start < end)


def _parts(word: str) -> tuple[tuple[int, int, str], ...]:
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
    if low[:1] == "v" and "." in low and low[1:2].isdigit():
        return ((0, size, low[1:]),)
    if "." in low and low.replace(".", "").isalpha():
        return ((0, size, low.replace(".", "")),)
    return ((0, size, low),)


def stems_in(text: str) -> list[str]:
    """Return the stems of the text's tokens alone, in order."""
    return [stemmed for match in _words_in(text) for _, _, _, stemmed in _pieces(match[0])]


def _words_in(text: str) -> Iterator[re.Match[str]]:
    plain = level(text)
    pattern = _TOKEN_OR_ADDRESS if "://" in text else _PLAIN_TOKEN if plain.isascii() else _TOKEN
    return pattern.finditer(plain)


def tokenize(text: str) -> tuple[Token, ...]:
    """Return the text's words, numbers and currency signs in order; punctuation is left out."""
    places = [(match.start(), _pieces(match[0])) for match in _words_in(text)]
    return tuple([Token(at + a, at + b, low, stemmed) for at, pieces in places for a, b, low, stemmed in pieces])


def lying_in(tokens: Sequence[Token], start: int, end: int) -> range:
    """Return the positions of the tokens that lie in a span of their text."""
    return range(bisect_left(tokens, start, key=_START), bisect_right(tokens, end, key=_END))

"""Make words whole again that the end of a line parts in plain text, by whether the hyphen is their own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from verifier.data.word_tables import near_words, rarity
from verifier.layout import Edit
from verifier.text.patterns import pattern
from verifier.text.tokens import stem

_LEFT = r"(?<![^\W_])(?P<left>[^\W\d_]{1,40}[a-zß-öø-ÿ])(?P<mark>[-\u00ad])"
_RIGHT = r"(?P<right>[a-zß-öø-ÿ][^\W\d_]{1,40})"
_PARTED = pattern(rf"{_LEFT}[ \t]*\r?\n[ \t]*{_RIGHT}")
_BEFORE, _BEHIND = pattern(rf"{_LEFT}\Z"), pattern(_RIGHT)
_WORD = pattern(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})*")
_UNKNOWN, _LONGEST = 9.0, 43


class Hyphens:
    """Tell of the hyphens at the ends of a text's lines whether they are their word's own."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self._text.lower()))

    def edits(self) -> Iterator[Edit]:
        """Yield what joins the words that the ends of lines part."""
        for found in _PARTED.finditer(self._text):
            yield self.join(found.end("mark"), found.start("right"))

    def join(self, start: int, end: int) -> Edit:
        """Return what joins the text before a gap with the text behind it: nothing in a word, else a space."""
        left = _BEFORE.search(self._text[max(0, start - _LONGEST) : start])
        right = _BEHIND.match(self._text, end)
        if not left or not right:
            return Edit(start, end, " ")
        return Edit(start - (not self._keeps(left["left"], right["right"], left["mark"])), end)

    def _keeps(self, left: str, right: str, mark: str) -> bool:
        """Tell whether a hyphen stays: the word has it elsewhere, or its parts are words and the whole is none."""
        whole, apart = f"{left}{right}".lower(), f"{left}-{right}".lower()
        if mark != "-" or whole in self._words:
            return False
        return apart in self._words or (not _is_known(whole) and _is_known(left.lower()) and _is_known(right.lower()))


def _is_known(word: str) -> bool:
    return rarity(stem(word)) < _UNKNOWN or bool(near_words(stem(word)))

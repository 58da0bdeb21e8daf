"""Cut a text into words, figures and signs, so that grammars can walk over it, and find what in it counts nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.text.addresses import BEGINS
from verifier.text.normalise import RAISED, letters
from verifier.text.patterns import pattern

_RAISED = f"⁻?[{RAISED}]{{1,2}}"
_PATTERN = (
    r"[^\W\d_]+(?:'(?!s(?![^\W\d_]))[^\W\d_]+)*"  # most tokens are words
    r"|(?<![\d,.])\d{1,2}(?:,\d\d)+,\d{3}(?![\d,])(?:\.\d+)?"  # in lakhs and crores: 12,34,567
    r"|\d{1,3}(?:[,'\u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)?"
    r"|(?<![\d,.])\d{1,3},\d{1,2}(?=\s?%|\s(?:[mb]illion|per\s?cent)\b)"
    r"|(?:[1-9]|[1-9]\d{0,2}\.\d{1,9})[eE][+-]?\d{1,2}(?![\w^]|\.\d)"
    rf"|[1-9]\d{{0,2}}(?:\.\d{{1,9}})?(?:(?: ?[x×] ?10)?\^-?\d{{1,2}}| ?[x×] ?10(?:-\d{{1,2}}|{_RAISED}))(?![\w^]|\.\d)"
    rf"|10{_RAISED}(?![\w^])"
    r"|\d+(?:\.\d+)*"
    r"|'s(?![^\W\d_])"
    r"|[^\w\s\x1c-\x1f]|_"
)
_TOKEN, _PLAIN_TOKEN = letters(_PATTERN)
_WORD = re.compile(r"[a-z]+")
_CAPITALS, _FEW = 0.75, 3
_PAD = 8
_PADDING = [""] * _PAD
_PLAIN = str.maketrans("’ʼ‐‑−", "''---")


class Tokens:
    """Hold parallel lists of a text's tokens.

    `words` are as written but for plain apostrophes and hyphens, `lows` in lower case. Both end in eight empty strings,
    so that indices a few places before the first or behind the last token are safe and read as ''. A possessive 's is
    a token of its own.
    """

    __slots__ = ("_headline", "count", "ends", "lows", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        plain = text if text.isascii() else text.translate(_PLAIN)
        spans = [m.span() for m in (_PLAIN_TOKEN if plain.isascii() else _TOKEN).finditer(plain)]
        self._headline: bool | None = None
        self.text = text
        self.count = len(spans)
        self.words = [plain[a:b] for a, b in spans] + _PADDING
        self.lows = [*map(str.lower, self.words)]
        self.starts = [a for a, _ in spans] + [len(text)] * _PAD
        self.ends = [b for _, b in spans] + [len(text)] * _PAD

    def glued(self, index: int) -> bool:
        """Tell whether the token stands right behind the one before it."""
        return 0 < index < self.count and self.starts[index] == self.ends[index - 1]

    def opens_line(self, index: int) -> bool:
        """Tell whether nothing but space stands before the token on its line."""
        return index == 0 or "\n" in self.text[self.ends[index - 1] : self.starts[index]]

    def headline(self) -> bool:
        """Tell whether most longer words of the text, or all of a short one, are in capitals: these mean nothing."""
        if self._headline is None:
            longer = [w for w in self.words[: self.count] if len(w) > 3 and w[0].isalpha()]
            least = _CAPITALS
            if len(longer) < _FEW:
                longer, least = [w for w in self.words[: self.count] if len(w) > 2 and w[0].isalpha()], 1.0
            self._headline = len(longer) >= _FEW and sum(w[0].isupper() for w in longer) >= least * len(longer)
        return self._headline


@lru_cache(maxsize=8)
def plain_words(text: str) -> frozenset[str]:
    """Return the runs of English letters in a text, in lower case: a quick look at what it can hold."""
    return frozenset(_WORD.findall(text.lower()))


@lru_cache(maxsize=8)
def tokenise(text: str) -> Tokens:
    """Return the tokens of a text."""
    return Tokens(text)


_HINT = re.compile(r"[@\[<]|://|www\.")
_LINK = rf"{BEGINS}\S{{1,2000}}"
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}"
_MARKER = r"\[(?:articles?|a|#|[\s\d,;–-])+\]|<articles?\s[^<>\n]{0,40}>"
_HIDDEN = pattern(f"{_LINK}|{_MAIL}|{_MARKER}", re.IGNORECASE)
_WITHOUT_MAIL = re.compile(f"{_LINK}|{_MARKER}", re.IGNORECASE)


def hidden_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of addresses and citation markers: nothing in them counts."""
    known = _HIDDEN if "@" in text else _WITHOUT_MAIL
    return [m.span() for m in known.finditer(text)] if _HINT.search(text) else []

"""Fold away differences of typography that carry no meaning: quotes, dashes, spaces, accents, ligatures, case."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′ʼʹ`´"), "'") | dict.fromkeys(map(ord, "“”„‟″«»"), '"')
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "
)
_INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]+")
"""Hyphens that show at the end of a line alone, and spaces without width: no part of what a reader sees."""
_TYPOGRAPHY = _QUOTES | _DASHES | _SPACES
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The raised digits, in their order."""
_UNRAISED = str.maketrans(f"{RAISED}⁻", "0123456789-")


def level(text: str) -> str:
    """Return the text with plain quotes, hyphens and spaces, of the same length: offsets stay valid."""
    return text if text.isascii() and "`" not in text else text.translate(_TYPOGRAPHY)


def unraised(text: str) -> str:
    """Return the text with raised digits and minus signs as they stand in the line, of the same length."""
    return text.translate(_UNRAISED)


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """Return the form under which a word compares: compatibility forms, accents, case and invisibles folded away."""
    if word.isascii():
        return word.casefold()
    folded = unicodedata.normalize("NFKD", level(word))
    return "".join(c for c in folded if not unicodedata.combining(c) and c not in _INVISIBLE).casefold()


def letters(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> tuple[re.Pattern[str], re.Pattern[str]]:
    r"""Return a pattern in which `[^\W\d_]` stands for a letter, and its like for ASCII texts, which is faster."""
    return re.compile(pattern, flags), re.compile(pattern.replace(r"[^\W\d_]", "[A-Za-z]"), flags | re.ASCII)

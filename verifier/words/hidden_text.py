"""Find addresses and citation markers, in which nothing counts."""

from __future__ import annotations

import re

_HINT = re.compile(r"[@\[<]|://|www\.")
_HIDDEN = re.compile(
    r"(?:https?://|www\.)\S{1,2000}"
    r"|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}"
    r"|\[(?:articles?|a|#|[\s\d,;–-])+\]"
    r"|<articles?\s[^<>\n]{0,40}>",
    re.IGNORECASE,
)


def hidden_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of addresses and citation markers: nothing in them counts."""
    return [m.span() for m in _HIDDEN.finditer(text)] if _HINT.search(text) else []

"""Name claims by what they say, so that a name outlives edits elsewhere."""

from __future__ import annotations

import hashlib
from collections import Counter

from verifier.claims.phrases import MARK, Prepared, prepare
from verifier.text.normalise import key

_DIGITS = 12
_EDGE = " .,;:!?"


def claim_id(field: str, text: str) -> str:
    """Return the id of a claim: `c-` and 12 hexadecimal digits of its field and its words without citation markers."""
    return _digest(field, prepare(text))


def _digest(field: str, prepared: Prepared) -> str:
    said = key(prepared.text.replace(MARK, " "))
    name = "\x1f".join((" ".join(key(field).split()), " ".join(said.split()).strip(_EDGE)))
    return "c-" + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


class Names:
    """Give out ids; a text that comes again in the same document gets `~2`, `~3` behind its id."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def name(self, field: str, prepared: Prepared) -> str:
        """Return the next free id for a claim."""
        plain = _digest(field, prepared)
        self._seen[plain] += 1
        return plain if self._seen[plain] == 1 else f"{plain}~{self._seen[plain]}"

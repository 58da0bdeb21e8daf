"""Quote words in a sentence about them: never changed, a long run by its ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MOST, _ENDS = 9, 3
_CUT = " … "
_QUOTED = re.compile('"([^"]+)"|“([^”]+)”')


def quoted(said: str) -> str:
    """Return words in quotation marks, in other ones than they have themselves; of many the first and the last."""
    parts = said.split()
    told = said if len(parts) <= _MOST else _CUT.join((" ".join(parts[:_ENDS]), " ".join(parts[-_ENDS:])))
    return f"“{told}”" if '"' in told else f'"{told}"'


def quotations(sentence: str) -> Iterator[list[str]]:
    """Yield what a sentence quotes: the words, or both ends of a long run."""
    for match in _QUOTED.finditer(sentence):
        yield (match[1] or match[2]).split(_CUT)

"""Quote words in a sentence about them: never changed, a long run by its ends."""

from __future__ import annotations

_MOST, _ENDS = 9, 3


def quoted(said: str) -> str:
    """Return words in quotation marks, in other ones than they have themselves; of many the first and the last."""
    parts = said.split()
    told = said if len(parts) <= _MOST else " ".join((*parts[:_ENDS], "…", *parts[-_ENDS:]))
    return f"“{told}”" if '"' in told else f'"{told}"'

"""Say what a web address looks like that is written out in a text."""

from __future__ import annotations

BEGINS = r"(?:https?://|www\.)"
"""How one begins, also without its scheme."""


def written(begins: str = "https?://", *, without: str = "", end: str = "") -> str:
    """Return the pattern of an address, which ends before brackets, quotation marks, and stops behind it.

    `without` are more characters that it does not hold, `end` more that it does not end in.
    """
    return rf"{begins}[^\s<>()\[\]\"'{without}]{{1,2000}}(?<![.,;:!?*{end}])"

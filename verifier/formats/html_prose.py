"""Write running text so that its lines and list items stay apart and nothing in it acts or hides."""

from __future__ import annotations

import re

from verifier.formats.visible import visible

_ITEM = re.compile(r"\s(?=(?:\d{1,3}\.|\([a-z\d]{1,3}\))$)")


def prose(text: str) -> str:
    """Return the text between two claims with the blanks at its ends, its lines, and a line for each numbered item."""
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    shown = visible(line)
    if not shown:
        return " " if line else ""
    broken = _ITEM.sub("\n", f" {shown}")[1:] if not line[0].isspace() else _ITEM.sub("\n", f" {shown}")
    return broken + (" " if line[-1].isspace() else "")

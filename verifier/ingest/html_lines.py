"""Show the tables of an extracted article as the reader of its page sees them: without what draws their borders."""

from __future__ import annotations

from verifier.text.patterns import pattern

_RULE = pattern(r"\|(?:\s*:?-+:?\s*\|)+")
_ROW = pattern(r"\|(.*)\|")
_BORDER = " | "


def seen(line: str) -> str:
    """Return what is seen of a line: of a table's row its cells with a border between, of a rule nothing."""
    row = _ROW.fullmatch(line)
    if row is None:
        return line
    cells = (cell.strip() for cell in row[1].split("|"))
    return "" if _RULE.fullmatch(line) else _BORDER.join(filter(None, cells))

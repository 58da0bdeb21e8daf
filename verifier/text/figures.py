"""Tell a row of figures, as tables and dumps of a machine have them, from a sentence."""

from __future__ import annotations

import re

ROW = "a row of figures"
MOST_IN_CLAIM, MOST_IN_SOURCE = 40, 150
"""No sentence tells more figures: those of a claim are compared with each of a source."""
_FIGURE = re.compile(r"(?<![\w.,:/-])[$€£(+-]?\d")


def is_row(text: str, most: int) -> bool:
    """Tell whether a text has more than so many figures."""
    return len(text) > 2 * most and sum(1 for _ in _FIGURE.finditer(text)) > most

"""Hold a number expression while it is being put together."""

from __future__ import annotations

from typing import Literal, NamedTuple

Comparator = Literal["", "at least", "at most", "more than", "less than", "up to", "about", "nearly", "exactly"]
QuantityKind = Literal[
    "count", "measure", "money", "percent", "ordinal", "duration", "age", "multiple", "ratio", "score"
]


class Expression(NamedTuple):
    """Hold the tokens [first, last) of a number with its unit, and what is known of its value.

    `written` is the unit as written, `unit` its base unit, `factor` how much of the base one of it is, `part` and
    `whole` the two figures of a ratio or score, `joint` a hyphen between number and unit ("30-day").
    """

    first: int
    last: int
    lower: float
    upper: float
    step: float
    kind: QuantityKind = "count"
    unit: str = ""
    written: str = ""
    factor: float = 1.0
    vague: bool = False
    part: float | None = None
    whole: float | None = None
    comparator: Comparator = ""
    approximate: bool = False
    figure: bool = False
    scaled: bool = False
    joint: bool = False
    noun_follows: bool = True

    @property
    def bare(self) -> bool:
        """Tell whether this is a number alone."""
        return self.kind == "count" and not self.vague and self.lower == self.upper

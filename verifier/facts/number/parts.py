"""Hold a number while it is read and put together, and the words of scale that multiply it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from verifier.data.word_lists import table
from verifier.words.tokens import Tokens

Comparator = Literal["", "at least", "at most", "more than", "less than", "up to", "about", "nearly", "exactly"]
QuantityKind = Literal[
    "count", "measure", "money", "percent", "ordinal", "duration", "age", "multiple", "ratio", "score"
]


class Expression(NamedTuple):
    """Hold the tokens [first, last) of a number with its unit, and what is known of its value.

    `written` is the unit as written, `unit` its base unit, `factor` how much of the base one of it is, `part` and
    `whole` the two figures of a ratio or score, `joint` a hyphen between number and unit ("30-day"), `denied` where the
    word ends that turned its bound round.
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
    denied: int = 0

    @property
    def bare(self) -> bool:
        """Tell whether this is a number alone."""
        return self.kind == "count" and not self.vague and self.lower == self.upper

    def times(self, factor: float, offset: float = 0.0) -> Expression:
        """Return the number multiplied, and moved."""
        low, high, step = self.lower * factor + offset, self.upper * factor + offset, self.step * factor
        return self._replace(lower=low, upper=high, step=step)


_TABLES = table("scales")
ONES: dict[str, int] = _TABLES["ones"]
TENS: dict[str, int] = _TABLES["tens"]
SCALES: dict[str, int] = _TABLES["scales"]
GROUPS: dict[str, int] = _TABLES["groups"]
FRACTIONS: dict[str, int] = _TABLES["fractions"]
ORDINALS: dict[str, int] = _TABLES["ordinals"]
_SUFFIXES: dict[str, int] = _TABLES["suffixes"]


class Numeral(NamedTuple):
    """Hold a number and the tokens [first, last) that spell it.

    `step` is the place value it is given to (10 for "120", 100,000 for "2.4 million"), `figure` whether it is written
    in digits, `scaled` whether a scale word or suffix belongs to it.
    """

    first: int
    last: int
    value: float
    step: float
    figure: bool = False
    scaled: bool = False


def step_of(value: float) -> float:
    """Return the largest power of ten that divides a whole number; 1 for zero and fractions."""
    number = int(value)
    if not number or number != value:
        return 1
    step = 1
    while number % 10 == 0:
        number //= 10
        step *= 10
    return step


def after_hyphen(t: Tokens, j: int) -> int:
    """Return the token behind a hyphen that joins two words, or `j` where none does."""
    return j + 1 if t.lows[j] == "-" and t.glued(j) and t.glued(j + 1) else j


def scale_behind(t: Tokens, j: int) -> tuple[int, int]:
    """Multiply the scale words and the suffix from token `j` on; suffixes that could be units are left alone."""
    if t.lows[j] in _SUFFIXES and (t.glued(j) or t.lows[j] != "k"):
        return j + 1, _SUFFIXES[t.lows[j]]
    scale = 1
    for _ in range(3):
        k = after_hyphen(t, j)
        factor = SCALES.get(t.lows[k]) or GROUPS.get(t.lows[k])
        if not factor:
            break
        scale, j = scale * factor, k + 1
    return j, scale

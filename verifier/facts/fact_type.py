"""Say what a type of fact is: how its values are read from a text, relate to each other and look in a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from verifier.facts.relation import Relation


class Value(Protocol):
    """Be a value that stands in a text."""

    @property
    def start(self) -> int:
        """Return where it begins."""

    @property
    def end(self) -> int:
        """Return where it ends."""


V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class FactType(Generic[V]):
    """Hold a type of fact: its name in rules, and what the mechanism `value` asks of it.

    `read` finds its values in a text whose document is of a day, or of none that is known, and before which a date was
    told, or none; `relate` says how a claim's value relates to a source's, taken that both speak of one thing. `slot`
    gives the words for what a value is a value of (head last): other words mean another thing, with which it is not
    compared. `alike` tells how alike two values are given (0 to 1), `shown` is a value as JSON, else its words.
    """

    name: str
    read: Callable[[str, date | None, Any], Sequence[V]]
    relate: Callable[[V, V], Relation]
    slot: Callable[[V], Sequence[str]] | None = None
    alike: Callable[[V, V], float] = lambda _ours, _theirs: 1.0
    shown: Callable[[V], Any] | None = None

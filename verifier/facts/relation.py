"""Say how one value relates to another: the algebra that all types of facts share."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Relation(StrEnum):
    """Say how value `a` relates to value `b`.

    IMPLIES: `a` says at least as much, so that `b` follows from it. IMPLIED: `a` follows from `b` (vaguer, rounder, a
    weaker bound). APART: they cannot both hold. OPEN: nothing follows, or they measure different things.
    """

    EQUAL = "equal"
    IMPLIES = "implies"
    IMPLIED = "implied"
    APART = "apart"
    OPEN = "open"

    @property
    def mirror(self) -> Relation:
        """Return how `b` relates to `a`."""
        return _MIRRORED.get(self, self)


_MIRRORED = {Relation.IMPLIES: Relation.IMPLIED, Relation.IMPLIED: Relation.IMPLIES}
HOLDS = frozenset({Relation.EQUAL, Relation.IMPLIES, Relation.IMPLIED})
"""Relations of two values of which one says what the other says, or more."""


class Interval(NamedTuple):
    """Hold what a value may be: from `low` to `high`; an end is left out where `above` or `below` says so."""

    low: float
    high: float
    above: bool = False
    below: bool = False

    def within(self, other: Interval) -> bool:
        """Say whether all of this interval lies in another."""
        low = self.low > other.low or (self.low == other.low and self.above >= other.above)
        return low and (self.high < other.high or (self.high == other.high and self.below >= other.below))

    def meets(self, other: Interval) -> bool:
        """Say whether two intervals have a point in common."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        left_out = any((i.above and i.low == low) or (i.below and i.high == high) for i in (self, other))
        return low < high or (low == high and not left_out)

    def rest(self) -> Interval:
        """Return what a share leaves of the whole."""
        return Interval(round(1 - self.high, 9), round(1 - self.low, 9), self.below, self.above)

    def relate(self, other: Interval) -> Relation:
        """Return how this interval relates to another as a statement of where a value lies."""
        return related(self.within(other), other.within(self), meets=self.meets(other))


def related(implies: bool, implied: bool, *, meets: bool) -> Relation:  # noqa: FBT001 - both ways, in order
    """Return the relation of two values of which each may follow from the other, or both may hold."""
    if implies and implied:
        return Relation.EQUAL
    if implies or implied:
        return Relation.IMPLIES if implies else Relation.IMPLIED
    return Relation.OPEN if meets else Relation.APART

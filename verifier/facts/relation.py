"""Name how the value a claim gives relates to the value a source gives."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """Say how a claim's value relates to a source's.

    ENTAILED: the claim's value follows from the source's (vaguer, rounder, a weaker bound). WEAKER: both can hold, but
    the claim says more than the source. CLASH: they cannot both hold. OTHER: they measure different things.
    """

    EQUAL = "equal"
    ENTAILED = "entailed"
    WEAKER = "weaker"
    CLASH = "clash"
    OTHER = "other"

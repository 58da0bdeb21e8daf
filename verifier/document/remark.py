"""Hold what a check that needs no source reports: the places of a postmortem it speaks of, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verifier.model import Claim, Span


@dataclass(frozen=True, slots=True)
class Spot:
    """Mark words of a postmortem: the row or field they stand in, and their claim with the span within its text.

    An option of the taxonomy has no claim; `said` is then its name.
    """

    field: str
    said: str
    claim: Claim | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Hold one error by its rule: the places on one side and, where two sides clash, those on the other.

    The first place of each side is the plainest. `message` says in words what a clash of two values would not.
    """

    rule: str
    ours: tuple[Spot, ...]
    theirs: tuple[Spot, ...] = ()
    message: str = ""


def spot(claim: Claim, start: int = 0, end: int | None = None) -> Spot:
    """Mark `claim.text[start:end]`."""
    stop = len(claim.text) if end is None else end
    return Spot(claim.field, claim.text[start:stop], claim, Span(start, stop))


def at(claim: Claim, match: re.Match[str], group: str | int = 0) -> Spot:
    """Mark what a pattern, or a group of it, found in a claim's text."""
    return spot(claim, *match.span(group))

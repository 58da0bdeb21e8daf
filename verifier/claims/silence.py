"""Find the part of a sentence that says that the articles are silent."""

from __future__ import annotations

import re

from verifier.claims.phrases import MARK, fullmatch, mask, match, says, search
from verifier.claims.reading import Reading
from verifier.model import Span

_JOINED = re.compile(r"[,;]?\s*\b(?:but|and|although|though|while|whereas|however|yet),?\s*$")
_EDGES = f" \t\r\n.!?,;{MARK}"
_WINDOW = 20
_LONG = 300
_SAYS_SOMETHING = 3


def silence(reading: Reading, *, weak: bool) -> Span | None:
    """Return the part that says so; `weak` takes in words that say so only where the articles are spoken of."""
    low = reading.low
    found = search("absence", "strong", low) or (search("absence", "weak", low) if weak else None)
    if not found:
        return None
    joined = _JOINED.search(low, max(0, found.start() - _WINDOW), found.start())
    end = search("absence", "ends", low, found.end())
    return Span(joined.start() if joined else found.start(), end.start() if end else len(low))


def only_silent(reading: Reading, *, rationale: bool) -> bool:
    """Tell whether a sentence says no more than that the articles are silent."""
    whole = reading.low[reading.first :].strip(_EDGES)
    if len(whole) < _LONG and fullmatch("absence", "whole", whole):
        return True
    scope = silence(reading, weak=rationale or bool(search("absence", "context", reading.low)))
    if not scope:
        return False
    subject = Span(reading.start, min(verb(reading), scope.start))
    return not says(mask(reading.low, [*reading.wrapping, subject, scope]), _SAYS_SOMETHING, generic=True)


def verb(reading: Reading) -> int:
    """Return where the first verb stands, if the subject names no more than the incident or the articles."""
    found = match("judgement", "generic", reading.low, reading.start)
    return found.end() if found and not search("judgement", "clauses", found[0]) else reading.start

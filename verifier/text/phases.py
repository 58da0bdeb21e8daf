"""Recognise what stands at the head of an entry of a timeline: a phase and a time, and no sentence yet."""

from __future__ import annotations

import re

from verifier.text.patterns import pattern

_ZONE = r"(?:\s?(?:UTC|GMT|Z|[A-Z]{2,4}T|local(?: time)?|[+-]\d\d:?\d\d))?"
_DAY = r"(?:\d{4}-\d\d-\d\d[T ,]{1,3}|(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?,? (?:at )?)?"
_CLOCK = rf"~?{_DAY}\d{{1,2}}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?{_ZONE}"
_TIME = rf"{_CLOCK}(?:\s?[–—-]\s?{_CLOCK})?"
_LABEL = r"[A-Z][\w'/-]{0,30}(?: [\w'/-]{1,30}){0,2}"
_MARKS = r"[*_`]{0,3}"
_HEAD = pattern(
    rf"{_MARKS}(?:{_LABEL}{_MARKS}(?::|\s?[(\[–—@-]|:?{_MARKS}\s[(\[])\s?{_MARKS}\s?{_TIME}"
    rf"|[A-Z][a-z]{{2,20}}{_MARKS}:? (?:at|on|since) {_TIME}"
    rf"|[(\[]?{_TIME}[)\]]?{_MARKS}(?:\s?[:–—-]\s?{_MARKS}{_LABEL}|\s{_MARKS}[A-Z][a-z]{{2,20}})"
    rf"|{_TIME})[)\]]?{_MARKS}"
)
_STATES = ("Investigating", "Monitoring", "Update", "Updated", "In progress", "Verifying", "Scheduled")
STATES = frozenset({*_STATES, "Identified", "Resolved", "Completed", "Postmortem"})
"""The states in which a notice is posted; beside a time stand only those that tell nothing that happened."""
_STATE = rf"(?:{'|'.join(_STATES)})"
_AT = rf"[(\[]?{_MARKS}{_TIME}[)\]]?"
_POSTED = pattern(
    rf"{_MARKS}(?:{_AT}{_MARKS}\s?[:–—-]?\s?{_MARKS}{_STATE}|{_STATE}{_MARKS}\s?[:–—-]?\s?{_AT})\W{{0,4}}"
)
_MATTER = r"(?:this|the|an?) (?:incident|issue|problem|outage|matter)"
_STOCK = pattern(
    rf"{_MATTER} (?:has been|is(?: now)?|was) (?:fully )?(?:resolved|fixed|identified)"
    r"(?: and a fix is being implemented)?\."
    r"|(?:a|the) fix (?:has been|was|is being) (?:implemented|deployed|applied)"
    r"(?:,? and we(?: are|'re) (?:continuing to )?monitor(?:ing)? (?:the results|the situation))?\."
    rf"|we(?: are|'re) (?:currently |still |continuing to |actively |now )?(?:investigat|work|monitor|look)(?:e|ing)?"
    rf"(?: into| on)?(?: a fix for)?(?: for any further issues| {_MATTER}| the results)\."
    r"|(?:the )?scheduled maintenance (?:has been completed|is currently in progress)\."
    r"(?: We will provide updates as necessary\.)?",
    re.IGNORECASE,
)
_STATED = pattern(rf"\A{_MARKS}(?:{'|'.join(sorted(STATES))}){_MARKS}\s?[:–—-]{_MARKS}\s")
_AT_HEAD = pattern(rf"[(\[]?{_MARKS}{_TIME}[)\]]?{_MARKS}[.:]?{_MARKS}\s{{0,9}}")


def is_time(text: str) -> bool:
    """Tell whether a text is no more than the time at the head of an entry: `14:05 UTC.`, `(Mar 3, 16:20)`."""
    return bool(_AT_HEAD.fullmatch(text))


def begins_with_head(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` begins with a phase and its time, or with a time."""
    return bool(_HEAD.match(text, start, end))


def is_head(text: str) -> bool:
    """Tell whether a text is no more than a phase and its time, or a time: `Resolved - Mar 3, 14:20 UTC`."""
    return bool(_HEAD.fullmatch(text) or _AT_HEAD.fullmatch(text))


def is_state(text: str) -> bool:
    """Tell whether a text only names what state a notice was posted in: `14:05 UTC - Investigating`."""
    return len(text) <= 100 and bool(_POSTED.fullmatch(text))


def is_stock(text: str, *, notice: bool = False) -> bool:
    """Tell whether a text of a `notice`, or behind a state, only says its state: `This issue has been resolved.`"""
    told = _STATED.sub("", text.strip(), count=1)
    return (notice or told != text.strip()) and bool(_STOCK.fullmatch(told))

"""Recognise the lines that a mail program writes above a message, in English and in German."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, groupby

from verifier.text.lines import capitals
from verifier.text.patterns import pattern

_NAMING = r"from|to|cc|bcc|reply-to|von|an|kopie"
_TELLING = r"subject|sent|betreff|gesendet"
_DATING = r"date|datum"
_HEAD = pattern(
    rf"[>*_ \t]{{0,6}}(?:(?P<naming>{_NAMING})|(?P<telling>{_TELLING})|(?P<dating>{_DATING}))"
    r"[*_]{0,2}:[*_]{0,2}[ \t]{1,9}(?P<value>[^\n]{1,400})",
    re.IGNORECASE,
)
_RULE = pattern(
    r"[> \t]{0,6}[-_]{2,}\s{0,3}(?:Original Message|Forwarded (?:message|by)[^\n]{0,60}|Original Appointment"
    r"|Ursprüngliche Nachricht|Weitergeleitete Nachricht)\s{0,3}[-_]{2,}|Begin forwarded message:",
    re.IGNORECASE,
)
_TIME = pattern(r"\d[:.]\d")
_NAMED = 0.5
MAILED = "the head of a mail"


def is_rule(line: str) -> bool:
    """Tell whether a line only parts a message from the one below it: `-----Original Message-----`."""
    return bool(_RULE.fullmatch(line.strip()))


def is_head(line: str) -> bool:
    """Tell whether a line may be one of a mail's head; `From: 10:40` says since when, and its date has a time."""
    found = _HEAD.fullmatch(line.strip())
    return bool(found and (found["telling"] or bool(found["dating"]) == bool(_TIME.search(found["value"]))))


def in_heads(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the lines that are the head of a mail."""
    runs = (list(run) for may_be, run in groupby(range(len(lines)), key=lambda at: is_head(lines[at])) if may_be)
    return frozenset(chain.from_iterable(run for run in runs if are_head([lines[at] for at in run])))


def are_head(lines: Sequence[str]) -> bool:
    """Tell whether lines that may be the head of a mail are: two or more, with a subject, or with names alone."""
    found = [_HEAD.fullmatch(line.strip()) for line in lines]
    values = [each["value"] for each in found if each and each["naming"]]
    told = len(values) < len(lines) or all(capitals(value) >= _NAMED for value in values)
    return len(lines) > 1 and bool(values) and told

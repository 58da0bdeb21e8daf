"""Put values into an editor's words: how many, how sure, which source, when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from verifier.formats.visible import visible
from verifier.ingest.document import headline
from verifier.model import Severity, Source, Verdict
from verifier.text.page import DATE

RANK = {severity: rank for rank, severity in enumerate(Severity)}
WORST_FIRST = tuple(Verdict)
HELD = {
    Verdict.SUPPORTED: "no difference found",
    Verdict.PARTIAL: "stated in part",
    Verdict.MISATTRIBUTED: "stated by another source than the cited one",
    Verdict.UNSUPPORTED: "not stated",
    Verdict.DISPUTED: "disputed among the sources",
    Verdict.CONTRADICTED: "stated otherwise",
    Verdict.NOT_CHECKABLE: "not checked",
}
COUNTED = HELD | {Verdict.SUPPORTED: "with no difference found"}
"""The same behind a number of claims."""
FIELDS = {
    "ResponsibleOrg": "Responsible Organization",
    "ImpactedOrg": "Impacted Organization",
    "SEcauses": "Software Causes",
    "NSEcauses": "Non-software Causes",
}
_COLUMN = re.compile(rf"\b(?:{'|'.join(FIELDS)})\b")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
SURENESS = {
    "sure": "at least nine in ten such flags are expected to be right",
    "likely": "seven to nine in ten such flags are expected to be right",
    "possible": "fewer than seven in ten such flags are expected to be right, or it was not measured",
}
RIGHT = {"sure": "surely right", "likely": "likely right", "possible": "possibly right"}
"""The same words beside a severity: a flag is right or not, an error is one."""
_HEX = "0123456789abcdefABCDEF"
_CHECKSUM = 12
_LABEL_LIMIT = 60


_TO_DO = {"hold": "to hold", "look": "to look at"}


def count(number: int, one: str, many: str = "") -> str:
    """Return `1 problem`, `6 problems`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def to_do(number: int, state: str) -> str:
    """Return `2 to hold`, `3 to look at`, `1 clear`: how many postmortems are in a state."""
    return f"{number} {_TO_DO.get(state, state)}"


def left_out(reasons: Counter[str]) -> str:
    """Return what was left out, most often first; nothing for date lines alone, which tell an editor nothing."""
    if set(reasons) <= {DATE}:
        return ""
    return ", ".join(count(number, visible(short_id(reason))) for reason, number in reasons.most_common())


def spelled(number: int) -> str:
    """Return small numbers as words, others as digits."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else str(number)


def sureness(confidence: float) -> str:
    """Return a confidence (0 to 1) as a word."""
    return "sure" if confidence >= 0.9 else "likely" if confidence >= 0.7 else "possible"


def day(when: date | None) -> str:
    """Return a date as `27 Feb 2020`, whatever the locale; empty for none."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}" if when else ""


def section(field: str) -> str:
    """Name a field as its page does, where the table's column has a shorter name."""
    return visible(FIELDS.get(field, field))


def sections(message: str) -> str:
    """Return a message with the fields in it named as `section` names them."""
    return _COLUMN.sub(lambda match: FIELDS[match[0]], message)


def short_id(source: str) -> str:
    """Return a source's id without the checksum that file names end in."""
    stem = source.rstrip(_HEX)
    tail = source[len(stem) :]
    checksum = len(tail) >= _CHECKSUM and not tail.isdigit() and not tail.isalpha()
    return visible((stem.rstrip("_.-") if checksum else "") or source)


def label(source: Source) -> str:
    """Name a source as people do: outlet (else site, else title), date, and its id in brackets."""
    name = visible(source.outlet or _site(source.url) or headline(source))
    known = clip(name, _LABEL_LIMIT) if name else ""
    when = day(source.published)
    identity = short_id(source.id)
    if not known:
        return ", ".join(part for part in (f"source {identity}", when) if part)
    return ", ".join(part for part in (known, when) if part) + f" ({identity})"


def clip(text: str, limit: int) -> str:
    """Return a title cut after a word, with an ellipsis, where it is longer than `limit` characters."""
    if len(text) <= limit:
        return text
    return (text[:limit].rsplit(" ", 1)[0] or text[:limit]).rstrip(" ,;:-") + " …"


def listing(parts: Iterable[str]) -> str:
    """Join words as `a, b and c`."""
    *head, last = list(parts) or [""]
    return f"{', '.join(head)} and {last}" if head else last


def _site(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")

"""Build the fields of a postmortem from spans of a text or from whole values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from verifier.errors import InputError, UnknownIncidentError, like_named
from verifier.model import Field, Postmortem

TITLE, PUBLISHED, LEAD = "Title", "Published", "Lead"
_NOTHING = frozenset({"", "none", "nan", "unknown"})


class Origin(NamedTuple):
    """Hold where a text came from: its path, the id its name gives, the SHA-256 of its bytes."""

    path: str
    id: str
    sha256: str


def holds_text(value: str) -> bool:
    """Tell whether a value says anything: not empty, `None`, `nan` or `unknown`."""
    return value.strip().casefold() not in _NOTHING


def whole(name: str, value: str) -> Field:
    """Make a field of a value that is a text of its own."""
    return Field(name, value, 0, len(value))


def cut(name: str, text: str, start: int, end: int) -> Field:
    """Make a field of a span of a longer text, without the white space at its ends."""
    value = text[start:end]
    start += len(value) - len(value.lstrip())
    return Field(name, text, start, start + len(value.strip()))


def distinct(fields: Iterable[Field]) -> Iterator[Field]:
    """Yield the fields that say anything, every further one of a name with its number: `Impact`, `Impact (2)`."""
    used: dict[str, int] = {}
    for field in fields:
        if holds_text(field.value):
            name = field.name
            while name in used:
                used[field.name] += 1
                name = f"{field.name} ({used[field.name]})"
            used[name] = 1
            yield replace(field, name=name)


def is_lead(name: str) -> bool:
    """Tell whether a name is that of what stands above the sections of a document, or of more of it below the title."""
    return name in {LEAD, f"{LEAD} (2)"}


def require_text(postmortems: tuple[Postmortem, ...], where: str) -> tuple[Postmortem, ...]:
    """Return the postmortems unchanged.

    Raises: InputError where none of them holds text beside a title and a date.
    """
    if not any(field.name not in {TITLE, PUBLISHED} for each in postmortems for field in each.fields):
        raise InputError("holds no text to check", where, "supply a postmortem with text beside its title")
    return postmortems


def require_incident(ids: Collection[str], incident: str | None, where: str) -> None:
    """Check that the incident asked for, if any, is one of those a file holds.

    Raises: UnknownIncidentError that names some of them.
    """
    if incident is not None and incident not in ids:
        some = ", ".join(list(ids)[:5]) + (f" and {len(ids) - 5} more" if len(ids) > 5 else "")
        hint = like_named(incident, ids, f"it holds {some}")
        raise UnknownIncidentError(f'there is no incident "{incident}"', where, hint)

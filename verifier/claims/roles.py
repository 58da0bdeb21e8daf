"""Say what a field of a postmortem is for, by its name: rules/fail/fields.toml."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from verifier.data.shipped import View, shipped
from verifier.text.normalise import key

_WORD = re.compile(r"[\w'-]+")
_NESTING = re.compile(r"\s[>/»|]\s")
_REPEATED = re.compile(r" \(\d{1,4}\)$")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}[.)]|[A-Z][.)])\s+(?=\S)")


class FieldRole(StrEnum):
    """Say what a field holds."""

    TITLE = "title"
    META = "meta"
    ADVICE = "advice"
    PLAN = "plan"
    GUIDE = "guide"
    REFERENCE = "reference"
    CHOICE = "choice"
    RATIONALE = "rationale"
    FACTS = "facts"


ADVISING = frozenset({FieldRole.ADVICE, FieldRole.PLAN, FieldRole.GUIDE})
"""What fields hold whose sentences advise, unless they tell an event."""


@cache
def _data() -> View:
    return shipped("fail/fields.toml")


def _fold(name: str) -> str:
    return " ".join(_WORD.findall(key(name)))


@cache
def _roles() -> dict[str, FieldRole]:
    tables = (_data()[table] for table in ("company", "fail"))
    return {_fold(name): FieldRole(role) for table in tables for role, names in table.items() for name in names}


@cache
def _sections() -> frozenset[str]:
    company = _data()["company"].values()
    return frozenset(_fold(name) for names in (_data()["sections"]["names"], *company) for name in names)


def is_section(name: str) -> bool:
    """Tell whether a name is one that the sections of postmortems have: `Root cause`, `2. Maßnahmen:`."""
    return _fold(unnumbered(name)) in _sections()


@cache
def options() -> frozenset[str]:
    """Return the classes of the taxonomy in lower case."""
    return frozenset(_data()["options"]["names"])


def unnumbered(name: str) -> str:
    """Return the name of a section without its number: `4. Recommendations`."""
    number = _NUMBERED.match(name)
    return name[number.end() :] if number else name


@cache
def role_of(name: str) -> FieldRole:
    """Return what a field of that name holds; unknown names hold facts.

    Raises: ConfigError where rules/fail/fields.toml is missing or malformed.
    """
    name = _REPEATED.sub("", name)
    parts = [name, unnumbered(name), *reversed(_NESTING.split(name))]
    return next((_roles()[_fold(part)] for part in parts if _fold(part) in _roles()), FieldRole.FACTS)

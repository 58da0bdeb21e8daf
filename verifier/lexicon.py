"""Give the word lists of rules/lexicon/ as frozen values, merged with a user's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from verifier.assets import folder
from verifier.errors import ConfigError
from verifier.tables import Table, check, read

Terms = tuple[str, ...]


class Group(NamedTuple):
    """Hold terms that may stand for one another: `grade` is `same` (anywhere) or `near` (in context)."""

    grade: str
    terms: Terms


class EqualTerms(NamedTuple):
    """Hold the groups of equal terms, and lines of terms that are different facts however alike."""

    groups: tuple[Group, ...]
    distinct: tuple[Terms, ...]


def names() -> Terms:
    """Return the names of the lexicons that a user may extend."""
    return tuple(sorted(_READERS))


def _terms(line: str) -> Terms:
    return tuple(line.split(", "))


def _lines(section: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for lines in section.values():
        yield from lines


def merge(base: Table, more: Table) -> Table:
    """Return the table with another laid over it: tables are merged, lists appended, other values replaced."""
    merged = dict(base)
    for key, value in more.items():
        old = merged.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[key] = merge(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            merged[key] = old + value
        else:
            merged[key] = value
    return merged


@cache
def table(name: str, extra: Path | None = None) -> Table:
    """Return the lexicon as read from rules/lexicon/NAME.toml, with EXTRA/lexicon/NAME.toml laid over it.

    A user's file extends ours; where it says `extend = false` it replaces it.
    Raises: ConfigError where a user's file is bad.
    """
    shipped = read(folder("rules") / "lexicon" / f"{name}.toml")
    path = extra / "lexicon" / f"{name}.toml" if extra else None
    if path is None or not path.is_file():
        return shipped
    own = check(read(path), path, "lexicon", name)
    return merge(shipped, own) if own.pop("extend", True) else own


def refuse_unknown(extra: Path) -> None:
    """Raise ConfigError where EXTRA/lexicon holds a file that is no known lexicon."""
    for path in sorted((extra / "lexicon").glob("*.toml")):
        if path.stem not in _READERS:
            raise ConfigError("is no lexicon", str(path), f"legal names: {', '.join(names())}")


@cache
def equal_terms(extra: Path | None = None) -> EqualTerms:
    """Return the groups of equal terms; roles, media and nations of one kind count as `same`."""
    found = table("equal_terms", extra)
    groups = [Group(grade, _terms(line)) for grade in ("same", "near") for line in _lines(found.get(grade, {}))]
    distinct = tuple(_terms(line) for line in _lines(found.get("distinct", {})))
    return EqualTerms(tuple(groups), distinct)


@cache
def irregular(extra: Path | None = None) -> Mapping[str, str]:
    """Return the irregular forms of English verbs and nouns, each with its base form."""
    found = table("irregular", extra)
    rows = (line.split() for line in _lines(found))
    return MappingProxyType({form: base for base, *forms in rows for form in forms})


_READERS = {"equal_terms": equal_terms, "irregular": irregular}

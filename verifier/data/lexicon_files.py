"""Read the lexicons of rules/lexicon/, and lay a user's own over them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from verifier.data.lexicon_forms import check_lines
from verifier.data.shipped import View, frozen, shipped
from verifier.data.tables import Table, check, read
from verifier.errors import ConfigError

NAMES = (
    "antonyms",
    "equal_terms",
    "gloss",
    "hedges",
    "media",
    "nations",
    "negators",
    "reporting",
    "roles",
    "stopwords",
)


def lines(block: str) -> tuple[str, ...]:
    """Return the lines of a block of text that say something."""
    return tuple(filter(None, map(str.strip, block.splitlines())))


def items(block: str) -> tuple[str, ...]:
    """Return the items of a block of text, which commas and line ends part."""
    return tuple(item for line in block.splitlines() for item in line.strip().split(", ") if item)


def merge(base: View, more: Table) -> Table:
    """Return the table with another laid over it: tables are merged, texts joined, other values replaced."""
    merged = dict(base)
    for key, value in more.items():
        old = merged.get(key)
        if isinstance(old, Mapping) and isinstance(value, dict):
            merged[key] = merge(old, value)
        elif isinstance(old, str) and isinstance(value, str):
            merged[key] = f"{old}\n{value}"
        else:
            merged[key] = value
    return merged


@cache
def table(name: str, extra: Path | None = None) -> View:
    """Return the lexicon rules/lexicon/NAME.toml, with EXTRA/lexicon/NAME.toml laid over it where there is one.

    A user's file extends ours; where it says `extend = false` it replaces it.
    Raises: ConfigError where a user's file is bad.
    """
    ours = shipped(f"lexicon/{name}.toml")
    own = extra / "lexicon" / f"{name}.toml" if extra else None
    if own is None or not own.is_file():
        return ours
    found = check_lines(check(read(own), own, "lexicon", name), own, name)
    view: View = frozen(merge(ours, found) if found.pop("extend", True) else found)
    return view


def check_all(extra: Path) -> None:
    """Read every lexicon of EXTRA/lexicon.

    Raises: ConfigError where one is bad, or is none that can be extended.
    """
    for path in sorted((extra / "lexicon").glob("*.toml")):
        if path.stem not in NAMES:
            raise ConfigError("is no lexicon that can be extended", str(path), f"legal names: {', '.join(NAMES)}")
        table(path.stem, extra)

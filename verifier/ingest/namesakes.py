"""Tell where two sources have one id, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from verifier.errors import ConfigError
from verifier.ingest.articles import rows
from verifier.ingest.listed import is_table

_SHOWN = 3


def namesakes(name: str, first: Path, other: Path) -> ConfigError:
    """Return the error for two sources with one id: files, or rows of tables.

    Raises: InputError where a table cannot be read again.
    """
    paths = dict.fromkeys((first, other))
    places = [place for path in paths for place in _places(name, path)][:_SHOWN]
    rename = "rename one, or give them ids in a manifest (verifier sources init)"
    hint = "give each row an id of its own" if all(map(is_table, paths)) else rename
    return ConfigError(f'two sources have the id "{name}": {" and ".join(places)}', hint=hint)


def _places(name: str, path: Path) -> Iterator[str]:
    if is_table(path):
        yield from (f"{path}, line {row.line}" for row in rows(path) if row.id == name)
    else:
        yield str(path)

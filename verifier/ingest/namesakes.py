"""Tell where two sources have one id, which of several rows of a table is meant, and what to do about the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from verifier.errors import ConfigError
from verifier.ingest.articles import rows
from verifier.ingest.listed import is_table
from verifier.model import Source, Trouble

_SHOWN = 3
_OWN = "give each row an id of its own"


def namesakes(name: str, first: Path, other: Path) -> ConfigError:
    """Return the error for two sources with one id: files, or a file and a table.

    Raises: InputError where a table cannot be read again.
    """
    paths = dict.fromkeys((first, other))
    places = [place for path in paths for place in _places(name, path)][:_SHOWN]
    rename = "rename one, or give them ids in a manifest (verifier sources init)"
    hint = _OWN if all(map(is_table, paths)) else rename
    return ConfigError(f'two sources have the id "{name}": {" and ".join(places)}', hint=hint)


def _places(name: str, path: Path) -> Iterator[str]:
    if is_table(path):
        yield from (f"{path}, line {row.line}" for row in rows(path) if row.id == name)
    else:
        yield str(path)


def of_rows(found: Sequence[Source]) -> tuple[Source | None, Trouble]:
    """Return which of the articles of rows of one table with one id is meant, and what is to be said of it.

    It is the one whose text holds those of the others, spaces aside; none where they say different things.
    Raises: InputError where the table cannot be read again.
    """
    path, name = Path(found[0].path), found[0].id
    lines = [row.line for row in rows(path) if row.id == name][: _SHOWN + 1]
    told = f'has the id "{name}" in {len(found)} rows (lines {", ".join(map(str, lines[:_SHOWN]))}'
    told += f"{' ...' if len(lines) > _SHOWN else ''})"
    texts = [" ".join(source.text.split()) for source in found]
    longest = max(texts, key=len)
    if any(text not in longest for text in texts):
        what = f"{told} with different texts, and none of them is read"
        return None, Trouble(str(path), what, f"{_OWN}; the others were read")
    at = texts.index(longest)
    used = f"that of line {lines[at]}" if at < len(lines) and len(lines) == len(found) else "the longest"
    return found[at], Trouble(str(path), f"{told}, one text holding the others: {used} is read", _OWN, slight=True)

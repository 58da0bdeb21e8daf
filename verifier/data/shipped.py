"""Give the tables that ship, from the file that they were parsed into: parsing TOML takes far longer than JSON.

`tables.json` has a line for each, under its name and a hash of its file and of what was parsed: a file that was changed
since is read itself, and so is one whose line is damaged. It is written by `make golden`, and a test tells where it is
behind.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from verifier.data.folders import folder

PARSED = Path(__file__).with_name("tables.json")
View = Mapping[str, Any]
"""A table that cannot be changed, nor what it holds."""


def shipped(name: str) -> View:
    """Return the table rules/NAME."""
    data = (folder("rules") / name).read_bytes()
    key, kept = _parsed().get(name, ("", b""))
    view: View = frozen(json.loads(kept) if key == _key(name, data, kept) else _parse(data))
    return view


def frozen(value: Any) -> Any:  # noqa: ANN401  a table holds any values
    """Return a table, or what it holds, as one that cannot be changed."""
    if isinstance(value, dict):
        return MappingProxyType({key: frozen(each) for key, each in value.items()})
    return tuple(map(frozen, value)) if isinstance(value, list) else value


def parsed(names: Iterable[str]) -> str:
    """Return what `tables.json` has to hold for some files of rules/."""
    return "{\n" + ",\n".join(_line(name, (folder("rules") / name).read_bytes()) for name in names) + "\n}\n"


def _line(name: str, data: bytes) -> str:
    table = json.dumps(_parse(data), ensure_ascii=False)
    return f'"{_key(name, data, table.encode())}": {table}'


@cache
def _parsed() -> Mapping[str, tuple[str, bytes]]:
    """Return the key and the table of each line by the name of its file; none where they cannot be read."""
    try:
        lines = [line.removesuffix(b",").partition(b": ") for line in PARSED.read_bytes().splitlines()]
    except OSError:
        return {}
    keys = [key.strip(b'"').decode(errors="replace") for key, _, _ in lines]
    return {key.partition(" ")[0]: (key, table) for key, (_, _, table) in zip(keys, lines, strict=True)}


def _key(name: str, data: bytes, table: bytes) -> str:
    return f"{name} {sha256(data + table).hexdigest()}"


def _parse(data: bytes) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(data.decode("utf-8"))

"""Give the tables that ship, from the file that they were parsed into: parsing TOML takes far longer than JSON.

`tables.json` holds them by what their files hold, so that a file which was changed since is read itself. It is written
by `make golden`, and a test tells where it is behind.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from verifier.data.folders import folder

PARSED = Path(__file__).with_name("tables.json")


def shipped(name: str) -> dict[str, Any]:
    """Return the table rules/NAME, which nobody may change."""
    data = (folder("rules") / name).read_bytes()
    return _parsed().get(_digest(data)) or _parse(data)


def parsed(paths: Iterable[Path]) -> str:
    """Return what `tables.json` has to hold for some files: one line for each, by a hash of its content."""
    found = {_digest(data): json.dumps(_parse(data), ensure_ascii=False) for data in map(Path.read_bytes, paths)}
    return "{\n" + ",\n".join(f'"{digest}": {table}' for digest, table in found.items()) + "\n}\n"


@cache
def _parsed() -> dict[str, dict[str, Any]]:
    """Return the tables by the hash of their file; none where there are none, or they cannot be read."""
    try:
        found = json.loads(PARSED.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _parse(data: bytes) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(data.decode("utf-8"))

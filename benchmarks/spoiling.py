"""Spoil a value somewhere, as files are that people or other programs wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

_GONE = 0.2
_ODD: tuple[Any, ...] = (
    *(None, True, -1, 10**30, 0.5, 1e400),
    *("", "9999-12-31", "0000-00-00", "../x", "\ud800", "\0", [], {}, [[]]),
)


def spoilt(value: Any, text: str) -> Any:  # noqa: ANN401  any JSON value
    """Return a copy of a value in which, as a text decides, some parts are gone, doubled, or something else."""
    random = Random(text)  # noqa: S311  for no secret
    copy = deepcopy(value)
    for _ in range(random.randint(1, 3)):
        places = list(_places(copy))
        if places and random.random() < _GONE:
            holder, key = random.choice(places)
            holder.pop(key)
        elif places:
            holder, key = random.choice(places)
            holder[key] = random.choice((*deepcopy(_ODD), text, text[:7], deepcopy(value)))
    return copy


def _places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401  any JSON value
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])


def toml(table: dict[str, Any]) -> str:
    """Return a table as inline values, which all but null have."""
    return "".join(f"{json.dumps(key)} = {_inline(value)}\n" for key, value in table.items())


def _inline(value: Any) -> str:  # noqa: ANN401  any JSON value
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(key)} = {_inline(each)}' for key, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    return {"Infinity": "inf", "null": '""'}.get(json.dumps(value), json.dumps(value))

"""Parse JSON from hostile text, and say with line and column what is wrong."""

from __future__ import annotations

import json
from typing import NoReturn

from verifier.errors import InputError
from verifier.text.patterns import pattern

_HALF_PAIR = pattern(r"\\u[dD][89a-fA-F]")


class _UnusableError(ValueError):
    """Say that a text is JSON by its grammar but cannot be used."""


def parse_json(text: str, where: str) -> object:
    """Return the value of a JSON text.

    Raises: InputError where it is malformed, nested too deeply, repeats a key, or has values that JSON does not know.
    """
    try:
        value: object = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
        if _HALF_PAIR.search(text):
            json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        place = f"{where}, line {error.lineno} column {error.colno}"
        raise InputError(f"is malformed JSON ({error.msg})", place, "correct it there") from error
    except UnicodeEncodeError as error:
        what = "holds half of an escaped character pair, such as \\ud83d alone"
        raise InputError(what, where, "write the character itself") from error
    except RecursionError as error:
        raise InputError("is nested too deeply", where, "check that it is the right file") from error
    except _UnusableError as error:
        raise InputError(str(error), where, "correct it there") from error
    except ValueError as error:
        raise InputError("holds a number too long to read", where, "shorten it, or write it as text") from error
    return value


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _UnusableError(f"has the key {key[:60]!r} twice in one object")
        found[key] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise _UnusableError(f"holds {name}, which is no JSON number")

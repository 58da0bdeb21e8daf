"""Parse JSON from hostile text, and say what is wrong with it."""

from __future__ import annotations

import json
import math
import re
from typing import NoReturn

from verifier.errors import InputError, VerifierError

_HALF_PAIR = re.compile(r"\\u[dD][89a-fA-F]")
_DEEPEST, _LONGEST = 100, 100
_CORRECT = "correct it there"


class _UnusableError(ValueError):
    """Say that a text is JSON by its grammar but cannot be used."""

    def __init__(self, what: str, hint: str = _CORRECT) -> None:
        self.what, self.hint = what, hint
        super().__init__(what)


def parse_json(
    text: str,
    where: str,
    wrong: type[VerifierError] = InputError,
    *,
    malformed: str = "",
    hint: str = "",
    strict: bool = False,
) -> object:
    """Return the value of a JSON text.

    `malformed` is said of what is no JSON at all, by default what is wrong with it and at which line; `hint` takes the
    place of all hints. `strict` refuses keys that stand twice in an object and halves of character pairs.
    Raises: `wrong` where the text is malformed, nested too deeply, or has numbers that JSON or its readers do not know.
    """
    try:
        return _usable(text, strict=strict)
    except json.JSONDecodeError as error:
        if malformed:
            raise wrong(malformed, where, hint) from error
        place = f"{where}, line {error.lineno} column {error.colno}"
        raise wrong(f"is malformed JSON ({error.msg})", place, hint or _CORRECT) from error
    except RecursionError as error:
        raise wrong("is nested too deeply", where, hint or "check that it is the right file") from error
    except _UnusableError as error:
        raise wrong(error.what, where, hint or error.hint) from error


def _usable(text: str, *, strict: bool) -> object:
    value: object = json.loads(
        text,
        parse_constant=_no_constant,
        parse_float=_finite,
        parse_int=_short,
        object_pairs_hook=_once if strict else None,
    )
    _refuse_depth(value)
    if strict and _HALF_PAIR.search(text):
        _refuse_halves(value)
    return value


def _refuse_depth(value: object) -> None:
    """Make sure that a value is not nested so deeply that who walks it may fail."""
    level = [value]
    for _ in range(_DEEPEST):
        inner = (each.values() if isinstance(each, dict) else each for each in level if isinstance(each, dict | list))
        level = [each for values in inner for each in values if isinstance(each, dict | list)]
        if not level:
            return
    raise RecursionError


def _refuse_halves(value: object) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        what = "holds half of an escaped character pair, such as \\ud83d alone"
        raise _UnusableError(what, "write the character itself") from error


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _UnusableError(f"has the key {key[:60]!r} twice in one object")
        found[key] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise _UnusableError(f"holds {name}, which is no JSON number")


def _finite(digits: str) -> float:
    found = float(digits)
    if math.isinf(found):
        raise _UnusableError(f"holds {digits[:60]}, which is too large a number")
    return found


def _short(digits: str) -> int:
    if len(digits.lstrip("-")) > _LONGEST:
        raise _UnusableError("holds a number too long to read", "shorten it, or write it as text")
    return int(digits)

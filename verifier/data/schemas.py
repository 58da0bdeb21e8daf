"""Validate TOML by JSON Schemas: NaN and infinity, which it may hold, are no numbers."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator


@cache
def finite() -> type[Draft202012Validator]:
    """Return the validator of the 2020-12 draft to which NaN and infinity are no numbers."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    usual = Draft202012Validator.TYPE_CHECKER
    checker = usual.redefine("number", lambda _, n: usual.is_type(n, "number") and -math.inf < n < math.inf)
    made: type[Draft202012Validator] = extend(Draft202012Validator, type_checker=checker)  # type: ignore[no-untyped-call]
    return made

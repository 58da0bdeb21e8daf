"""Read the TOML tables of rules and lexicons, and refuse bad ones with file, key and legal values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verifier.data.decode import read_text
from verifier.data.folders import folder
from verifier.data.schemas import finite
from verifier.errors import ConfigError, InputError

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

MAX_BYTES = 4 * 1024 * 1024
Table = dict[str, Any]


def read(path: Path) -> Table:
    """Read a TOML file.

    Raises: ConfigError where it cannot be read or is no TOML.
    """
    import tomllib

    try:
        return tomllib.loads(read_text(path, MAX_BYTES).text)
    except InputError as error:
        raise ConfigError(error.what, str(path), error.hint) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"is no TOML ({error})", str(path), "mend the file or leave it out") from error


@cache
def schema(name: str) -> Table:
    """Return the JSON Schema rules/NAME.schema.json."""
    loaded: Table = json.loads((folder("rules") / f"{name}.schema.json").read_text("utf-8"))
    return loaded


def check(table: Table, path: Path, name: str, part: str = "") -> Table:
    """Return the table if it satisfies rules/NAME.schema.json, or that schema's definition `part`.

    Raises: ConfigError that names the file, the key and the legal values.
    """
    from jsonschema.exceptions import best_match

    whole = schema(name)
    ruled = {"$ref": f"#/$defs/{part}", "$defs": whole["$defs"]} if part else whole
    validator = finite()(ruled, format_checker=finite().FORMAT_CHECKER)
    errors = list(validator.iter_errors(table))
    misspelt = [error for error in errors if error.validator == "additionalProperties"]
    error = best_match(misspelt or errors)
    if error is None:
        return table
    key = _key(error)
    raise ConfigError(_what(error), f"{path}: {key}" if key else str(path), _hint(error))


def _key(error: ValidationError) -> str:
    """Spell the place of an error as TOML users write it: a.b[2]."""
    spelled = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in error.absolute_path)
    return spelled.lstrip(".")


def _rules(error: ValidationError) -> Table:
    return dict(error.schema) if isinstance(error.schema, Mapping) else {}


def _what(error: ValidationError) -> str:
    """Say what is wrong, cut to a readable length."""
    if error.validator == "additionalProperties" and isinstance(error.instance, Mapping):
        known = _rules(error).get("properties", {})
        return f"has unknown keys: {', '.join(sorted(set(error.instance) - set(known)))}"
    if error.validator == "pattern":
        return f"{_short(repr(error.instance))} has a form that is not allowed"
    return _short(error.message)


def _short(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 120 else text[:117] + "..."


def _hint(error: ValidationError) -> str:
    """Name the legal values."""
    rule: object = error.validator
    said: Any = error.validator_value
    if rule == "enum":
        return f"legal values: {', '.join(map(str, said))}"
    if rule == "additionalProperties":
        return f"legal keys: {', '.join(_rules(error).get('properties', {}))}"
    if rule == "required":
        return f"required keys: {', '.join(said)}"
    if rule == "type":
        return f"expected: {said}"
    return str(_rules(error).get("description", "")) or f"expected: {rule} {said}"

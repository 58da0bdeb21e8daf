"""Check a configuration's values against their schema, and turn text from setup.cfg into what they mean."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verifier.data.folders import folder
from verifier.data.schemas import finite
from verifier.errors import ConfigError, like_named

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

Table = dict[str, Any]
SCHEMA = "config.schema.json"
_TRUTH = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


@cache
def schema() -> Table:
    """Return the JSON Schema of a configuration."""
    found: Table = json.loads((folder("reports") / SCHEMA).read_text(encoding="utf-8"))
    return found


def checked(table: Mapping[str, Any], path: Path) -> Table:
    """Return a table as it is meant, text turned into lists, numbers and truth values where those are due.

    Raises: ConfigError that names the key and, for an unknown one, the nearest that is legal.
    """
    from jsonschema.exceptions import best_match

    try:
        meant = {key: _meant(value, schema()["properties"].get(key, {})) for key, value in table.items()}
    except RecursionError as deep:
        raise ConfigError("is nested too deeply", str(path), "name the keys that are meant") from deep
    errors = list(finite()(schema()).iter_errors(meant))
    unknown = [error for error in errors if error.validator == "additionalProperties"]
    if error := best_match(unknown or errors):
        raise _refusal(error, path)
    return meant


def _meant(value: object, rule: Mapping[str, Any]) -> object:
    """Turn text into what the schema asks for; what cannot be turned is left to be refused."""
    if isinstance(value, dict):
        own = rule.get("properties", {})
        return {key: _meant(item, own.get(key, {})) for key, item in value.items()}
    if not isinstance(value, str):
        return value
    kind = rule.get("type")
    if kind == "array":
        return [part.strip() for part in re.split(r"[,\n]", value) if part.strip()]
    if kind == "boolean":
        return _TRUTH.get(value.strip().lower(), value)
    return _number(value, kind) if kind in {"integer", "number"} else value


def _number(value: str, kind: str) -> object:
    try:
        return int(value) if kind == "integer" else float(value)
    except ValueError:
        return value


def _refusal(error: ValidationError, path: Path) -> ConfigError:
    key = ".".join(map(str, error.absolute_path))
    where = f"{path}: {key}" if key else str(path)
    rule: Table = error.schema if isinstance(error.schema, dict) else {}
    if error.validator == "additionalProperties":
        legal, instance = list(rule.get("properties", {})), error.instance if isinstance(error.instance, dict) else {}
        wrong = next(name for name in instance if name not in legal)
        return ConfigError(f'unknown key "{wrong}"', where, like_named(str(wrong).replace("_", "-"), legal))
    if error.validator == "enum":
        legal = [str(value) for value in rule["enum"]]
        return ConfigError(f"{_short(error.instance)} is not legal", where, f"legal are {', '.join(legal)}")
    said = str(rule.get("description", "")).rstrip(".")
    return ConfigError(f"{_short(error.instance)} does not fit", where, f"expected {_expected(rule)}: {said}")


def _expected(rule: Table) -> str:
    kind = {"array": "a list", "object": "a table", "boolean": "true or false", "string": "a text"}
    bounds = [f"{word} {rule[key]}" for word, key in (("from", "minimum"), ("to", "maximum")) if key in rule]
    return " ".join([kind.get(str(rule.get("type")), "a number"), *bounds])


def _short(value: object) -> str:
    text = json.dumps(value, default=str, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "..."

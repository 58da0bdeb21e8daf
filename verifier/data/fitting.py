"""Tell quickly that a value fits a plain JSON Schema, so that what validates, and explains, is loaded for bad ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

Schema = Mapping[str, Any]
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TYPES: Mapping[str, type] = {"object": dict, "array": list, "string": str, "null": type(None)}


def surely_fits(value: object, schema: Schema) -> bool:
    """Say whether a value surely satisfies a schema; a keyword that is not known here leaves that open."""
    return _fits(schema, value, schema)


def _fits(whole: Schema, value: object, part: Schema) -> bool:
    return all(key in _KEYWORDS and _KEYWORDS[key](whole, value, part) for key in part)


def _ref(whole: Schema, value: object, part: Schema) -> bool:
    home, _, name = part["$ref"].rpartition("/")
    return home == "#/$defs" and _fits(whole, value, whole["$defs"][name])


def _type(_: Schema, value: object, part: Schema) -> bool:
    kinds = [part["type"]] if isinstance(part["type"], str) else part["type"]
    return any(kind in _TYPES and isinstance(value, _TYPES[kind]) for kind in kinds)


def _closed(_: Schema, value: object, part: Schema) -> bool:
    known = part.get("properties", {})
    return part["additionalProperties"] is False and (not isinstance(value, dict) or value.keys() <= known.keys())


def _properties(whole: Schema, value: object, part: Schema) -> bool:
    own: Mapping[str, Schema] = part["properties"]
    held = value if isinstance(value, dict) else {}
    return all(_fits(whole, item, own[name]) for name, item in held.items() if name in own)


def _one_of(same: object, allowed: object) -> bool:
    return same == allowed and type(same) is type(allowed)


def _of_text(holds: Callable[[str, Any], bool], key: str) -> Callable[[Schema, object, Schema], bool]:
    return lambda _, value, part: not isinstance(value, str) or holds(value, part[key])


def _day(text: str, form: str) -> bool:
    try:
        return form == "date" and _DAY.fullmatch(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


_KEYWORDS: Mapping[str, Callable[[Schema, object, Schema], bool]] = {
    **dict.fromkeys(("$schema", "$defs", "title", "description"), lambda *_: True),
    "$ref": _ref,
    "type": _type,
    "const": lambda _, value, part: _one_of(value, part["const"]),
    "enum": lambda _, value, part: any(map(partial(_one_of, value), part["enum"])),
    "required": lambda _, value, part: not isinstance(value, dict) or value.keys() >= set(part["required"]),
    "additionalProperties": _closed,
    "properties": _properties,
    "items": lambda whole, value, part: (
        not isinstance(value, list) or all(_fits(whole, item, part["items"]) for item in value)
    ),
    "allOf": lambda whole, value, part: all(_fits(whole, value, each) for each in part["allOf"]),
    "minLength": _of_text(lambda text, least: len(text) >= least, "minLength"),
    "maxLength": _of_text(lambda text, most: len(text) <= most, "maxLength"),
    "pattern": _of_text(lambda text, form: re.search(form, text) is not None, "pattern"),
    "format": _of_text(_day, "format"),
}

"""Read incidents written as JSON by reports/incident.schema.json."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from verifier.data.folders import folder
from verifier.data.json_text import parse_json
from verifier.errors import InputError
from verifier.ingest.fields import PUBLISHED, TITLE, Origin, distinct, holds_text, whole
from verifier.ingest.foreign import OPENED_BY
from verifier.ingest.published import parse_date
from verifier.model import Choice, Field, Postmortem, Span

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_MAX_ERRORS, _MAX_MESSAGE = 20, 200


def read_json(text: str, origin: Origin) -> tuple[Postmortem, ...]:
    """Read one incident or a list of them; offsets count in each value, a list's entries joined by line breaks.

    Raises: InputError where the text is malformed or does not keep to the schema, with the JSON path.
    """
    data = parse_json(text, origin.path, strict=True)
    _validate(data, origin.path)
    incidents: list[Any] = data if isinstance(data, list) else [data]
    ids = tuple(str(each.get("id", origin.id)).strip() for each in incidents)
    for number, each in enumerate(ids):
        if each in ids[:number]:
            what = f"incident {each!r} stands there twice"
            raise InputError(what, f"{origin.path} at $[{number}]", "give each an id of its own")
    return tuple(_postmortem(each, origin._replace(id=key)) for each, key in zip(incidents, ids, strict=True))


@cache
def _validator() -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    schema = json.loads((folder("reports") / "incident.schema.json").read_text("utf-8"))
    return Draft202012Validator(schema)


def _validate(data: object, where: str) -> None:
    if isinstance(data, dict) and {"schema_version", "reports"} <= data.keys():
        raise InputError("is a report of verifier, and no postmortem", where, OPENED_BY)
    errors = sorted(islice(_validator().iter_errors(data), _MAX_ERRORS), key=_order)
    if errors:
        message, more = errors[0].message, len(errors) - 1
        shown = message if len(message) < _MAX_MESSAGE else f"{message[:90]} ... {message[-90:]}"
        also = f"; {more} more such fault{'s' if more > 1 else ''}" if more else ""
        hint = f"write it as reports/incident.schema.json says{also}"
        raise InputError(f"does not fit the schema ({shown})", f"{where} at {errors[0].json_path}", hint)


def _order(error: ValidationError) -> tuple[str, str]:
    return error.json_path, error.message


def _postmortem(data: Mapping[str, Any], origin: Origin) -> Postmortem:
    sources = tuple(each if isinstance(each, dict) else {"id": each} for each in data.get("sources", ()))
    named = (*data.get("cited", ()), *(each["id"] for each in sources))
    return Postmortem(
        origin.id,
        data["title"].strip() or origin.id,
        _published(data, origin),
        origin.path,
        origin.sha256,
        tuple(distinct(_fields(data))),
        tuple(_choices(data)),
        tuple(dict.fromkeys(str(each).strip() for each in named)),
        tuple(
            dict.fromkeys((str(each["id"]).strip(), each.get("url", "").strip() or str(each["id"])) for each in sources)
        ),
    )


def _published(data: Mapping[str, Any], origin: Origin) -> date | None:
    stated: str = data.get("published", "")
    found = parse_date(stated[:10])
    if stated and not found:
        raise InputError(f"{stated[:40]!r} is no date", f"{origin.path}, incident {origin.id}", "correct published")
    return found


def _fields(data: Mapping[str, Any]) -> Iterator[Field]:
    yield whole(TITLE, data["title"])
    yield whole(PUBLISHED, data.get("published", ""))
    for name, value in data["fields"].items():
        yield whole(name, value) if isinstance(value, str) else _joined(name, value)
    for category, choice in data.get("taxonomy", {}).items():
        yield whole(f"{category} Rationale", choice.get("rationale", ""))


def _joined(name: str, entries: Iterable[str]) -> Field:
    """Make one field of a list; each entry is a block."""
    text, blocks = "", []
    for entry in filter(holds_text, entries):
        start = len(text) + bool(text)
        text += "\n" * bool(text) + entry
        blocks.append(Span(start, len(text)))
    return Field(name, text, 0, len(text), tuple(blocks))


def _choices(data: Mapping[str, Any]) -> Iterator[Choice]:
    for category, choice in data.get("taxonomy", {}).items():
        options = tuple(option.strip() for option in choice.get("options", ()) if holds_text(option))
        if options:
            yield Choice(category, options, f"{category} Rationale")

"""Read the answers of readers, whatever they may hold, and write them as lines."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from verifier.data.folders import folder
from verifier.data.json_text import parse_json
from verifier.errors import InputError
from verifier.formats.records import dumps
from verifier.model import Verdict
from verifier.reader.prompt import FIRST_LOOK
from verifier.reader.values import Answer, Clause, Quote, Recorded

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

MAX_ANSWER = 64 * 1024
_FENCE = re.compile(r"\A\s*```(?:json)?\s*\n(.*?)\n?\s*```\s*\Z", re.DOTALL)
_SHOWN = 160


def answer(text: str) -> Answer:
    """Return what a reader wrote as an answer; keys that the schema does not know are passed over.

    Raises: InputError that says what is wrong with it.
    """
    if len(text) > MAX_ANSWER:
        raise InputError(f"is longer than {MAX_ANSWER // 1024} KiB", "answer")
    fenced = _FENCE.match(text)
    value = _object(fenced[1] if fenced else text, "answer")
    known = _schema()["$defs"]["answer"]["properties"]
    return _answer(_checked({k: v for k, v in value.items() if k in known}, part=True))


def recorded(text: str, reader: str = "", model: str = "") -> Recorded:
    """Return a line of a file of answers; `reader` and `model` stand in where it names none.

    Raises: InputError that says what is wrong with it.
    """
    value = _checked(_object(text, "line"), part=False)
    return Recorded(
        key=value["key"],
        reader=value.get("reader") or reader,
        model=value.get("model") or model,
        prompt=value.get("prompt", FIRST_LOOK),
        answer=_answer(value["answer"]),
    )


def line(entry: Recorded) -> str:
    """Return the line of a recorded answer: the same answer gives the same bytes."""
    found = entry.answer
    said: dict[str, Any] = {"verdict": found.verdict.value}
    if found.part:
        said |= {"part": found.part, "kind": found.kind}
    if found.quotes:
        said["quotes"] = [quote._asdict() for quote in found.quotes]
    if found.why:
        said["why"] = found.why
    if found.clauses:
        said["clauses"] = [_clause_record(clause) for clause in found.clauses]
    named = {"key": entry.key, "reader": entry.reader, "model": entry.model, "prompt": entry.prompt}
    return dumps({**named, "answer": said})


def _clause_record(clause: Clause) -> dict[str, str]:
    quoted = {"source": clause.quote.source, "quote": clause.quote.text} if clause.quote else {}
    return {"words": clause.words} | quoted | ({"kind": clause.kind} if clause.kind else {})


def _object(text: str, where: str) -> dict[str, Any]:
    value = parse_json(text, where, malformed="is no JSON object")
    if not isinstance(value, dict):
        raise InputError("is no JSON object", where)
    return value


def _checked(value: Mapping[str, Any], *, part: bool) -> Mapping[str, Any]:
    from jsonschema.exceptions import best_match

    error = best_match(_validator(part=part).iter_errors(value))
    if error is None:
        return value
    path = ".".join(map(str, error.absolute_path)) or ("answer" if part else "line")
    message = error.message if len(error.message) <= _SHOWN else error.message[: _SHOWN - 3] + "..."
    raise InputError(message, path)


@cache
def _schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder("reports") / "reader.schema.json").read_text("utf-8"))
    return loaded


@cache
def _validator(*, part: bool) -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    whole = _schema()
    return Draft202012Validator({"$ref": "#/$defs/answer", "$defs": whole["$defs"]} if part else whole)


def _answer(value: Mapping[str, Any]) -> Answer:
    return Answer(
        verdict=Verdict(value["verdict"]),
        part=value.get("part", ""),
        kind=value.get("kind", ""),
        quotes=tuple(Quote(q["source"], q["text"]) for q in value.get("quotes", ())),
        why=value.get("why", ""),
        clauses=tuple(map(_clause, value.get("clauses", ()))),
    )


def _clause(value: Mapping[str, str]) -> Clause:
    quote = Quote(value.get("source", ""), value.get("quote", ""))
    return Clause(value["words"], quote if all(quote) else None, value.get("kind", ""))

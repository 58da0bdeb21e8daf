"""Make the pages that follow from the code: commands, schemas, rules; `python docs/make_pages.py` writes them anew."""  # noqa: INP001

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from html import escape
from inspect import cleandoc
from pathlib import Path
from typing import Any

import click

from verifier.cli.main import main

sys.path.insert(0, str(Path(__file__).resolve().parent))
import rule_pages

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
SCHEMAS = {
    "schema.md": ("report.schema.json", "Report schema", "What [the JSON report](report.md) holds."),
    "answers.md": (
        "reader.schema.json",
        "Answers of readers",
        "What [a second reader](reader.md) answers, a line each.",
    ),
    "configuration.md": (
        "config.schema.json",
        "Configuration",
        "An example with remarks stands in [the gate's settings](gate.md#settings).",
    ),
}


def pages() -> dict[str, str]:
    """Return the text of every page by its file in docs/."""
    found = {"commands.md": commands_page()}
    found |= {f"rules/{name}": text for name, text in rule_pages.pages().items()}
    return found | {name: schema_page(*of) for name, of in SCHEMAS.items()}


def write() -> None:
    """Write the pages, and take away those of rules that are no more."""
    made = pages()
    (DOCS / "rules").mkdir(exist_ok=True)
    for old in (DOCS / "rules").glob("*.md"):
        if f"rules/{old.name}" not in made:
            old.unlink()
    for name, text in made.items():
        (DOCS / name).write_text(text, encoding="utf-8")


def commands_page() -> str:
    """Return the page of all commands, as they describe themselves."""
    parts = ["# Commands", "`verifier COMMAND --help` says the same. What exit statuses mean: [the gate](gate.md)."]
    return (
        "\n\n".join([*parts, *_described(click.Context(main, info_name="verifier", **main.context_settings), 2)]) + "\n"
    )


def _described(context: click.Context, level: int) -> Iterator[str]:
    command = context.command
    yield f"{'#' * level} {context.command_path}"
    yield cleandoc(command.help or "")
    yield f"```text\n{' '.join([context.command_path, *command.collect_usage_pieces(context)])}\n```"
    records = (
        parameter.get_help_record(context)
        for parameter in command.get_params(context)
        if isinstance(parameter, click.Option)
    )
    rows = "".join(f"| <code>{_cell(names)}</code> | {_cell(said)} |\n" for names, said in filter(None, records))
    yield f"| option | does |\n|---|---|\n{rows}"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            if found:
                yield from _described(click.Context(found, info_name=name, parent=context), min(level + 1, 3))


def _cell(text: str) -> str:
    return escape(text).replace("|", "&#124;")


def schema_page(name: str, title: str, intro: str) -> str:
    """Return the page of a schema of reports/: a table for every object in it."""
    schema = json.loads((ROOT / "reports" / name).read_text(encoding="utf-8"))
    link = f"Generated from [`reports/{name}`](../reports/{name})."
    parts = [f"# {title}", schema["description"], f"{intro} {link}", *_tables("", schema)]
    for key, part in schema.get("$defs", {}).items():
        parts += [f"## {key}", part.get("description", "")]
        parts += [f"Type: {_type(part)}."] if "properties" not in part else list(_tables("", part))
    return "\n\n".join(filter(None, parts)) + "\n"


def _tables(prefix: str, part: dict[str, Any]) -> Iterator[str]:
    rows = "".join(_rows(prefix, part))
    if rows:
        yield f"| key | type | meaning |\n|---|---|---|\n{rows}"


def _rows(prefix: str, part: dict[str, Any]) -> Iterator[str]:
    """Yield a row for every key, and after it those of the objects inside it."""
    required = part.get("required", part.get("properties", ()))
    for key, value in part.get("properties", {}).items():
        notes = [value.get("description", "")]
        notes += [f"Default: `{json.dumps(value['default'])}`."] if "default" in value else []
        notes += ["May be left out."] if key not in required else []
        yield f"| `{prefix}{key}` | {_type(value)} | {' '.join(filter(None, notes))} |\n"
        yield from _rows(f"{prefix}{key}.", value)
        if isinstance(value.get("items"), dict):
            yield from _rows(f"{prefix}{key}[].", value["items"])
        if isinstance(value.get("additionalProperties"), dict):
            yield f"| `{prefix}{key}.*` | {_type(value['additionalProperties'])} | Any name. |\n"


def _type(part: dict[str, Any]) -> str:
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "const" in part or "enum" in part:
        return " or ".join(f"`{value}`" for value in part.get("enum", [part.get("const")]))
    for key in ("anyOf", "oneOf"):
        if key in part:
            return " or ".join(map(_type, part[key]))
    kind = part.get("type", "any")
    if isinstance(kind, list):
        return " or ".join(kind)
    return f"list of {_type(part['items'])}" if kind == "array" and isinstance(part.get("items"), dict) else kind


if __name__ == "__main__":
    write()

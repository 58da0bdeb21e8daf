"""Show the settings that hold and where they come from."""

from __future__ import annotations

import json
from typing import Any

import click

from verifier.cli.common import Engine, rule_options, sources_option
from verifier.cli.gating import gate_options
from verifier.cli.output import emit
from verifier.config.settings import DEFAULTS, OPTIONS, Settings
from verifier.formats.visible import visible


@click.group()
def config() -> None:
    """Show the settings that hold and where they come from."""


@config.command()
@sources_option(required=False)
@gate_options
@rule_options
def show(*, engine: Engine, **options: object) -> None:
    """Print every setting, and where it comes from.

    That is the command line, a file, or the default; the settings are written as TOML. Takes the options of `verifier
    check` that settings can stand for.
    """
    given = options | {"rules": engine.rules, "select": engine.select, "ignore": engine.ignore}
    emit("".join(f"{line}\n" for line in shown(click.get_current_context(), engine.settings, given)))


@config.command()
def schema() -> None:
    """Print the JSON Schema of the settings.

    Editors complete and check the settings with it.
    """
    from verifier.config.values import schema as settings_schema

    emit(json.dumps(settings_schema(), indent=2) + "\n")


def shown(ctx: click.Context, settings: Settings, given: dict[str, Any]) -> list[str]:
    """Return a line for each setting."""
    lines = []
    for key in DEFAULTS:
        name = key.replace("-", "_")
        source = ctx.get_parameter_source(name) if key in OPTIONS else None
        if source is not None and source.name == "COMMANDLINE":
            lines.append(f"{key} = {_toml(given[name])}  # command line")
        elif key in settings.values:
            lines.append(f"{key} = {_toml(settings.values[key])}  # {visible(str(settings.path))}")
        else:
            lines.append(f"{key} = {_toml(DEFAULTS[key])}  # default")
    return lines


def _toml(value: Any) -> str:  # noqa: ANN401  any value that a setting may have
    """Write a value as TOML, tables inline."""
    if isinstance(value, dict):
        inner = ", ".join(f"{_toml(str(key))} = {_toml(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    return json.dumps("" if value is None else visible(str(value)), ensure_ascii=False)

"""Prove that no command takes an empty path or a number that is none, and that what cannot be read is told as such."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from verifier.cli.commands import COMMANDS
from verifier.cli.main import main


def parameters(command: click.Command) -> Iterator[tuple[str, click.Parameter]]:
    """Yield every parameter of a command and of those below it."""
    yield from ((f"{command.name} {each.name}", each) for each in command.params)
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        yield from parameters(inner)


def all_of(kind: type[object]) -> list[tuple[str, click.Parameter]]:
    commands = (main.get_command(click.Context(main), name) for name in COMMANDS)
    found = [pair for command in commands if command for pair in parameters(command)]
    return [pair for pair in found if isinstance(pair[1].type, kind)]


def test_no_path_may_be_empty() -> None:
    paths = all_of(click.Path)
    assert len(paths) > 30
    for _, parameter in paths:
        with pytest.raises(click.BadParameter, match="is empty; name a file or folder"):
            parameter.type.convert("", parameter, None)


def test_no_number_may_be_none() -> None:
    numbers = all_of(click.types.FloatParamType)
    assert {parameter.name for _, parameter in numbers} == {"timeout", "max_size"}
    for _, parameter in numbers:
        assert parameter.type.convert("1.5", parameter, None) == 1.5
        for wrong in ("nan", "-NaN", "inf", "-inf"):
            with pytest.raises(click.BadParameter):
                parameter.type.convert(wrong, parameter, None)


def test_an_empty_path_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ferry.txt").write_text("The ferry sank at noon, the harbour master said on Friday.\n")
    for command in (["sources", "init", ""], ["sources", "fetch", "", "-o", "to"], ["archive", "build", ""]):
        assert CliRunner().invoke(main, command).exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["ferry.txt"]


def test_what_may_not_be_read_is_left_to_its_reader_to_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    for name, parameter in all_of(click.Path):
        assert str(parameter.type.convert(str(tmp_path), parameter, None)) == str(tmp_path), name

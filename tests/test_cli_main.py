"""Prove that commands are found and loaded late, and that every error has its message and exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from verifier.cli.commands import COMMANDS
from verifier.cli.main import guarded, main
from verifier.errors import ConfigError, InputError, OutputError, UsageError

ROOT = Path(__file__).resolve().parent.parent
RUN = "from verifier.cli.main import main; main()"


def run(*args: str, **more: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", RUN, *args]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60, **more)  # type: ignore[call-overload, no-any-return]


def raising(error: BaseException) -> click.Command:
    @click.command()
    @click.pass_context
    def command(ctx: click.Context) -> None:
        with guarded(ctx):
            raise error

    return command


def test_help_lists_every_command() -> None:
    done = CliRunner().invoke(main, ["--help"])
    assert done.exit_code == 0
    listed = done.output.partition("Commands:")[2].splitlines()
    names = [line.split()[0] for line in listed if line.startswith("  ") and line[2] != " "]
    assert names == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_tells_of_a_command_what_its_own_help_begins_with(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.get_short_help_str(500) == COMMANDS[name].told


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    done = CliRunner().invoke(main, [name, "-h"])
    assert done.exit_code == 0
    assert done.output.startswith(f"Usage: main {name}")


def test_help_imports_nothing_costly() -> None:
    code = f"import sys\ntry:\n    {RUN}\nexcept SystemExit:\n    print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, "--help"], cwd=ROOT, capture_output=True, text=True, check=True)
    costly = {"nltk", "rich", "jsonschema", "markdown_it", "trafilatura", "rapidfuzz", "verifier.api", "verifier.model"}
    assert costly & set(done.stdout.split()) == set()


def test_what_a_run_holds_is_not_searched_for_cycles_at_its_end() -> None:
    code = (
        "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count() > 0)); "  # run behind what comes later
    )
    command = [sys.executable, "-c", code + RUN, "rules", "list"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.endswith("True\n")


def test_version() -> None:
    done = CliRunner().invoke(main, ["--version"])
    assert (done.exit_code, done.output.split()[0]) == (0, "verifier")


@pytest.mark.parametrize("args", [["nonsense"], ["check"], ["check", "--nonsense"], []])
def test_wrong_usage_ends_with_two(args: list[str]) -> None:
    assert CliRunner().invoke(main, args).exit_code == 2


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (UsageError("is wrong", "here", "mend it"), 2, "verifier: error: here: is wrong; mend it\n"),
        (ConfigError("is wrong"), 2, "verifier: error: is wrong\n"),
        (OutputError("cannot be written", "x"), 2, "verifier: error: x: cannot be written\n"),
        (InputError("no such \x1b[2J file", "a\u202eb"), 3, "verifier: error: a\\u202eb: no such \\x1b[2J file\n"),
        (KeyboardInterrupt(), 130, "verifier: interrupted\n"),
        (BrokenPipeError(), 141, ""),
    ],
)
def test_errors_have_their_message_and_status(error: BaseException, status: int, said: str) -> None:
    done = CliRunner().invoke(raising(error))
    assert (done.exit_code, done.stdout, done.stderr) == (status, "", said)


def test_a_crash_never_looks_like_findings() -> None:
    done = CliRunner().invoke(raising(ZeroDivisionError("x")))
    assert done.exit_code == 3
    assert "ZeroDivisionError" in done.stderr
    assert done.stderr.endswith("please report it with the lines above\n")


def test_closed_pipe_is_quiet() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-c", RUN, "rules", "list"]
    done = subprocess.run(command, cwd=ROOT, stdout=writer, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, "")


def test_whole_process_reports_errors_on_standard_error() -> None:
    done = run("check", "no-such-file.txt", "--sources", "seeds")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "verifier: error: no-such-file.txt: no such file; check the path\n"


@pytest.mark.parametrize(("typed", "meant"), [("chek", "check"), ("reviw", "review"), ("baselin", "baseline")])
def test_a_misspelled_command_gets_a_hint(typed: str, meant: str) -> None:
    done = CliRunner().invoke(main, [typed, "x"])
    assert done.exit_code == 2
    assert f"No such command '{typed}'; did you mean \"{meant}\"?" in done.stderr

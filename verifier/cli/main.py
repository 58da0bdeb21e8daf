"""Run the command line: find the command, and turn errors into messages and exit statuses."""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import cast

import click

from verifier.cli.commands import COMMANDS
from verifier.cli.output import open_streams, say, verbosity_options
from verifier.errors import VerifierError, like_named

BROKEN, PIPE_CLOSED, INTERRUPTED = 3, 141, 130
SELDOM = (200_000, 20, 20)
"""Thresholds of the garbage collector: frozen values make no cycles, and the search takes time."""


class Commands(click.Group):
    """Import a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order in which they are of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command, or nothing for an unknown name."""
        listed = COMMANDS.get(cmd_name)
        return cast("click.Command", getattr(import_module(listed.module), listed.name)) if listed else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write what the commands do, without importing them."""
        limit = formatter.width - 6 - max(map(len, COMMANDS))
        told = ((name, click.Command(name, help=listed.told)) for name, listed in COMMANDS.items())
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.get_short_help_str(limit)) for name, command in told])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; for an unknown name, name those that are like it."""
        if args[0] not in COMMANDS and not args[0].startswith("-") and (hint := like_named(args[0], COMMANDS, "")):
            ctx.fail(f"No such command '{args[0]}'; {hint}")
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options, of which some print and end the run."""
        with guarded(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command chosen."""
        gc.set_threshold(*SELDOM)
        atexit.register(gc.freeze)  # the process ends: what it holds need not be searched for cycles
        open_streams()
        with guarded(ctx):
            result = super().invoke(ctx)
            sys.stdout.flush()
        return result


@contextmanager
def guarded(ctx: click.Context) -> Iterator[None]:
    """Give every error its message and exit status, so that a broken run looks neither clean nor like findings."""
    try:
        yield
    except (click.ClickException, click.exceptions.Exit):
        raise
    except VerifierError as error:
        say(f"error: {error}")
        ctx.exit(error.exit_status)
    except BrokenPipeError:
        _close_quietly()
        ctx.exit(PIPE_CLOSED)
    except OSError as error:
        _close_quietly()
        with contextlib.suppress(OSError):
            say(f"error: {_place(error)}: {error.strerror or error}; see to it, and run this again")
        ctx.exit(BROKEN)
    except KeyboardInterrupt:
        say("interrupted")
        ctx.exit(INTERRUPTED)
    except Exception as error:  # noqa: BLE001  a crash must not end with the status of findings
        import traceback

        traceback.print_exc()
        say(f"error: internal error ({type(error).__name__}); please report it with the lines above")
        ctx.exit(BROKEN)


def _place(error: OSError) -> str:
    """Name what could not be read or written."""
    if error.filename:
        return str(error.filename)
    try:
        Path.cwd()
    except OSError:
        return "the working folder"
    return "standard output"


def _close_quietly() -> None:
    """Let what is still buffered for a closed pipe go nowhere."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001
    if asked and not ctx.resilient_parsing:
        from verifier.data.version import version

        click.echo(f"verifier {version()}")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
@verbosity_options
def main() -> None:
    """Trace the claims of incident postmortems to the articles they cite, and flag what those do not say.

    Exit status: 0 clean or below the gate, 1 findings at or above it, 2 wrong usage or configuration, 3 an input could
    not be read or nothing was checked.
    """

"""Print the script that lets a shell complete commands, options and rules."""

from __future__ import annotations

import click

from verifier.cli.output import emit

_PROGRAM, _VARIABLE = "verifier", "_VERIFIER_COMPLETE"


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(*, shell: str) -> None:
    """Print a completion script for a shell.

    In bash or zsh: eval "$(verifier completion bash)". In fish: verifier completion fish | source.
    """
    from click.shell_completion import get_completion_class

    from verifier.cli.main import main

    found = get_completion_class(shell)
    if found is not None:
        emit(found(main, {}, _PROGRAM, _VARIABLE).source() + "\n")

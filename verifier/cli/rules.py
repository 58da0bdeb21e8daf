"""List and show the rules, and run their examples."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verifier.cli.common import FOUND, PATH, holding
from verifier.cli.output import emit, note
from verifier.formats.visible import visible
from verifier.formats.words import count, sureness

if TYPE_CHECKING:
    from verifier.data.rulebook import Rule, Rulebook

_WIDTH = 88


@click.group()
def rules() -> None:
    """List and show the rules, and run their examples."""


def _folder_option(command: Callable[..., object]) -> Callable[..., object]:
    return click.option(
        "--rules", "folder", type=PATH, callback=holding, metavar="PATH", help="A file or folder of further rules."
    )(command)


@rules.command("list")
@_folder_option
def list_rules(*, folder: Path | None) -> None:
    """List the rules: id, severity, how sure, title."""
    found = _load(folder).rules
    width = max((len(rule.id) for rule in found), default=0)
    emit("".join(f"{r.id:<{width}}  {r.severity:<7}  {sureness(r.confidence):<8}  {visible(r.title)}\n" for r in found))


@rules.command()
@click.argument("rule")
@_folder_option
def show(*, rule: str, folder: Path | None) -> None:
    """Show a rule: what it is for, how precise it is, and its examples."""
    emit(described(_load(folder).get(rule)))


@rules.command()
@_folder_option
def test(*, folder: Path | None) -> None:
    """Run the examples of all rules; the exit status is 1 where one fails."""
    from verifier.rule_examples import run_examples

    results = run_examples(_load(folder))
    failed = [result for result in results if not result.passed]
    emit("".join(f"{visible(str(result))}\n" for result in failed))
    note(f"{count(len(results), 'example')}, {len(failed)} failed")
    if failed:
        raise SystemExit(FOUND)


def described(rule: Rule) -> str:
    """Return a rule's page."""
    from verifier.rule_examples import given

    head = f"{rule.id}: {rule.title}"
    facts = {
        "compares": f"{rule.fact} ({rule.mechanism})",
        "severity": rule.severity,
        "how sure": sureness(rule.confidence),
        "precision": rule.precision,
        "file": rule.path,
    }
    lines = [head, "", rule.help, "", *(f"{name}: {value}" for name, value in facts.items())]
    for number, example in enumerate(rule.examples, 1):
        lines += ["", f"example {number}, {example.expect}: {example.why}"]
        lines += [f"  {name}: {text}" for name, text in given(example)]
    return "".join(f"{_filled(line)}\n" for line in lines)


def _filled(line: str) -> str:
    lead = line[: len(line) - len(line.lstrip())]
    return textwrap.fill(visible(line), _WIDTH, initial_indent=lead, subsequent_indent=lead * 2)


def _load(folder: Path | None) -> Rulebook:
    from verifier.data.rulebook import load

    if folder is None:
        return load()
    from verifier.rule_validation import checked

    return checked(load(folder))

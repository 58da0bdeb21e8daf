"""Write, prune and check baselines: the findings that are accepted, each with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import click

from verifier.cli.check import checked
from verifier.cli.common import (
    BROKEN,
    FOUND,
    PATH,
    Engine,
    incident_option,
    read_postmortems,
    rule_options,
    sources_option,
    verifier_for,
)
from verifier.cli.gating import GATES, gate_of, gated, tell_stale, today
from verifier.cli.output import note, say, targets, tell, write
from verifier.cli.reading import Wish, read_again, reader_options, second_reader
from verifier.config import baseline as files
from verifier.errors import UsageError
from verifier.formats.words import count
from verifier.gate import git
from verifier.gate.waived import waive
from verifier.model import Report, Waiver

_OPTION = click.option("--baseline", type=PATH, required=True, metavar="FILE", help="The file of waivers.")
_DAY = click.DateTime(formats=["%Y-%m-%d"])


def _inputs(command: Callable[..., object]) -> Callable[..., object]:
    """Add what is needed to check postmortems."""
    named = click.argument("postmortems", nargs=-1, required=True, type=PATH, metavar="POSTMORTEM...")
    return named(sources_option()(_OPTION(incident_option(reader_options(rule_options(command))))))


@click.group()
def baseline() -> None:
    """Write, prune and check baselines: problems that are accepted, each with a reason, and so do not fail."""


@baseline.command("write")
@_inputs
@click.option("--reason", required=True, help="Why the problems are accepted.")
@click.option("--author", help="Who accepts them. By default the name that git knows.")
@click.option("--expires", type=_DAY, metavar="YYYY-MM-DD", help="The last day on which the new waivers hold.")
@click.option("--fail-on", type=click.Choice(GATES), default="error", show_default=True, help="What to waive.")
def write_baseline(
    *,
    postmortems: tuple[Path, ...],
    sources: tuple[Path, ...],
    incident: str | None,
    baseline: Path,
    engine: Engine,
    wish: Wish,
    reason: str,
    author: str | None,
    expires: datetime | None,
    fail_on: str,
) -> None:
    """Waive the problems that fail now.

    Waivers that are in the file stay. In a git repository, .gitattributes is told that branches which both add waivers
    merge line by line.
    """
    if not reason.strip():
        raise UsageError("is empty", "--reason", "say why the problems are accepted")
    known = files.read(baseline) if baseline.exists() else ()
    report = _report(postmortems, sources, incident, engine, wish, fail_on)
    held = waive(report, known, today())
    new = files.missing(held, reason.strip(), author or author_known(), expires.date() if expires else None)
    replaced = {_key(waiver) for waiver in new}
    _write(baseline, (*(w for w in known if _key(w) not in replaced), *new), (*postmortems, *sources))
    _union(baseline)
    tell_stale(held.gate.stale)
    note(f"{baseline}: {count(len(new), 'waiver')} added, {len(known)} there before")
    _end(report)


@baseline.command()
@_inputs
def prune(
    *,
    postmortems: tuple[Path, ...],
    sources: tuple[Path, ...],
    incident: str | None,
    baseline: Path,
    engine: Engine,
    wish: Wish,
) -> None:
    """Remove the waivers that are dead.

    A waiver is dead where its claim or the evidence has changed, or where it has expired. Waivers of other postmortems
    stay.
    """
    known = files.read(baseline)
    report = _report(postmortems, sources, incident, engine, wish, "error")
    if report.troubles:
        _end(report)
    stale = waive(report, known, today()).gate.stale
    _write(baseline, (waiver for waiver in known if waiver not in stale), (*postmortems, *sources))
    tell_stale(stale)
    note(f"{baseline}: {count(len(stale), 'waiver')} removed, {len(known) - len(stale)} left")


@baseline.command()
@_inputs
def check(
    *,
    postmortems: tuple[Path, ...],
    sources: tuple[Path, ...],
    incident: str | None,
    baseline: Path,
    engine: Engine,
    wish: Wish,
) -> None:
    """List the waivers that are dead; the exit status is 1 where there are some, 2 where the file is malformed."""
    known = files.read(baseline)
    report = _report(postmortems, sources, incident, engine, wish, "error")
    held = waive(report, known, today())
    for waiver in held.gate.stale:
        click.echo(files.line_of(waiver))
    note(f"{baseline}: {count(len(known), 'waiver')}, {len(held.gate.stale)} dead")
    _end(report)
    if held.gate.stale:
        raise SystemExit(FOUND)


def _report(
    postmortems: tuple[Path, ...],
    sources: tuple[Path, ...],
    incident: str | None,
    engine: Engine,
    wish: Wish,
    fail_on: str,
) -> Report:
    found, troubles = read_postmortems(postmortems, incident)
    verifier = verifier_for(sources, engine, postmortems)
    gate = gate_of(engine.settings, fail_on)
    report = read_again(checked(verifier, found, troubles), second_reader(wish))
    report = gated(report, engine.settings, gate)
    tell(report.troubles)
    return report


def _write(path: Path, waivers: Iterable[Waiver], inputs: Iterable[Path]) -> None:
    targets([f"json:{path}"], list(inputs))
    write([(path, files.text_of(waivers))])


def _union(path: Path) -> None:
    """Let git join the lines of both sides where it merges a baseline."""
    if git.merges_as_union(path) is not False:
        return
    attributes = path.parent / ".gitattributes"
    before = attributes.read_text(encoding="utf-8") if attributes.exists() else ""
    gap = "" if not before or before.endswith("\n") else "\n"
    write([(attributes, f"{before}{gap}{_pattern(path.name)} merge=union\n")])
    note(f"{attributes}: says that {path.name} merges line by line")


def _pattern(name: str) -> str:
    """Write a file's name as .gitattributes has it."""
    plain = name.replace("\\", "\\\\")
    for sign in "*?[":
        plain = plain.replace(sign, "\\" + sign)
    return f'"{plain}"' if any(char.isspace() for char in plain) else plain


def author_known() -> str:
    """Return the name that git knows.

    Raises: UsageError where it knows none.
    """
    said = git.ask(Path.cwd(), "config", "user.name")
    name = said.decode("utf-8", "replace").strip() if said else ""
    if not name:
        raise UsageError("is not known", "the author", "name one with --author")
    return name


def _key(waiver: Waiver) -> tuple[str, str]:
    return waiver.fingerprint, waiver.postmortem


def _end(report: Report) -> None:
    """End as broken where inputs could not be used."""
    if report.troubles:
        say("error: not all inputs could be used, so not all problems are known")
        raise SystemExit(BROKEN)

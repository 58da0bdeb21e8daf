"""Write, prune and check baselines: the findings that are waived, each with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

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
from verifier.cli.output import note, say, tell
from verifier.cli.reading import Wish, read_again, reader_options, second_reader
from verifier.cli.reports import report_of
from verifier.cli.waiving import (
    agreed,
    author_known,
    change,
    entry_of,
    instead_of,
    joined,
    merge_by_line,
    near,
    terms_options,
)
from verifier.config import baseline as files
from verifier.config.ledger import Ledger
from verifier.errors import UsageError
from verifier.formats.order import MISSING
from verifier.formats.words import count
from verifier.gate.inline import excused
from verifier.gate.waived import waive
from verifier.model import Report

_OPTION = click.option("--baseline", type=PATH, required=True, metavar="FILE", help="The file of waivers.")


class _Inputs(NamedTuple):
    """Hold what postmortems are checked with."""

    postmortems: tuple[Path, ...]
    sources: tuple[Path, ...]
    incident: str | None
    engine: Engine
    wish: Wish

    @property
    def paths(self) -> tuple[Path, ...]:
        return (*self.postmortems, *self.sources)


def _inputs(command: Callable[..., object]) -> Callable[..., object]:
    """Add what is needed to check postmortems; the command gets it as `inputs`."""

    @wraps(command)
    def gathering(**given: Any) -> object:  # noqa: ANN401  what the other options of the command are
        inputs = _Inputs(**{name: given.pop(name) for name in _Inputs._fields})
        return command(inputs=inputs, **given)

    named = click.argument("postmortems", nargs=-1, required=True, type=PATH, metavar="POSTMORTEM...")
    return named(sources_option()(_OPTION(incident_option(reader_options(rule_options(gathering))))))


@click.group()
def baseline() -> None:
    """Waive problems with a reason, and keep the waivers in order.

    A waived problem is shown as waived, and does not fail the check. Each waiver is a line of the baseline file.
    """


@baseline.command("add")
@click.argument("finding", metavar="FINDING")
@click.argument("inputs", nargs=-1, required=True, type=PATH, metavar="REPORT.json|POSTMORTEM...")
@sources_option(required=False)
@_OPTION
@terms_options
@incident_option
@reader_options
@rule_options
def add(
    *,
    finding: str,
    inputs: tuple[Path, ...],
    sources: tuple[Path, ...],
    incident: str | None,
    baseline: Path,
    engine: Engine,
    wish: Wish,
    reason: str,
    author: str | None,
    expires: datetime | None,
) -> None:
    """Waive one finding, or one problem with all its places.

    FINDING is its id, or the problem's, as it stands in the JSON report and at the end of a problem's link in the page.
    """
    terms = agreed(reason, author, expires)
    report = report_of(inputs, sources, incident, engine, wish)
    tell(report.troubles)
    new = files.named(report, finding.removeprefix("problem-"), terms)
    if not new:
        raise UsageError("no such finding or problem", finding, near(report, finding))
    known = Ledger(baseline).waivers()
    change(baseline, inputs, lambda now: joined(now, new), entry_of("waived", terms, new))
    note(f"{baseline}: {count(len(new), 'waiver')} added{instead_of(known, new)}")


@baseline.command("write")
@_inputs
@terms_options
@click.option(
    "--fail-on", type=click.Choice(GATES), default="error", show_default=True, help="The least grave that is waived."
)
@click.option("--missing-sources", "gaps", is_flag=True, help="Waive also that cited sources are missing.")
def write_baseline(
    *,
    inputs: _Inputs,
    baseline: Path,
    reason: str,
    author: str | None,
    expires: datetime | None,
    fail_on: str,
    gaps: bool,
) -> None:
    """Waive the problems that fail now.

    Cited sources that are missing go on failing, unless --missing-sources waives them too.
    Waivers and comments that are in the file stay. In a git repository, .gitattributes is told that branches which both
    add waivers merge line by line.
    """
    terms = agreed(reason, author, expires)
    report = _report(inputs, fail_on)
    known = Ledger(baseline).waivers()
    held = excused(waive(report, known, today()))
    wanted = files.missing(held, terms)
    new = tuple(w for w in wanted if gaps or w.rule != MISSING)
    change(baseline, inputs.paths, lambda now: joined(now, new), entry_of("waived", terms, new))
    merge_by_line(baseline)
    tell_stale(held)
    note(f"{baseline}: {count(len(new), 'waiver')} added, {len(known)} there before")
    if len(wanted) > len(new):
        left = count(len(wanted) - len(new), "missing source")
        note(f"{left} left out, which still fail{'s' if len(wanted) - len(new) == 1 else ''}; see --missing-sources")
    _end(report)


@baseline.command()
@_inputs
def prune(*, inputs: _Inputs, baseline: Path) -> None:
    """Remove the waivers that no longer apply.

    One no longer applies where its claim or the evidence has changed, or where it has expired. Waivers of other
    postmortems stay; what is removed is kept in the history beside the baseline.
    """
    files.read(baseline)
    report = _report(inputs, "error")
    if report.troubles:
        _end(report)
    held = waive(report, Ledger(baseline).waivers(), today())
    stale = held.gate.stale
    entry = entry_of("pruned", files.Terms("no longer applies", author_known("verifier")), stale)
    change(baseline, inputs.paths, lambda known: [w for w in known if w not in stale], entry)
    tell_stale(held)
    note(f"{baseline}: {count(len(stale), 'waiver')} removed, {len(Ledger(baseline).waivers())} left")


@baseline.command()
@_inputs
def check(*, inputs: _Inputs, baseline: Path) -> None:
    """List the waivers that no longer apply.

    The exit status is 0 where all apply, 1 where some do not, 2 where the file is malformed.
    """
    known = files.read(baseline)
    report = _report(inputs, "error")
    held = waive(report, known, today())
    for waiver in held.gate.stale:
        click.echo(files.line_of(waiver))
    stale = len(held.gate.stale)
    told = f"{stale} no longer appl{'ies' if stale == 1 else 'y'}" if stale else "all apply"
    note(f"{baseline}: {count(len(known), 'waiver')}, {told}")
    _end(report)
    if held.gate.stale:
        raise SystemExit(FOUND)


def _report(inputs: _Inputs, fail_on: str) -> Report:
    engine = inputs.engine
    found, troubles = read_postmortems(inputs.postmortems, inputs.incident)
    verifier = verifier_for(inputs.sources, engine, inputs.postmortems)
    gate = gate_of(engine.settings, fail_on)
    report = read_again(checked(verifier, found, troubles), second_reader(inputs.wish))
    report = gated(report, engine.settings, gate)
    tell(report.troubles)
    return report


def _end(report: Report) -> None:
    """End as broken where inputs could not be used."""
    if report.troubles:
        say("error: not all inputs could be used, so not all problems are known")
        raise SystemExit(BROKEN)

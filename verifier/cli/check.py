"""Check postmortems against their sources and report what those do not say, or say otherwise."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verifier.cli.common import (
    BROKEN,
    CLEAN,
    FOUND,
    PATH,
    Engine,
    incident_option,
    progress,
    read_postmortems,
    rule_options,
    sources_option,
    verifier_for,
)
from verifier.cli.output import Looks, Target, emit, looks, say, targets, tell, write
from verifier.errors import InputError
from verifier.formats import FORMATS, renderer
from verifier.formats.words import count
from verifier.model import Postmortem, Report, Severity, Trouble, Verdict

if TYPE_CHECKING:
    from verifier.api import Verifier
_GATES = (*(severity.value for severity in Severity), "never")


@click.command()
@click.argument("postmortems", nargs=-1, required=True, type=PATH, metavar="POSTMORTEM...")
@sources_option()
@incident_option
@click.option("-f", "--format", "name", type=click.Choice(list(FORMATS)), help="What to write to standard output.")
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="[FORMAT:]FILE", help="Write a file. May be repeated."
)
@click.option("--fail-on", type=click.Choice(_GATES), default="error", show_default=True, help="When to exit with 1.")
@rule_options
def check(
    *,
    postmortems: tuple[Path, ...],
    sources: tuple[Path, ...],
    incident: str | None,
    name: str | None,
    outputs: tuple[str, ...],
    fail_on: str,
    engine: Engine,
) -> None:
    """Check postmortems against their sources.

    A text report goes to standard output, unless -f asks for another format or -o for files alone. POSTMORTEM is a
    file, or - for standard input. A file's format follows from its ending, or is named before it: markdown:notes.
    """
    files = targets(outputs, [*postmortems, *sources])
    found, troubles = read_postmortems(postmortems, incident)
    verifier = verifier_for(sources, engine, postmortems)
    report = checked(verifier, found, troubles)
    _deliver(report, name or ("" if files else "text"), files)
    _sum_up(report, len(verifier.sources), files)
    raise SystemExit(status(report, fail_on))


def checked(verifier: Verifier, postmortems: tuple[Postmortem, ...], troubles: tuple[Trouble, ...]) -> Report:
    """Check postmortem by postmortem; of several, those without claims become troubles.

    Raises: InputError where none has any claim.
    """
    reports: list[Report] = []
    errors: list[InputError] = []
    for postmortem in progress(postmortems, "checking postmortem"):
        try:
            reports.append(verifier.check(postmortem))
        except InputError as error:
            errors.append(error)
    if not reports:
        raise errors[0]
    more = tuple(Trouble(error.where, error.what, error.hint) for error in errors)
    every = tuple(one for report in reports for one in report.reports)
    return replace(reports[0], reports=every, troubles=(*reports[0].troubles, *troubles, *more))


def status(report: Report, fail_on: str) -> int:
    """Return the exit status: a run that could not see everything is broken, whatever it found."""
    if report.troubles or not was_checked(report):
        return BROKEN
    gate = [severity for severity in Severity if _GATES.index(severity) <= _GATES.index(fail_on)]
    found = any(p.severity in gate for one in report.reports for p in one.problems)
    return FOUND if found and fail_on != "never" else CLEAN


def was_checked(report: Report) -> bool:
    """Say whether at least one claim was compared with the sources."""
    return any(a.verdict != Verdict.NOT_CHECKABLE for one in report.reports for a in one.assessments)


def _deliver(report: Report, name: str, files: list[Target]) -> None:
    write([(path, renderer(kind)(report)) for kind, path in files])
    if name:
        emit(renderer(name)(report, **(looks() if FORMATS[name].drawn else Looks())))


def _sum_up(report: Report, sources: int, files: list[Target]) -> None:
    tell(report.troubles)
    if not was_checked(report):
        say("error: nothing was checked; see the reasons in the report")
    numbers = Counter(p.severity for one in report.reports for p in one.problems)
    found = ", ".join(count(numbers[severity], severity) for severity in Severity)
    claims = count(sum(len(one.assessments) for one in report.reports), "claim")
    said = f"{count(len(report.reports), 'postmortem')}, {claims}, {count(sources, 'source')}: {found}"
    say(said + "".join(f"; {path} written" for _, path in files))

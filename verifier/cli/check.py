"""Check postmortems against their sources and report what those do not say, or say otherwise."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verifier.cli.apart import Outcome, checked_apart
from verifier.cli.common import (
    CLEAN,
    FOUND,
    PATH,
    STDIN,
    Engine,
    incident_option,
    progress,
    read_postmortems,
    rule_options,
    sources_for,
    sources_option,
    verifier_of,
)
from verifier.cli.gating import against, gate_of, gate_options, gated
from verifier.cli.output import Looks, Target, append, emit, looks, make, note, require_own, say, targets, tell, write
from verifier.cli.reading import Wish, read_again, reader_options, second_reader, shown
from verifier.errors import InputError, UsageError
from verifier.formats import FORMATS, renderer
from verifier.formats.files import files as rendered
from verifier.formats.files import pages_of
from verifier.formats.overview import found, ranked
from verifier.formats.words import count
from verifier.gate.outcome import status, was_checked
from verifier.model import Postmortem, Report, Role, Trouble

if TYPE_CHECKING:
    from verifier.api import Verifier
    from verifier.ingest.sources import SourceSet

_SUMMARY = "GITHUB_STEP_SUMMARY"


@click.command()
@click.argument("postmortems", nargs=-1, required=True, type=PATH, metavar="POSTMORTEM...")
@sources_option(required=False)
@click.option(
    "--archive",
    type=PATH,
    metavar="FOLDER",
    help="Look up claims without a supplied source in what `archive build` made.",
)
@incident_option
@click.option("-f", "--format", "name", type=click.Choice(list(FORMATS)), help="What to write to standard output.")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="[FORMAT:]FILE",
    help="Write a file, as its ending says. May be repeated.",
)
@click.option("--fix", is_flag=True, help="Write suggestions that are sure into the postmortems, and check again.")
@click.option("--diff", "as_patch", is_flag=True, help="Print the suggestions that are sure as a patch, and no report.")
@gate_options
@click.option("--exit-zero", is_flag=True, help="Exit with 0 where there are findings; broken runs stay broken.")
@click.option(
    "--jobs", type=click.IntRange(1, 1024), metavar="N", help="Check each postmortem by itself, in N processes."
)
@click.option("--changed-since", "revision", metavar="REV", help="Only claims changed since this git revision.")
@reader_options
@click.option("--reader-dry-run", "dry", is_flag=True, help="Print what a reader would be sent, and ask nobody.")
@rule_options
def check(
    *,
    postmortems: tuple[Path, ...],
    sources: tuple[Path, ...],
    archive: Path | None,
    incident: str | None,
    name: str | None,
    outputs: tuple[str, ...],
    fix: bool,
    as_patch: bool,
    fail_on: str,
    baseline: Path | None,
    exit_zero: bool,
    jobs: int | None,
    revision: str | None,
    engine: Engine,
    wish: Wish,
    dry: bool,
) -> None:
    """Check postmortems against their sources.

    A text report goes to standard output, unless -f asks for another format or -o for files alone. POSTMORTEM is a
    file, or - for standard input. A file's format follows from its ending, or is named before it: markdown:notes.

    Each report begins with a word: hold (there are errors), look (no error, but something to read) or clear.
    """
    if as_patch and (fix or name):
        raise UsageError("--diff prints a patch and nothing else", hint="leave --fix and -f out")
    if fix and STDIN in postmortems:
        raise UsageError("standard input cannot be mended", hint="name a file, or print a patch with --diff")
    own = (baseline, engine.rules, engine.settings.path, wish.answers)
    files = targets(outputs, [*postmortems, *sources, *filter(None, own)])
    second = second_reader(wish)
    given = given_for(sources, archive, engine, postmortems)

    def first() -> Report:
        read, troubles = read_postmortems(postmortems, incident)
        apart = jobs or not given.sources
        outcomes = checked_apart(given, engine, read, jobs or 1) if apart else checked_together(given, engine, read)
        return gathered(outcomes, troubles)

    def judged(found: Report) -> Report:
        report = gated(read_again(found, second), engine.settings, gate_of(engine.settings, fail_on))
        report = against(report, baseline)
        return report if archive is None else _looked_up(report, archive, engine)

    found = first()
    if dry:
        shown(second, found)
        return
    report = judged(found)
    if fix:
        from verifier.cli.mend import mend

        report = judged(first()) if mend(report) else report
    if revision is not None:
        from verifier.cli import since

        report = since.limited(report, revision, since.Inputs(postmortems, sources, incident, engine, second))
    if as_patch:
        from verifier.cli.mend import patches

        emit(patches(report))
    _deliver(report, name or ("" if files or as_patch else "text"), files)
    used = sum(source.role is not Role.EXCLUDE for source in given.sources)
    _sum_up(report, used, files, engine)
    ended = status(report)
    raise SystemExit(CLEAN if exit_zero and ended == FOUND else ended)


def given_for(sources: tuple[Path, ...], archive: Path | None, engine: Engine, exclude: Sequence[Path]) -> SourceSet:
    """Read the sources; there may be none where an archive is to be searched.

    Raises: UsageError where neither is named.
    """
    from verifier.ingest.sources import SourceSet

    if not sources and archive is None:
        raise UsageError("no sources are named", hint="name articles with --sources, or an archive with --archive")
    return sources_for(sources, engine, exclude) if sources else SourceSet((), ())


def checked(verifier: Verifier, postmortems: tuple[Postmortem, ...], troubles: tuple[Trouble, ...]) -> Report:
    """Check postmortem by postmortem; of several, those without claims become troubles.

    Raises: InputError where none has any claim.
    """
    return gathered(_outcomes(verifier, postmortems), troubles)


def checked_together(given: SourceSet, engine: Engine, postmortems: tuple[Postmortem, ...]) -> Iterator[Outcome]:
    """Yield the outcome of every postmortem, all of them checked with one verifier."""
    yield from _outcomes(verifier_of(given, engine), postmortems)


def gathered(outcomes: Iterable[Outcome], troubles: tuple[Trouble, ...]) -> Report:
    """Put reports into one; of several postmortems, those without claims become troubles.

    Raises: InputError where none has any claim.
    """
    reports: list[Report] = []
    errors: list[InputError] = []
    for outcome in outcomes:
        if isinstance(outcome, Report):
            reports.append(outcome)
        else:
            errors.append(outcome)
    if not reports:
        raise errors[0]
    more = tuple(Trouble(error.where, error.what, error.hint) for error in errors)
    every = tuple(one for report in reports for one in report.reports)
    return replace(reports[0], reports=every, troubles=(*reports[0].troubles, *troubles, *more))


def _outcomes(verifier: Verifier, postmortems: tuple[Postmortem, ...]) -> Iterator[Outcome]:
    for postmortem in progress(postmortems, "checking postmortem"):
        try:
            yield verifier.check(postmortem)
        except InputError as error:
            yield error


def _looked_up(report: Report, archive: Path, engine: Engine) -> Report:
    from verifier.archive.attach import attach
    from verifier.archive.search import Archive

    return attach(report, Archive(archive, engine.rules))


def _deliver(report: Report, name: str, files: list[Target]) -> None:
    made = [one for kind, path in files for one in rendered(kind, path, report)]
    folders = [pages_of(path) for kind, path in files if kind == "html"]
    for folder in dict.fromkeys(path.parent for path, _ in made):
        make(folder)
        if folder in folders:
            require_own(folder, {path.name for path, _ in made if path.parent == folder})
    write(made)
    _tell_left({path for path, _ in made}, folders)
    if name:
        emit(renderer(name)(report, **(looks() if FORMATS[name].drawn else Looks())))
    summary = os.environ.get(_SUMMARY)
    if summary and "github" in {name, *(kind for kind, _ in files)}:
        append(Path(summary), renderer("markdown")(report))


def _tell_left(made: Collection[Path], folders: list[Path]) -> None:
    """Tell which pages of an earlier run lie among those just written: no index leads to them any more."""
    for folder in folders:
        if any(path.parent == folder for path in made):
            left = sum(path not in made for path in folder.glob("*.html"))
            if left:
                note(f"{folder}: {count(left, 'page')} of an earlier run left there")


def _sum_up(report: Report, sources: int, files: list[Target], engine: Engine) -> None:
    tell(report.troubles)
    if not was_checked(report):
        say("error: nothing was checked; see the reasons in the report")
    note(f"settings: {engine.settings.path or 'none'}; rules: {report.rules_digest[:12]}", 1)
    standing = [p for one in report.reports for p in one.problems if not p.waived]
    counted = found(ranked(report))
    waived = sum(len(one.problems) for one in report.reports) - len(standing)
    counted += f"; {waived} waived" if waived else ""
    claims = count(sum(len(one.assessments) for one in report.reports), "claim")
    if report.gate.since:
        claims += f" changed since {report.gate.since} ({report.gate.unchanged} not)"
    said = f"{count(len(report.reports), 'postmortem')}, {claims}, {count(sources, 'source')}: {counted}"
    note(said + "".join(f"; {path} written" for _, path in files))

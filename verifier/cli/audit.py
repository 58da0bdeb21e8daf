"""Audit a whole database of postmortems from the command line."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from verifier.cli.common import BROKEN, CLEAN, FOUND, PATH, Engine, rule_options, sources_option
from verifier.cli.gating import gate_of, gate_options, today
from verifier.cli.output import note, say, tell, verbosity
from verifier.errors import InputError, UsageError
from verifier.formats import FORMATS
from verifier.formats.words import count, to_do

if TYPE_CHECKING:
    from verifier.audit.catalogue import Catalogue
    from verifier.audit.executors import Crew
    from verifier.audit.run import Outcome
    from verifier.cache import Cache

F = TypeVar("F", bound=Callable[..., object])
_PAUSE = 10.0
_TERMINAL_PAUSE, _SHOWN = 0.2, 20
jobs_option = click.option(
    "--jobs", type=click.IntRange(1, 1024), metavar="N", help="Processes to use; by default one for each processor."
)


def cache_option(command: F) -> F:
    """Add the option that leaves the cache out; the command gets the cache as `kept`."""
    text = "Read every article anew, and keep nothing of it for the next run."
    return click.option("--no-cache", "kept", is_flag=True, callback=_cache, help=text)(command)


def _cache(_: click.Context, __: click.Parameter, without: bool) -> Cache | None:  # noqa: FBT001
    from verifier.cache import standard

    return None if without else standard()


@click.command()
@click.argument("postmortems", nargs=-1, required=True, type=PATH, metavar="POSTMORTEMS...")
@sources_option()
@click.option("-o", "--output", type=PATH, required=True, metavar="FOLDER", help="Where reports, summary, index go.")
@jobs_option
@click.option("--scheduler", metavar="ADDRESS", help="Use the workers of this dask cluster instead (extra dask).")
@click.option(
    "-f",
    "--format",
    "names",
    multiple=True,
    type=click.Choice(list(FORMATS)),
    help="What to write for each; by default json and html. May be repeated.",
)
@cache_option
@gate_options
@click.option("--exit-zero", is_flag=True, help="Exit with 0 where there are findings; broken runs stay broken.")
@rule_options
def audit(
    *,
    postmortems: tuple[Path, ...],
    sources: tuple[Path, ...],
    output: Path,
    jobs: int | None,
    scheduler: str | None,
    names: tuple[str, ...],
    kept: Cache | None,
    fail_on: str,
    baseline: Path | None,
    exit_zero: bool,
    engine: Engine,
) -> None:
    """Judge tables and folders, each postmortem by what it cites.

    A postmortem is held against the articles that it cites alone, whatever else is loaded. FOLDER gets a report for
    each, an index page (the worst first), and summary.jsonl with a line for each. A run that was ended goes on
    where it was; a postmortem is judged again only where it, its articles or the rules have changed. Articles are
    read when they are cited.
    """
    from verifier.audit.entries import status
    from verifier.audit.folder import Folder
    from verifier.audit.incidents import counted, postmortem_files
    from verifier.audit.jobs import Terms
    from verifier.audit.run import Audit, run
    from verifier.config.baseline import read

    catalogue = catalogue_of(sources, postmortems, kept)
    files = postmortem_files(postmortems, catalogue.holds)
    gate = gate_of(engine.settings, fail_on)
    waivers = None if baseline is None else tuple(read(baseline))
    terms = Terms(
        engine.rules,
        engine.select,
        engine.ignore,
        engine.settings.policy,
        gate,
        waivers,
        today(),
        kept.root if kept else None,
    )
    plan = Audit(files, catalogue, terms, tuple(dict.fromkeys(names)) or ("json", "html"), engine.settings.role)
    with Folder(output) as folder:
        outcome = run(plan, folder, crew_of(jobs, scheduler), Meter(counted(files)))
    if kept:
        kept.prune()
    tell(catalogue.troubles)
    _sum_up(outcome, output)
    ended = BROKEN if catalogue.troubles else status(outcome.entries, gate)
    raise SystemExit(CLEAN if exit_zero and ended == FOUND else ended)


def catalogue_of(sources: Sequence[Path], exclude: Collection[Path] = (), kept: Cache | None = None) -> Catalogue:
    """Tell where the articles under paths are.

    Raises: InputError where there are none.
    """
    from verifier.audit.catalogue import Catalogue
    from verifier.cache import document_reader

    found = Catalogue(sorted(sources), exclude, document_reader(kept))
    if not len(found):
        first = found.troubles[0] if found.troubles else None
        what, where = (first.what, first.where) if first else ("no article is named", ", ".join(map(str, sources)))
        raise InputError(what, where, "name a folder, a manifest or a table of articles with --sources")
    return found


def crew_of(jobs: int | None, scheduler: str | None = None) -> Crew:
    """Return what is to do the work.

    Raises: UsageError where both processes and a scheduler are named.
    """
    from verifier.audit.executors import cluster, processes

    if jobs and scheduler:
        raise UsageError("--jobs and --scheduler exclude each other", hint="a cluster has its own number of workers")
    return cluster(scheduler) if scheduler else processes(jobs or os.cpu_count() or 1)


class Meter:
    """Tell on standard error how far an audit is, how fast it goes, and how long it will take."""

    def __init__(self, total: int) -> None:
        self._total, self._fresh, self._begun = total, 0, time.monotonic()
        self._terminal = sys.stderr.isatty()
        self._pause = _TERMINAL_PAUSE if self._terminal else _PAUSE
        self._due = self._begun + self._pause

    def __call__(self, done: int, fresh: bool) -> None:  # noqa: FBT001
        """Take note of a postmortem that is done; say so where it is time to."""
        self._fresh += fresh
        now = time.monotonic()
        if now < self._due or verbosity() < 0:
            return
        self._due = now + self._pause
        line = self.line(done, now - self._begun)
        click.echo(f"\r\x1b[K{line}" if self._terminal else f"verifier: {line}", err=True, nl=not self._terminal)

    def line(self, done: int, seconds: float) -> str:
        """Return what is told after so many seconds."""
        rate = self._fresh / seconds if seconds else 0.0
        left = f", {_span((self._total - done) / rate)} left" if rate and self._total > done else ""
        return f"postmortem {done} of {max(done, self._total)}, {rate:.1f} a second{left}"


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _sum_up(outcome: Outcome, output: Path) -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", err=True, nl=False)
    broken = [entry for entry in outcome.entries if "error" in entry]
    for entry in broken[:_SHOWN]:
        say(f"error: {entry['where']}: {entry['error']}; {entry['hint']}")
    if len(broken) > _SHOWN:
        say(f"error: {len(broken) - _SHOWN} more postmortems could not be judged; see {output / 'summary.jsonl'}")
    states = Counter(entry["state"] for entry in outcome.entries)
    told = ", ".join(to_do(number, state) for state, number in sorted(states.items()))
    kept = f"; {outcome.kept} of them from an earlier run" if outcome.kept else ""
    dead = sum(entry.get("dead_waivers", 0) for entry in outcome.entries)
    note(f"{count(len(outcome.entries), 'postmortem')}: {told}{kept}; {output / 'index.html'} written")
    if dead:
        applied = "applies" if dead == 1 else "apply"
        note(f"{count(dead, 'waiver')} no longer {applied}; list them with: verifier baseline check")

"""Check again whenever a postmortem or a source changes, and show what is new and what is gone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from verifier.cli.check import checked
from verifier.cli.common import (
    PATH,
    Engine,
    incident_option,
    read_postmortems,
    rule_options,
    sources_option,
    verifier_for,
)
from verifier.cli.gating import against, gate_of, gate_options, gated
from verifier.cli.output import emit, say, tell
from verifier.cli.reading import Wish, read_again, reader_options, second_reader
from verifier.data.decode import no_file
from verifier.data.walking import walk
from verifier.errors import UsageError, VerifierError
from verifier.formats.difference import changes
from verifier.formats.json_report import as_record
from verifier.formats.overview import ranked, totals
from verifier.formats.words import listing
from verifier.gate.diff import Record, compare
from verifier.model import Report

_SHOWN = 3
_PULSE = 250  # milliseconds


@click.command()
@click.argument("postmortems", nargs=-1, required=True, type=PATH, metavar="POSTMORTEM...")
@sources_option()
@incident_option
@gate_options
@reader_options
@rule_options
def watch(
    *,
    postmortems: tuple[Path, ...],
    sources: tuple[Path, ...],
    incident: str | None,
    fail_on: str,
    baseline: Path | None,
    engine: Engine,
    wish: Wish,
) -> None:
    """Check again whenever postmortems, sources or waivers change.

    Shows the verdict line, then what is new and what is gone since the last time. End it with Ctrl-C.
    """
    _check_present([*postmortems, *sources])
    files = [*postmortems, *sources, *filter(None, (baseline, wish.answers))]
    second_reader(wish)
    batches = _changes(files)
    known: Record | None = None
    say(f"watching {listing(map(str, files))}; end with Ctrl-C")
    for names in batches:
        if names:
            emit(f"\n{listing(names[:_SHOWN])}{' …' if len(names) > _SHOWN else ''} changed\n")
        try:
            read, troubles = read_postmortems(postmortems, incident)
            gate = gate_of(engine.settings, fail_on)
            found = read_again(checked(verifier_for(sources, engine, postmortems), read, troubles), second_reader(wish))
            report = against(gated(found, engine.settings, gate), baseline)
        except VerifierError as error:
            say(f"error: {error}")
            continue
        tell(report.troubles)
        record = as_record(report)
        emit("".join(f"{line}\n" for line in _told(report, known, record)))
        known = record


def _check_present(paths: Iterable[Path]) -> None:
    """Make sure that what is to be watched is there: a wrong name would be waited for in vain.

    Raises: InputError where it is not; UsageError for standard input, which never changes.
    """
    for path in paths:
        if str(path) == "-":
            raise UsageError("standard input cannot be watched", hint="name a file")
        if not path.exists():
            raise no_file(path)


def _told(report: Report, before: Record | None, now: Record) -> Iterator[str]:
    """Yield the verdict, then what is new and gone; at first all that is there."""
    views = ranked(report)
    yield from (views[0].headline,) if len(views) == 1 else totals(report, views)[:2]
    yield from changes(compare(before or {"reports": []}, now))


def _changes(paths: Iterable[Path]) -> Iterator[list[str]]:
    """Yield at once, and then the names of the files that have changed, whenever some have.

    Raises: UsageError where watchfiles is not installed, or something cannot be watched.
    """
    try:
        from watchfiles import watch as watched
    except ImportError as error:
        raise UsageError("watch needs watchfiles", hint="pip install watchfiles") from error
    listed = list(paths)
    files = {Path(os.path.realpath(path)) for path in listed if not path.is_dir()}
    folders = {Path(os.path.realpath(path)) for path in listed if path.is_dir()}

    def ours(_: object, name: str) -> bool:
        path = Path(os.path.realpath(name))
        return path in files or any(path.is_relative_to(folder) for folder in folders)

    places = _places(files, folders)
    batches = watched(
        *places, watch_filter=ours, recursive=False, raise_interrupt=True, rust_timeout=_PULSE, yield_on_timeout=True
    )
    try:
        yield _names(next(batches))  # from here on nothing is missed
        yield from (_names(found) for found in batches if found)
    except OSError as error:
        raise UsageError(f"cannot be watched ({error.strerror or error})", ", ".join(map(str, listed))) from error


def _names(found: Iterable[tuple[object, str]]) -> list[str]:
    """Return the names of the files that changed, without what came and went; where all went, all."""
    paths = [Path(name) for _, name in found]
    return sorted({path.name for path in paths if path.exists()} or {path.name for path in paths})


def _places(files: Iterable[Path], folders: Iterable[Path]) -> Sequence[Path]:
    """Return the folders to listen in: also those of files, since editors put new files in their places."""
    inner = (here for folder in folders for here, _, _ in walk(folder, lambda _: None))
    return sorted({*(path.parent for path in files), *inner})

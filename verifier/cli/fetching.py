"""Fetch cited pages from the command line, and say what became of each."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from verifier.cli.common import BROKEN, FOUND
from verifier.cli.output import note, say, tell, verbosity
from verifier.errors import InputError, UsageError, from_clone
from verifier.formats.visible import visible
from verifier.formats.words import count

if TYPE_CHECKING:
    from verifier.fetch.run import Result
    from verifier.fetch.wanted import Collected

_PAUSE = 10.0


class Fetching(NamedTuple):
    """Hold the options of a run."""

    archive: bool = False
    again: bool = False
    allow_private: bool = False
    timeout: float = 20.0
    max_size: float = 8.0


def run(inputs: Sequence[str], output: Path, options: Fetching) -> None:
    """Fetch what the inputs cite.

    Raises: UsageError where the extra `fetch` is missing; InputError where nothing is cited; SystemExit at the end.
    """
    try:
        from verifier.fetch.keep import keeping
        from verifier.fetch.run import Errand, fetch
        from verifier.fetch.wanted import collect
        from verifier.fetch.web import Manners
    except ImportError as error:
        raise UsageError('fetching needs the extra "fetch"', hint=from_clone("fetch")) from error
    found = collect(inputs)
    tell(found.troubles)
    if not found.wanted:
        raise InputError("no address is cited", ", ".join(inputs[:3]), "add the article table with the addresses")
    size = int(options.max_size * 2**20)
    manners = Manners(timeout=options.timeout, size=size, private=options.allow_private)
    with keeping(output) as kept:
        result = fetch(found.wanted, kept, Errand(manners, options.archive, options.again), _Meter(len(found.wanted)))
        leans = _leaning(found, result, output) if result.changed else 0
    _sum_up(result, output)
    raise SystemExit(BROKEN if result.missing or found.troubles else FOUND if leans else 0)


class _Meter:
    def __init__(self, total: int) -> None:
        self._total, self._due = total, time.monotonic() + _PAUSE

    def __call__(self, done: int) -> None:
        if time.monotonic() > self._due and verbosity() >= 0:
            self._due = time.monotonic() + _PAUSE
            say(f"page {done} of {self._total}")


def _leaning(found: Collected, result: Result, output: Path) -> int:
    """Print which claims lean on sentences that changed; return how many do."""
    from verifier.fetch.leaning import leaning
    from verifier.ingest.sources import read_sources

    for each in result.changed:
        note(f"{each.entry.id}: its text has changed since {each.entry.fetched[:10]}; the earlier one is kept")
    leans = leaning(found.postmortems, read_sources([output / "manifest.json"]).sources, result.changed)
    for lean in leans:
        click.echo(visible(f'{lean.postmortem} {lean.claim}: "{lean.words}"'))
        click.echo("    " + visible(f'leans on {lean.source}, which no longer says "{lean.sentence}"'))
    return len(leans)


def _sum_up(result: Result, output: Path) -> None:
    for each in result.missing:
        say(f"{each.url}: {each.reason}; {each.hint}")
    changed = f", {len(result.changed)} of them changed" if result.changed else ""
    told = f"{count(len(result.fetched), 'page')} fetched{changed}; {len(result.there)} there before"
    note(f"{output / 'manifest.json'}: {told}; {len(result.missing)} missing")

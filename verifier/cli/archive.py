"""Build an archive from the command line."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verifier.cli.audit import cache_option, crew_of, jobs_option
from verifier.cli.common import BROKEN, PATH
from verifier.cli.output import note, say, tell, verbosity, verbosity_options
from verifier.formats.words import count

if TYPE_CHECKING:
    from verifier.cache import Cache

_PAUSE = 10.0


@click.group()
def archive() -> None:
    """Index the articles of a folder, for `check --archive`."""


@archive.command()
@click.argument("folder", type=PATH)
@jobs_option
@cache_option
@verbosity_options
def build(folder: Path, jobs: int | None, kept: Cache | None) -> None:
    """Index all articles of FOLDER.

    It may be one that `sources fetch` has filled. The index is kept in FOLDER/.archive and replaces an earlier one when
    it is whole. Build it again when articles were added.
    """
    from verifier.archive.build import build as build_archive

    due = time.monotonic() + _PAUSE

    def meter(done: int, total: int) -> None:
        nonlocal due
        if time.monotonic() > due and verbosity() >= 0:
            due = time.monotonic() + _PAUSE
            say(f"article {done} of {total}")

    built = build_archive(folder, crew_of(jobs), meter, kept)
    if kept:
        kept.prune()
    tell(built.troubles)
    note(f"{folder}: {count(built.articles, 'article')}, {count(built.sentences, 'sentence')} indexed")
    if built.troubles:
        raise SystemExit(BROKEN)

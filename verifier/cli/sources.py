"""Write and check manifests of sources from the command line."""

from __future__ import annotations

import os
from pathlib import Path

import click

from verifier.cli.common import FOUND, PATH
from verifier.cli.output import note, say, verbosity_options
from verifier.cli.parameters import PLACE, Within
from verifier.errors import InputError, UsageError
from verifier.formats.visible import visible
from verifier.model import Trouble

_MANIFEST = "manifest.json"


@click.group()
def sources() -> None:
    """Fetch sources, or write and check a manifest of them.

    A manifest lists which articles are the sources, with their hashes: it tells whether one has changed since.
    """


@sources.command()
@click.argument("folder", type=PATH)
@click.option("--force", is_flag=True, help="Replace a manifest; what it says of files that remain is kept.")
def init(folder: Path, *, force: bool) -> None:
    """Write FOLDER/manifest.json for the articles in FOLDER.

    Ids are the files' names, titles and dates what the texts tell; correct them by hand. Postmortems are entered with
    the role "exclude".
    """
    from verifier.ingest.draft import draft
    from verifier.ingest.inventory import write_manifest
    from verifier.ingest.manifest import read_manifest

    target = folder / _MANIFEST
    there = os.path.lexists(target)
    if there and not force:
        raise UsageError("is there already", str(target), "add --force to replace it")
    old = read_manifest(target) if there else None
    entries, troubles = draft(folder, old)
    write_manifest(target, entries, old.missing if old else ())
    for trouble in troubles:
        say(_line(trouble))
    note(f"{target}: {_count(len(entries), 'source')} written")


@sources.command()
@click.argument("path", type=PATH)
def check(path: Path) -> None:
    """Prove that the files of a manifest still have their hashes.

    PATH is the manifest or its folder. The exit status is 0 where all is well, 1 where a file changed, is missing or
    is not named, 2 where the manifest is malformed, 3 where it cannot be read.
    """
    if _check(path):
        raise SystemExit(FOUND)


@sources.command()
@click.argument("inputs", nargs=-1, required=True, type=PLACE, metavar="POSTMORTEM|CSV|URL...")
@click.option("-o", "--output", type=PATH, required=True, metavar="FOLDER", help="Where pages and manifest are kept.")
@click.option("--archive", is_flag=True, help="Ask the Internet Archive for pages that cannot be had.")
@click.option("--again", is_flag=True, help="Fetch what is there, too, and tell which claims lean on what changed.")
@click.option("--allow-private", is_flag=True, help="Fetch from private and loopback addresses as well.")
@click.option("--timeout", type=Within(0.1, 600), default=20.0, show_default=True, help="Seconds to wait.")
@click.option("--max-size", type=Within(0.01, 64), default=8.0, show_default=True, help="The most MiB of a page.")
@verbosity_options
def fetch(
    *,
    inputs: tuple[str, ...],
    output: Path,
    archive: bool,
    again: bool,
    allow_private: bool,
    timeout: float,
    max_size: float,
) -> None:
    """Fetch the pages that postmortems cite into FOLDER.

    Article tables will do as well. FOLDER gets a manifest, for --sources. Each page is kept as it came (WARC), as
    text, with its time and hashes; what cannot be had stands in the manifest with the reason. A second run fetches
    only what is missing. Of a table given beside postmortems only the articles that these cite are fetched. The
    exit status is 0 where all is there, 1 where a claim leans on a changed sentence, 3 where a page is missing.
    """
    from verifier.cli.fetching import Fetching, run

    run(inputs, output, Fetching(archive, again, allow_private, timeout, max_size))


def _check(path: Path) -> int:
    """Report what is wrong with a manifest's files; return how many findings there are."""
    from verifier.ingest.folder import is_folder
    from verifier.ingest.inventory import check_manifest
    from verifier.ingest.manifest import read_manifest

    target = path / _MANIFEST if is_folder(path) else path
    if target != path and not os.path.lexists(target):
        raise InputError("no such file", str(target), f"write it with: verifier sources init {path}")
    manifest = read_manifest(target)
    troubles = check_manifest(manifest)
    for trouble in troubles:
        click.echo(visible(_line(trouble)))
    outcome = _count(len(troubles), "finding") if troubles else "all as the manifest says"
    note(f"{target}: {_count(len(manifest.entries), 'source')}, {outcome}")
    return len(troubles)


def _line(trouble: Trouble) -> str:
    return f"{trouble.where}: {trouble.what}" + (f"; {trouble.hint}" if trouble.hint else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

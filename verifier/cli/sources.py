"""Write and check manifests of sources from the command line."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from verifier.errors import InputError, UsageError, VerifierError
from verifier.model import Trouble

_MANIFEST = "manifest.json"


class _Wrong(click.ClickException):
    exit_code = 2


class _Unreadable(click.ClickException):
    exit_code = 3


@click.group()
def sources() -> None:
    """Write or check a manifest: which articles are the sources, and that they have not changed."""


@sources.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace a manifest; what it says of files that remain is kept.")
def init(folder: Path, *, force: bool) -> None:
    """Write FOLDER/manifest.json for the articles in FOLDER.

    Ids are the files' names, titles and dates what the texts tell; correct them by hand. Postmortems are entered with
    the role "exclude".
    """
    with _exit_status():
        _init(folder, force=force)


@sources.command()
@click.argument("path", type=click.Path(path_type=Path))
def check(path: Path) -> None:
    """Prove that the files of a manifest still have their hashes.

    PATH is the manifest or its folder. The exit status is 0 where all is well, 1 where a file changed, is missing or
    is not named, 2 where the manifest is malformed, 3 where it cannot be read.
    """
    with _exit_status():
        found = _check(path)
    if found:
        raise SystemExit(1)


def _init(folder: Path, *, force: bool) -> None:
    from verifier.ingest.draft import draft
    from verifier.ingest.inventory import write_manifest
    from verifier.ingest.manifest import read_manifest

    target = folder / _MANIFEST
    there = os.path.lexists(target)
    if there and not force:
        raise UsageError("is there already", str(target), "add --force to replace it")
    entries, troubles = draft(folder, read_manifest(target) if there else None)
    write_manifest(target, entries)
    _show(troubles, err=True)
    click.echo(f"{target}: {_count(len(entries), 'source')} written", err=True)


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
    _show(troubles)
    outcome = _count(len(troubles), "finding") if troubles else "all as the manifest says"
    click.echo(f"{target}: {_count(len(manifest.entries), 'source')}, {outcome}", err=True)
    return len(troubles)


@contextmanager
def _exit_status() -> Iterator[None]:
    """Turn an error into its message and exit status."""
    try:
        yield
    except VerifierError as error:
        raise (_Unreadable if error.exit_status == _Unreadable.exit_code else _Wrong)(str(error)) from error


def _show(troubles: Sequence[Trouble], *, err: bool = False) -> None:
    for trouble in troubles:
        click.echo(f"{trouble.where}: {trouble.what}" + (f"; {trouble.hint}" if trouble.hint else ""), err=err)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
